import type { ApiProblem } from '../kit/api-problem.ts';
import { Action, problemWords, StepTitle } from './parts.tsx';
import { useReader } from './words.tsx';

/** Why a candidate's link cannot be opened, and whom to ask. */
export function LinkProblem(props: { readonly problem: ApiProblem; readonly onRetry: () => void }) {
  const { t } = useReader();
  const { code } = props.problem.problem;
  const known: Readonly<Record<string, readonly [string, string]>> = {
    NOT_FOUND: [t('interview.link_unknown'), t('interview.link_unknown_help')],
    UNAUTHENTICATED: [t('interview.link_unknown'), t('interview.link_unknown_help')],
    LINK_EXPIRED: [t('interview.link_expired'), t('interview.link_expired_help')],
    LINK_REVOKED: [t('interview.link_revoked'), t('interview.link_revoked_help')],
  };
  const words = known[code];
  const other = problemWords(props.problem, t);
  return (
    <>
      <StepTitle>{words?.[0] ?? other.title}</StepTitle>
      <p className="c-lead">{words?.[1] ?? other.remedy}</p>
      {!words && (
        <div className="c-actions">
          <Action look="primary" onClick={props.onRetry}>
            {t('interview.retry')}
          </Action>
        </div>
      )}
    </>
  );
}
