import type { ScreeningRule } from '#core/resume/screening-rule.ts';
import { useJoined, useT } from '../kit/i18n.tsx';
import { wordsOf } from './rule-form.ts';

/** A screening rule as one phrase: 本科及以上, 3 年以上销售经验. */
export function useRuleWords(): (rule: ScreeningRule) => string {
  const t = useT();
  const joined = useJoined();
  return (rule) => {
    const words = joined([...wordsOf(rule)]);
    switch (rule.kind) {
      case 'education':
        return t('jobs.rule_is_education', { degree: t(`jobs.degree_${rule.atLeast}`) });
      case 'experience':
        return rule.in.length === 0
          ? t('jobs.rule_is_experience', { years: rule.atLeastYears })
          : t('jobs.rule_is_experience_in', { years: rule.atLeastYears, words });
      default:
        return t(`jobs.rule_is_${rule.kind}`, { words });
    }
  };
}
