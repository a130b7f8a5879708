import type { ReactNode } from 'react';
import type { StepView } from '#adapters/http/schemas/approvals.ts';
import { DateTime } from '../kit/date-time.tsx';
import { useT } from '../kit/i18n.tsx';
import { StepBadge, useNameOf, useNamesOf } from './approval-words.tsx';
import { ColleagueName } from './colleague-name.tsx';
import './approvals.css';

type Approver = StepView['approvers'][number];

/** The steps of a request: who is asked why, and what they said. */
export function StepList(props: {
  readonly steps: readonly StepView[];
  /** Before it is sent nothing has a state. */
  readonly planned?: boolean;
  /** What stands under a step. */
  readonly below?: (index: number) => ReactNode;
}) {
  const t = useT();
  return (
    <ol className="j-approval-steps">
      {props.steps.map((step, index) => (
        <li key={index} className="j-approval-step">
          <div className="j-row j-row--between">
            <strong>{t('approvals.step_number', { number: index + 1 })}</strong>
            {!props.planned && <StepBadge state={step.state} />}
          </div>
          {step.approvers.length > 1 && <p className="j-small j-muted">{t(`approvals.rule_${step.rule}`)}</p>}
          <ul className="j-approval-people">
            {step.approvers.map((one) => (
              <ApproverLine key={one.person.key} approver={one} planned={props.planned ?? false} />
            ))}
          </ul>
          <Deadline step={step} />
          {props.below?.(index)}
        </li>
      ))}
    </ol>
  );
}

function ApproverLine(props: { readonly approver: Approver; readonly planned: boolean }) {
  const t = useT();
  const nameOf = useNameOf();
  const { approver } = props;
  return (
    <li>
      <span className="j-approval-name">
        <ColleagueName person={approver.person} />
      </span>
      <span className="j-small j-muted">
        {approver.deputy ? t('approvals.deputy') : t(`approvals.because_${approver.because}`)}
        {approver.inPlaceOf && ` · ${t('approvals.in_place_of', { name: nameOf(approver.inPlaceOf) })}`}
      </span>
      {!props.planned && (
        <span className="j-small">
          {t(`approvals.person_${approver.state}`)}
          {approver.at !== null && (
            <>
              {' '}
              <DateTime iso={approver.at} />
            </>
          )}
        </span>
      )}
    </li>
  );
}

function Deadline(props: { readonly step: StepView }) {
  const t = useT();
  const namesOf = useNamesOf();
  const { timeoutHours, escalateTo } = props.step;
  if (timeoutHours === null) return null;
  return (
    <p className="j-small j-muted">
      {escalateTo.length > 0
        ? t('approvals.timeout', { count: timeoutHours, names: namesOf(escalateTo) })
        : t('approvals.timeout_ends', { count: timeoutHours })}
    </p>
  );
}
