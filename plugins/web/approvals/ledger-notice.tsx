import type { ApprovalView } from '#adapters/http/schemas/approvals.ts';
import { Button } from '../kit/button.tsx';
import { useT } from '../kit/i18n.tsx';
import { useApi, useMay } from '../kit/session.tsx';
import { Notice, ProblemNotice } from '../kit/states.tsx';
import { useMutation } from '../kit/use-mutation.ts';
import { usePlatformName } from './approval-words.tsx';

/** Where a request stands between Jinji and the office platform. */
export function LedgerNotice(props: {
  readonly view: ApprovalView;
  readonly onChanged: (view: ApprovalView) => void;
}) {
  const t = useT();
  const api = useApi();
  const platformName = usePlatformName();
  const mayRefresh = useMay('decision.write');
  const { ledger, state } = props.view;
  const refresh = useMutation((_: null, idempotencyKey) =>
    api.post<ApprovalView>(`/approvals/${props.view.id}/refresh`, {}, { idempotencyKey }),
  );
  if (ledger === null) return null;
  const platform = platformName(ledger.platform);
  const send = async () => {
    const next = await refresh.run(null);
    if (next) props.onChanged(next);
  };
  const running = state === 'pending';
  return (
    <Notice
      tone={ledger.problem === null ? 'info' : 'warn'}
      title={t(`approvals.ledger_${ledger.stage}`, { platform })}
      actions={
        running && mayRefresh ? (
          <Button busy={refresh.busy} onClick={() => void send()}>
            {t('approvals.refresh')}
          </Button>
        ) : undefined
      }
    >
      {ledger.problem && (
        <p>
          {ledger.problem.title} {ledger.problem.remedy}
        </p>
      )}
      {running && ledger.stage === 'sent' && <p>{t('approvals.on_platform', { platform })}</p>}
      <ProblemNotice problem={refresh.problem} />
    </Notice>
  );
}
