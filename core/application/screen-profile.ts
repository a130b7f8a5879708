import type { JobDefinition } from '../job/job-definition.ts';
import { screenResume } from '../resume/screening.ts';
import type { MustHaveFact } from '../template/schemas/industry-pack.ts';
import type { RuleOutcome, ScreeningOutcome, ScreeningResult } from './application.ts';
import type { StoredResume } from './stored-resume.ts';

/** A must-have fact in the résumé: shown by its words, or to be asked; silence is never against anyone. */
function factOutcome(fact: MustHaveFact, pages: StoredResume['pages']): RuleOutcome {
  const words = fact.evidence.map((word) => word.toLowerCase());
  const line = pages
    .flat()
    .find((text) => words.some((word) => text.toLowerCase().includes(word) && !denies(text, word)));
  return { ruleId: fact.id, result: line ? 'match' : 'unclear', quote: line?.trim() ?? null };
}

/** 无健康证, 没有驾照: the word stands there, the fact does not. */
function denies(text: string, word: string): boolean {
  const at = text.toLowerCase().indexOf(word);
  return /(无|没有|未取得|尚未|不具备|no |without )$/i.test(text.slice(Math.max(0, at - 8), at));
}

const worst = (results: readonly ScreeningResult[]): ScreeningResult =>
  results.includes('mismatch') ? 'mismatch' : results.includes('unclear') ? 'unclear' : 'match';

/**
 * Screens a résumé by a job's rules and must-have facts (assessment §6.2): 符合, 待确认 or 不符合, each with the
 * quote. Soft rules are shown and do not decide.
 * @param now `YYYY-MM`
 */
export function screenProfile(
  job: JobDefinition,
  stored: Pick<StoredResume, 'profile' | 'pages'>,
  now: string,
): ScreeningOutcome {
  const screening = screenResume(job.screeningRules, stored, now);
  const rules = screening.findings.map(({ ruleId, result, quote }) => ({ ruleId, result, quote }));
  const facts = job.mustHave.map((fact) => ({ fact, outcome: factOutcome(fact, stored.pages) }));
  const required = facts
    .filter(({ fact }) => fact.strength === 'required')
    .map(({ outcome }) => outcome.result);
  return {
    result: worst([...(rules.length > 0 ? [screening.result] : []), ...required]),
    rules: [...rules, ...facts.map(({ outcome }) => outcome)],
  };
}
