import type { Finding } from './finding.ts';
import { localizedTexts, type PlacedText } from './localized-texts.ts';
import { lintWording } from './wording-lint.ts';

const han = /\p{Script=Han}/u;
/** Names that are the same in both languages: SQL, React Native, 0–8 °C, O(n log k). */
const nameOnly = /^[^\p{Script=Han}\s]{1,24}(?:\s[^\p{Script=Han}\s]{1,24}){0,2}$/u;

/**
 * Checks every text of a template file: Chinese really Chinese, English really English, no blanks at the ends,
 * no discriminatory wording (assessment R12). Works on any template value.
 */
export function checkTexts(value: unknown): readonly Finding[] {
  return localizedTexts(value).flatMap((placed) => [...languageFindings(placed), ...wordingFindings(placed)]);
}

function languageFindings({ path, lang, text }: PlacedText): Finding[] {
  const findings: Finding[] = [];
  if (text.trim() === '') {
    findings.push(error(path, 'text-blank', '只有空格，请填写内容', 'only blanks; write the text'));
  } else if (text !== text.trim()) {
    findings.push(error(path, 'text-padded', '首尾有空格，请删去', 'blanks at the ends; remove them'));
  }
  if (lang === 'zh' && !han.test(text) && !nameOnly.test(text)) {
    findings.push(
      error(
        path,
        'not-chinese',
        '中文一栏没有中文，请翻译',
        'the Chinese text holds no Chinese; translate it',
      ),
    );
  }
  if (lang === 'en' && han.test(text)) {
    findings.push(
      error(
        path,
        'not-english',
        '英文一栏含有汉字，请翻译',
        'the English text holds Chinese characters; translate them',
      ),
    );
  }
  return findings;
}

function wordingFindings({ path, text }: PlacedText): Finding[] {
  return lintWording(text).map((found) => ({
    severity: found.level === 'block' ? 'error' : 'warning',
    code: `wording-${found.rule}`,
    path,
    message: {
      zh: `「${found.quote}」：${found.reason.zh}${found.suggestion.zh}`,
      en: `“${found.quote}”: ${found.reason.en} ${found.suggestion.en}`,
    },
  }));
}

function error(path: string, code: string, zh: string, en: string): Finding {
  return { severity: 'error', code, path, message: { zh, en } };
}
