import type { JobDefinition } from '../job/job-definition.ts';
import type { ScreeningRule } from '../resume/screening-rule.ts';

/** A text in both languages. */
interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** One thing that a job asks of a résumé, in words for the screening card. */
export interface DescribedRule {
  readonly ruleId: string;
  readonly label: Bilingual;
  /** Why the job needs it; empty when nobody wrote a reason. */
  readonly reason: Bilingual;
  /** What to ask the candidate when the résumé does not say. */
  readonly ask: Bilingual | null;
  /** Required ones make up the result; the others are only shown. */
  readonly required: boolean;
}

const degrees: Readonly<Record<string, string>> = {
  初中: 'junior middle school',
  高中: 'senior middle school',
  中专: 'secondary vocational school',
  大专: 'junior college',
  本科: "a bachelor's degree",
  硕士: "a master's degree",
  博士: 'a doctorate',
};

const both = (zh: string, en: string): Bilingual => ({ zh, en });

function labelOf(rule: ScreeningRule): Bilingual {
  switch (rule.kind) {
    case 'education':
      return both(`学历：${rule.atLeast}及以上`, `Education: at least ${degrees[rule.atLeast]}`);
    case 'experience': {
      const words = rule.in.join('、');
      return both(
        `${words}经验 ${rule.atLeastYears} 年以上`,
        `At least ${rule.atLeastYears} years of ${rule.in.length ? `work in ${rule.in.join(' / ')}` : 'work'}`,
      );
    }
    case 'certificate':
      return both(`证书：${rule.anyOf.join(' 或 ')}`, `Certificate: ${rule.anyOf.join(' or ')}`);
    case 'skill':
      return both(`技能：${rule.allOf.join('、')}`, `Skills: ${rule.allOf.join(', ')}`);
    case 'language':
      return both(`语言：${rule.anyOf.join(' 或 ')}`, `Language: ${rule.anyOf.join(' or ')}`);
    case 'city':
      return both(`城市：${rule.anyOf.join(' 或 ')}`, `City: ${rule.anyOf.join(' or ')}`);
    case 'keyword':
      return both(`提到：${rule.anyOf.join(' 或 ')}`, `Mentions: ${rule.anyOf.join(' or ')}`);
  }
}

/** The rules and must-have facts of a job in the order of its screening card. */
export function describeRules(job: JobDefinition): DescribedRule[] {
  return [
    ...job.screeningRules.map((rule) => ({
      ruleId: rule.id,
      label: labelOf(rule),
      reason: both(rule.reason, rule.reason),
      ask: null,
      required: rule.strength === 'hard',
    })),
    ...job.mustHave.map((fact) => ({
      ruleId: fact.id,
      label: fact.label,
      reason: fact.reason,
      ask: fact.ask,
      required: fact.strength === 'required',
    })),
  ];
}
