import type { OfferView, PlanView as Plan } from '#adapters/http/schemas/offers.ts';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { useT } from '../kit/i18n.tsx';
import { useApi } from '../kit/session.tsx';
import { ErrorState, Notice, ProblemNotice, Skeleton } from '../kit/states.tsx';
import { useToast } from '../kit/toast.tsx';
import { useMutation } from '../kit/use-mutation.ts';
import { useQuery } from '../kit/use-query.ts';
import { PlanView } from './plan-view.tsx';

/** Shows who will be asked before an offer is sent. */
export function SendOfferDialog(props: {
  readonly applicationId: string;
  readonly onSent: (view: OfferView) => void;
  readonly onClose: () => void;
}) {
  const t = useT();
  const api = useApi();
  const toast = useToast();
  const path = `/applications/${props.applicationId}/offer`;
  const plan = useQuery<Plan>(`${path} plan`, (signal) => api.get(`${path}/plan`, { signal }));
  const ask = useMutation((_: null, idempotencyKey) =>
    api.post<OfferView>(`${path}/approval`, {}, { idempotencyKey }),
  );
  const send = async () => {
    const next = await ask.run(null);
    if (!next) return;
    toast({ text: t('approvals.offer_asked') });
    props.onSent(next);
    props.onClose();
  };
  const blocked = plan.data === null || plan.data.problem !== null;
  return (
    <Dialog
      wide
      title={t('approvals.offer_send_title')}
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={props.onClose}>{t('common.cancel')}</Button>
          <Button look="primary" busy={ask.busy} disabled={blocked} onClick={() => void send()}>
            {plan.data?.way === 'none' ? t('approvals.offer_confirm') : t('approvals.offer_send')}
          </Button>
        </>
      }
    >
      <div className="j-stack">
        <ProblemNotice problem={ask.problem} />
        {plan.data === null &&
          (plan.state === 'failed' ? (
            <ErrorState problem={plan.problem} onRetry={plan.reload} />
          ) : (
            <Skeleton lines={3} />
          ))}
        {plan.data?.way === 'none' && <p>{t('approvals.offer_no_chain')}</p>}
        {plan.data?.problem != null && <Notice tone="warn" title={t('approvals.plan_blocked')} />}
        {plan.data && <PlanView plan={plan.data} />}
      </div>
    </Dialog>
  );
}
