import type { Finding } from './finding.ts';
import { localizedTexts } from './localized-texts.ts';

const fullWidth = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+/u;

/** One error for every text that holds full-width letters or digits (ＡＢＣ１２３): they break search and line up badly beside ordinary ones. */
export function checkFullWidthLatin(value: unknown): readonly Finding[] {
  return localizedTexts(value).flatMap(({ path, text }) => {
    const quote = fullWidth.exec(text)?.[0];
    if (quote === undefined) return [];
    const plain = quote.normalize('NFKC');
    return [
      {
        severity: 'error' as const,
        code: 'full-width-latin',
        path,
        message: {
          zh: `「${quote}」是全角字符，请改为「${plain}」`,
          en: `“${quote}” is written in full-width characters; write “${plain}”`,
        },
      },
    ];
  });
}
