import type { ApprovalView } from '#adapters/http/schemas/approvals.ts';
import { Button } from '../kit/button.tsx';
import { useConfirm } from '../kit/confirm.tsx';
import { useT } from '../kit/i18n.tsx';
import { PageFrame } from '../kit/page.tsx';
import { Link, useParam } from '../kit/router.tsx';
import { useApi, useMay } from '../kit/session.tsx';
import { ErrorState, ProblemNotice, Skeleton } from '../kit/states.tsx';
import { useToast } from '../kit/toast.tsx';
import { useMutation } from '../kit/use-mutation.ts';
import { useQuery } from '../kit/use-query.ts';
import { ApprovalContent, ApprovalLog } from './approval-content.tsx';
import { ApprovalBadge, useSubjectOf } from './approval-words.tsx';
import { ColleagueName } from './colleague-name.tsx';
import { DecidePanel } from './decide-panel.tsx';
import { LedgerNotice } from './ledger-notice.tsx';
import { StepList } from './step-list.tsx';
import { TodoNotice } from './todo-notice.tsx';

/** `/approvals/:approvalId`: one request, and the reader's word on it. */
export function Page() {
  const t = useT();
  const api = useApi();
  const id = useParam('approvalId');
  const query = useQuery<ApprovalView>(`approval ${id}`, (signal) => api.get(`/approvals/${id}`, { signal }));
  const crumbs = [{ label: t('approvals.title'), to: '/approvals' }];
  if (query.data === null) {
    return (
      <PageFrame title={t('approvals.title')} crumbs={crumbs}>
        {query.state === 'failed' ? (
          <ErrorState problem={query.problem} onRetry={query.reload} />
        ) : (
          <Skeleton lines={8} />
        )}
      </PageFrame>
    );
  }
  return <Shown key={id} view={query.data} onChanged={(next) => query.setData(() => next)} />;
}

function Shown(props: { readonly view: ApprovalView; readonly onChanged: (view: ApprovalView) => void }) {
  const t = useT();
  const subjectOf = useSubjectOf();
  const { view, onChanged } = props;
  return (
    <PageFrame
      title={`${t(`approvals.kind_${view.kind}`)} · ${subjectOf(view)}`}
      crumbs={[{ label: t('approvals.title'), to: '/approvals' }]}
      intro={
        <span className="j-row">
          <ApprovalBadge state={view.state} />
          <span className="j-muted">
            {t('approvals.asked_by')} <ColleagueName person={view.askedBy} />
          </span>
          <SubjectLink view={view} />
        </span>
      }
      actions={<Withdraw view={view} onChanged={onChanged} />}
    >
      <div className="j-stack j-narrow">
        <LedgerNotice view={view} onChanged={onChanged} />
        <section className="j-card j-stack" aria-labelledby="content-title">
          <h2 id="content-title">{t('approvals.about')}</h2>
          <ApprovalContent view={view} />
        </section>
        {view.mine && view.way === 'own' && <DecidePanel view={view} onChanged={onChanged} />}
        {view.steps.length > 0 && (
          <section className="j-card j-stack" aria-labelledby="steps-title">
            <h2 id="steps-title">{t('approvals.steps')}</h2>
            <StepList steps={view.steps} />
            <TodoNotice view={view} />
          </section>
        )}
        <section className="j-card j-stack" aria-labelledby="log-title">
          <h2 id="log-title">{t('approvals.history')}</h2>
          <ApprovalLog view={view} />
        </section>
      </div>
    </PageFrame>
  );
}

function SubjectLink(props: { readonly view: ApprovalView }) {
  const t = useT();
  const mayRead = useMay('candidate.read');
  const { subjectKind, subjectId } = props.view;
  if (!mayRead) return null;
  return subjectKind === 'application' ? (
    <Link to={`/candidates/${subjectId}`}>{t('approvals.open_subject')}</Link>
  ) : (
    <Link to={`/jobs/${subjectId}`}>{t('approvals.open_job')}</Link>
  );
}

function Withdraw(props: { readonly view: ApprovalView; readonly onChanged: (view: ApprovalView) => void }) {
  const t = useT();
  const api = useApi();
  const confirm = useConfirm();
  const toast = useToast();
  const withdraw = useMutation((_: null, idempotencyKey) =>
    api.post<ApprovalView>(`/approvals/${props.view.id}/withdraw`, {}, { idempotencyKey }),
  );
  if (!props.view.mayWithdraw) return null;
  const send = async () => {
    const yes = await confirm({
      title: t('approvals.withdraw_title'),
      text: t('approvals.withdraw_text'),
      confirmLabel: t('approvals.withdraw'),
      danger: true,
    });
    const next = yes ? await withdraw.run(null) : null;
    if (!next) return;
    toast({ text: t(`approvals.state_${next.state}`) });
    props.onChanged(next);
  };
  return (
    <div className="j-stack j-stack--tight">
      <ProblemNotice problem={withdraw.problem} />
      <Button busy={withdraw.busy} onClick={() => void send()}>
        {t('approvals.withdraw')}
      </Button>
    </div>
  );
}
