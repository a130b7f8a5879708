import type { PlatformView } from '#adapters/http/schemas/platforms.ts';
import { ApiProblem } from '../kit/api-problem.ts';
import { useLanguage } from '../kit/i18n.tsx';

/** Picks the reader's language out of words that the API gives in two. */
export function useWords(): (words: { readonly zh: string; readonly en: string }) => string {
  const { locale } = useLanguage();
  return (words) => (locale === 'zh-CN' ? words.zh : words.en);
}

/** The same problem with the label that the form shows where the platform names a setting by its key. */
export function withLabels(
  problem: ApiProblem | null,
  settings: PlatformView['settings'],
  say: ReturnType<typeof useWords>,
): ApiProblem | null {
  if (problem?.problem.code !== 'PLATFORM_SETTINGS') return problem;
  const remedy = settings.reduce(
    (text, { name, label }) =>
      text.replace(`「${name}」`, `「${say(label)}」`).replace(`“${name}”`, `“${say(label)}”`),
    problem.problem.remedy,
  );
  return new ApiProblem({ ...problem.problem, remedy }, { cause: problem });
}
