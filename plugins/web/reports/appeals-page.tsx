import { useState } from 'react';
import type { AppealView } from '#adapters/http/schemas/reports.ts';
import { Button, buttonClass } from '../kit/button.tsx';
import { RadioGroup } from '../kit/choice.tsx';
import { DateTime } from '../kit/date-time.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { TextArea } from '../kit/field.tsx';
import { useLacks, useT } from '../kit/i18n.tsx';
import { PageFrame } from '../kit/page.tsx';
import { Link } from '../kit/router.tsx';
import { useApi } from '../kit/session.tsx';
import { Badge, EmptyState, ErrorState, Notice, ProblemNotice, Skeleton } from '../kit/states.tsx';
import { useToast } from '../kit/toast.tsx';
import { useMutation } from '../kit/use-mutation.ts';
import { useQuery } from '../kit/use-query.ts';
import './reports.css';

type Appeals = { readonly items: readonly AppealView[] };

function AnswerDialog(props: {
  readonly appeal: AppealView;
  readonly onClose: () => void;
  readonly onDone: (appeals: Appeals) => void;
}) {
  const t = useT();
  const lacks = useLacks();
  const api = useApi();
  const toast = useToast();
  const [outcome, setOutcome] = useState<'kept' | 'changed' | null>(null);
  const [answer, setAnswer] = useState('');
  const send = useMutation((body: object, idempotencyKey) =>
    api.post<Appeals>(`/appeals/${props.appeal.id}/answer`, body, { idempotencyKey }),
  );
  const submit = async () => {
    const appeals = await send.run({ outcome, answer: answer.trim() });
    if (!appeals) return;
    toast({ text: t('reports.appeal_sent') });
    props.onDone(appeals);
    props.onClose();
  };
  return (
    <Dialog
      wide
      title={t('reports.appeal_answer')}
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={props.onClose}>{t('common.cancel')}</Button>
          <Button
            look="primary"
            busy={send.busy}
            lacks={lacks([
              outcome === null && t('reports.appeal_outcome'),
              answer.trim() === '' && t('reports.appeal_answer'),
            ])}
            onClick={submit}
          >
            {t('reports.appeal_send')}
          </Button>
        </>
      }
    >
      <div className="j-stack">
        <ProblemNotice problem={send.problem} />
        <blockquote className="j-quote">{props.appeal.text}</blockquote>
        <RadioGroup
          legend={t('reports.appeal_outcome')}
          value={outcome}
          onChange={setOutcome}
          options={[
            { value: 'kept', label: t('reports.appeal_kept') },
            { value: 'changed', label: t('reports.appeal_changed') },
          ]}
        />
        <TextArea
          label={t('reports.appeal_answer')}
          value={answer}
          onChange={setAnswer}
          maxLength={2000}
          error={send.problem?.forField('answer') ?? null}
        />
      </div>
    </Dialog>
  );
}

function AppealCard(props: { readonly appeal: AppealView; readonly onAnswer: () => void }) {
  const t = useT();
  const { appeal } = props;
  const open = appeal.state === 'open';
  return (
    <li className="j-card j-stack j-stack--tight">
      <div className="j-row j-row--between">
        <h2 className="j-appeal__name">{appeal.candidateName ?? t('reports.no_name')}</h2>
        {open ? (
          <Badge tone={appeal.overdue ? 'bad' : 'warn'}>
            {t(appeal.overdue ? 'reports.appeal_overdue' : 'reports.appeals_open')}
          </Badge>
        ) : (
          <Badge tone="good">
            {t(appeal.state === 'kept' ? 'reports.appeal_kept' : 'reports.appeal_changed')}
          </Badge>
        )}
      </div>
      <p className="j-small j-muted">
        {t('reports.appeal_due')} <DateTime iso={appeal.dueAt} />
      </p>
      <blockquote className="j-quote">{appeal.text}</blockquote>
      {appeal.answer && (
        <p>
          {appeal.answer}{' '}
          <span className="j-small j-muted">
            {t('reports.appeal_by', { name: appeal.reviewerName ?? t('common.unknown') })}
          </span>
        </p>
      )}
      {open && appeal.nobodyMay && <Notice tone="bad">{t('reports.appeal_nobody')}</Notice>}
      {open && !appeal.mayAnswer && !appeal.nobodyMay && (
        <p className="j-small j-muted">{t('reports.appeal_not_you')}</p>
      )}
      <div className="j-row">
        <Link className={buttonClass()} to={`/reports/${appeal.applicationId}`}>
          {t('reports.open_report')}
        </Link>
        {appeal.mayAnswer && (
          <Button look="primary" onClick={props.onAnswer}>
            {t('reports.appeal_answer')}
          </Button>
        )}
      </div>
    </li>
  );
}

/** Candidates who ask for a second look, and the answers of people who took no part in the result. */
export function Page() {
  const t = useT();
  const api = useApi();
  const [answering, setAnswering] = useState<AppealView | null>(null);
  const appeals = useQuery<Appeals>('appeals', (signal) => api.get('/appeals', { signal }));
  const items = [...(appeals.data?.items ?? [])].sort(
    (a, b) => Number(a.state !== 'open') - Number(b.state !== 'open'),
  );
  return (
    <PageFrame
      title={t('reports.appeals')}
      intro={t('reports.appeals_intro')}
      crumbs={[{ label: t('reports.title'), to: '/reports' }]}
    >
      {appeals.state === 'loading' && <Skeleton lines={6} />}
      {appeals.data === null && appeals.state === 'failed' && (
        <ErrorState problem={appeals.problem} onRetry={appeals.reload} />
      )}
      {appeals.data && items.length === 0 && (
        <EmptyState icon="check-circle" title={t('reports.appeals_none_title')}>
          {t('reports.appeals_none')}
        </EmptyState>
      )}
      {items.length > 0 && (
        <ul className="j-stack">
          {items.map((appeal) => (
            <AppealCard key={appeal.id} appeal={appeal} onAnswer={() => setAnswering(appeal)} />
          ))}
        </ul>
      )}
      {answering && (
        <AnswerDialog
          appeal={answering}
          onClose={() => setAnswering(null)}
          onDone={(next) => appeals.setData(() => next)}
        />
      )}
    </PageFrame>
  );
}
