import { createFormatter } from '#core/i18n/format.ts';
import type { LoadWords } from '../candidate-kit/words.tsx';

/** The page's own words and those of the parts it shares with the interview. */
export const meWords: LoadWords = async (locale) => {
  const [shared, own] =
    locale === 'zh-CN'
      ? await Promise.all([import('#core/i18n/zh-cn/interview.ts'), import('#core/i18n/zh-cn/me.ts')])
      : await Promise.all([import('#core/i18n/en-us/interview.ts'), import('#core/i18n/en-us/me.ts')]);
  return createFormatter(locale, { ...shared.interview, ...own.me });
};
