import { useState } from 'react';
import type { JobApprovalsView, PlanView as Plan } from '#adapters/http/schemas/offers.ts';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { TextArea } from '../kit/field.tsx';
import { useT } from '../kit/i18n.tsx';
import { NumberInput } from '../kit/number-input.tsx';
import { Link } from '../kit/router.tsx';
import { useApi } from '../kit/session.tsx';
import { ErrorState, Notice, ProblemNotice, Skeleton } from '../kit/states.tsx';
import { useToast } from '../kit/toast.tsx';
import { useMutation } from '../kit/use-mutation.ts';
import { useQuery } from '../kit/use-query.ts';
import { ApprovalBadge } from './approval-words.tsx';
import { PlanView } from './plan-view.tsx';

type Item = JobApprovalsView['items'][number];

/** Agreements that a job needs before it is published; nothing where the company wants none. */
export function JobApprovals(props: {
  readonly jobId: string;
  /** The draft's revision: what is asked for changes with it. */
  readonly revision: number;
  /** Saves what was typed, so that the request is about it. */
  readonly onBeforeAsk: () => Promise<unknown>;
}) {
  const t = useT();
  const api = useApi();
  const { jobId } = props;
  const approvals = useQuery<JobApprovalsView>(`job approvals ${jobId} ${props.revision}`, (signal) =>
    api.get(`/jobs/${jobId}/approvals`, { signal }),
  );
  const [asking, setAsking] = useState<Item['kind'] | null>(null);
  const needed = approvals.data?.items.filter((item) => item.needed) ?? [];
  if (needed.length === 0) return null;
  return (
    <section className="j-card j-stack" aria-labelledby="job-approvals">
      <h2 id="job-approvals">{t('approvals.job_title')}</h2>
      {needed.map((item) => (
        <JobApproval
          key={item.kind}
          item={item}
          onAsk={async () => {
            await props.onBeforeAsk();
            setAsking(item.kind);
          }}
        />
      ))}
      {asking && (
        <AskDialog jobId={jobId} kind={asking} onClose={() => setAsking(null)} onAsked={approvals.reload} />
      )}
    </section>
  );
}

function JobApproval(props: { readonly item: Item; readonly onAsk: () => Promise<void> }) {
  const t = useT();
  const { kind, given, latest } = props.item;
  const words = { kind: t(`approvals.kind_${kind}`) };
  const running = latest?.state === 'pending';
  return (
    <div className="j-stack j-stack--tight">
      <p className="j-row">
        {given ? t('approvals.job_given', words) : t('approvals.job_needed', words)}
        {latest && (
          <Link to={`/approvals/${latest.id}`}>
            <ApprovalBadge state={latest.state} />
          </Link>
        )}
      </p>
      {!given && !running && (
        <div className="j-row">
          <Button look="primary" onClick={() => void props.onAsk()}>
            {t('approvals.job_ask', words)}
          </Button>
        </div>
      )}
    </div>
  );
}

function AskDialog(props: {
  readonly jobId: string;
  readonly kind: Item['kind'];
  readonly onClose: () => void;
  readonly onAsked: () => void;
}) {
  const t = useT();
  const api = useApi();
  const toast = useToast();
  const { jobId, kind } = props;
  const [headcount, setHeadcount] = useState(1);
  const [reason, setReason] = useState('');
  const plan = useQuery<Plan>(`job plan ${jobId} ${kind}`, (signal) =>
    api.get(`/jobs/${jobId}/approvals/plan`, { query: { kind }, signal }),
  );
  const ask = useMutation((body: object, idempotencyKey) =>
    api.post<{ approvalId: string | null }>(`/jobs/${jobId}/approvals`, body, { idempotencyKey }),
  );
  const send = async () => {
    if (!(await ask.run({ kind, headcount, reason: reason.trim() }))) return;
    toast({ text: t('approvals.job_asked') });
    props.onAsked();
    props.onClose();
  };
  return (
    <Dialog
      wide
      title={t('approvals.job_ask', { kind: t(`approvals.kind_${kind}`) })}
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={props.onClose}>{t('common.cancel')}</Button>
          <Button
            look="primary"
            busy={ask.busy}
            disabled={plan.data === null || plan.data.problem !== null}
            onClick={() => void send()}
          >
            {t('approvals.offer_send')}
          </Button>
        </>
      }
    >
      <div className="j-stack">
        <ProblemNotice problem={ask.problem} />
        {kind === 'hire_request' && (
          <NumberInput
            label={t('approvals.headcount')}
            value={headcount}
            onChange={setHeadcount}
            min={1}
            max={1000}
          />
        )}
        <TextArea
          label={t('approvals.field_reason')}
          optional
          rows={3}
          maxLength={500}
          value={reason}
          onChange={setReason}
        />
        {plan.data === null &&
          (plan.state === 'failed' ? (
            <ErrorState problem={plan.problem} onRetry={plan.reload} />
          ) : (
            <Skeleton lines={3} />
          ))}
        {plan.data?.problem != null && <Notice tone="warn" title={t('approvals.plan_blocked')} />}
        {plan.data && <PlanView plan={plan.data} />}
      </div>
    </Dialog>
  );
}
