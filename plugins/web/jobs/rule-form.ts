import { usualDegree } from '#core/resume/degrees.ts';
import type { Degree } from '#core/resume/profile.ts';
import type { ScreeningRule } from '#core/resume/screening-rule.ts';

export type RuleKind = ScreeningRule['kind'];

export const ruleKinds: readonly RuleKind[] = [
  'education',
  'experience',
  'certificate',
  'skill',
  'language',
  'city',
  'keyword',
];

/** What the dialog of a screening rule asks for. `words` are separated by commas or lines. */
export interface RuleWordsForm {
  readonly kind: RuleKind;
  readonly strength: ScreeningRule['strength'];
  readonly reason: string;
  readonly atLeast: Degree;
  readonly years: number;
  readonly words: string;
}

export type RuleFault = 'words' | 'reason';

/** Splits what was typed at commas, semicolons, Chinese enumeration marks and lines; each word once. */
export function splitWords(text: string): string[] {
  const words = text
    .split(/[,，;；、\n]/u)
    .map((word) => word.trim())
    .filter((word) => word !== '');
  return [...new Set(words)];
}

/** The words that a rule looks for; empty for a degree. */
export function wordsOf(rule: ScreeningRule): readonly string[] {
  switch (rule.kind) {
    case 'education':
      return [];
    case 'experience':
      return rule.in;
    case 'skill':
      return rule.allOf;
    default:
      return rule.anyOf;
  }
}

/** A rule as the dialog shows it; a new one for null. */
export function ruleForm(rule: ScreeningRule | null): RuleWordsForm {
  return {
    kind: rule?.kind ?? 'experience',
    strength: rule?.strength ?? 'soft',
    reason: rule?.reason ?? '',
    atLeast: rule?.kind === 'education' ? rule.atLeast : usualDegree,
    years: rule?.kind === 'experience' ? rule.atLeastYears : 1,
    words: rule ? wordsOf(rule).join('、') : '',
  };
}

const needsWords = (kind: RuleKind): boolean => kind !== 'education' && kind !== 'experience';
const mostWords: Readonly<Record<RuleKind, number>> = {
  education: 0,
  experience: 10,
  certificate: 10,
  skill: 10,
  language: 10,
  city: 20,
  keyword: 20,
};

/** What must be mended: words where the rule needs some (and not too many), a reason for a required rule. */
export function ruleFaults(form: RuleWordsForm): RuleFault[] {
  const words = splitWords(form.words);
  const wrong =
    (needsWords(form.kind) && words.length === 0) ||
    words.length > mostWords[form.kind] ||
    words.some((word) => word.length > 40);
  return [
    ...(form.kind !== 'education' && wrong ? (['words'] as const) : []),
    ...(form.strength === 'hard' && form.reason.trim() === '' ? (['reason'] as const) : []),
  ];
}

/** The rule that the form describes. */
export function ruleFrom(form: RuleWordsForm, id: string): ScreeningRule {
  const base = { id, strength: form.strength, reason: form.reason.trim() };
  const words = splitWords(form.words);
  switch (form.kind) {
    case 'education':
      return { ...base, kind: 'education', atLeast: form.atLeast };
    case 'experience':
      return { ...base, kind: 'experience', atLeastYears: form.years, in: words };
    case 'skill':
      return { ...base, kind: 'skill', allOf: words };
    default:
      return { ...base, kind: form.kind, anyOf: words };
  }
}

/** An id for a fact or a rule that somebody of the company wrote. */
export const ownItemId = (prefix: 'fact' | 'rule', random: Uint8Array): string =>
  `${prefix}-${Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
