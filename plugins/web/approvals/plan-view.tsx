import type { PlanView as Plan } from '#adapters/http/schemas/offers.ts';
import { useT } from '../kit/i18n.tsx';
import { useNameless } from '../kit/mirror-name.tsx';
import { MonthlyCalls } from '../kit/monthly-calls.tsx';
import { Notice } from '../kit/states.tsx';
import { useNamesOf, usePlatformName } from './approval-words.tsx';
import { StepList } from './step-list.tsx';
import './approvals.css';

const findings = [
  'unusable',
  'field_gone',
  'type_mismatch',
  'required_empty',
  'required_unfillable',
  'unknown_option',
  'reference_missing',
] as const;

/** Words for something that keeps a form from being sent. */
export function useFindingWords(): (problem: string) => string {
  const t = useT();
  return (problem) => {
    const known = findings.find((one) => one === problem);
    return known ? t(`approvals.finding_${known}`) : problem;
  };
}

/** Who will be asked, in which order, and what stands in the way. */
export function PlanView(props: { readonly plan: Plan }) {
  const t = useT();
  const nameless = useNameless();
  const { plan } = props;
  return (
    <div className="j-stack">
      {plan.fallback && (
        <Notice tone="info">
          {t('approvals.plan_fallback', { reason: t(`approvals.fallback_${plan.fallback}`) })}
        </Notice>
      )}
      {plan.platform && <PlatformPart platform={plan.platform} />}
      {plan.steps.length > 0 && (
        <StepList
          planned
          steps={plan.steps}
          below={(index) => (
            <>
              {plan.steps[index]?.problems.map(({ problem, name }) => (
                <Notice key={problem} tone="warn">
                  {t(`approvals.problem_${problem}`, { name: name ?? nameless('person') })}
                </Notice>
              ))}
            </>
          )}
        />
      )}
    </div>
  );
}

function PlatformPart(props: { readonly platform: NonNullable<Plan['platform']> }) {
  const t = useT();
  const namesOf = useNamesOf();
  const platformName = usePlatformName();
  const findingWords = useFindingWords();
  const { platform } = props;
  return (
    <>
      <p>
        {t('approvals.plan_platform', { platform: platformName(platform.id), form: platform.definitionName })}
      </p>
      {platform.quota && <MonthlyCalls quota={platform.quota} act="approval" />}
      {platform.findings.map(({ field, problem }) => (
        <Notice key={`${field} ${problem}`} tone="warn">
          {t('approvals.finding', {
            field: field ?? t('approvals.finding_form'),
            problem: findingWords(problem),
          })}
        </Notice>
      ))}
      {platform.forecast === null ? (
        platform.findings.length === 0 && <p className="j-muted">{t('approvals.plan_unknown')}</p>
      ) : (
        <ol className="j-approval-steps">
          {platform.forecast.map(({ name, rule, people }) => (
            <li key={name} className="j-approval-step">
              <strong>{name}</strong>
              <span>{namesOf(people)}</span>
              {people.length > 1 && <span className="j-small j-muted">{t(`approvals.rule_${rule}`)}</span>}
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
