import { useState } from 'react';
import type { CorrectionView } from '#adapters/http/schemas/me.ts';
import { Button } from '../kit/button.tsx';
import { DateTime } from '../kit/date-time.tsx';
import { useT } from '../kit/i18n.tsx';
import { PageFrame } from '../kit/page.tsx';
import { Link } from '../kit/router.tsx';
import { useApi } from '../kit/session.tsx';
import { Badge, EmptyState, ErrorState, Skeleton } from '../kit/states.tsx';
import { Tabs } from '../kit/tabs.tsx';
import { useQuery } from '../kit/use-query.ts';
import { AnswerDialog } from './answer-dialog.tsx';
import './rights.css';

type Requests = { readonly items: readonly CorrectionView[] };
type Show = 'open' | 'closed';

/** What candidates ask to have corrected, by due date, and the answers given (R8). */
export function Page() {
  const t = useT();
  const api = useApi();
  const [show, setShow] = useState<Show>('open');
  const [answering, setAnswering] = useState<CorrectionView | null>(null);
  const requests = useQuery<Requests>('corrections', (signal) => api.get('/corrections', { signal }));
  const list = (which: Show) => () => (
    <RequestList
      requests={requests.data?.items.filter((one) => (one.state === 'open') === (which === 'open')) ?? null}
      which={which}
      onAnswer={setAnswering}
    />
  );
  return (
    <PageFrame title={t('me.hr_title')} intro={t('me.hr_lead')}>
      {requests.state === 'loading' && <Skeleton lines={6} />}
      {requests.data === null && requests.state === 'failed' && (
        <ErrorState problem={requests.problem} onRetry={requests.reload} />
      )}
      {requests.data && (
        <Tabs<Show>
          label={t('me.hr_title')}
          value={show}
          onChange={setShow}
          tabs={[
            { id: 'open', label: t('me.hr_open'), content: list('open') },
            { id: 'closed', label: t('me.hr_closed'), content: list('closed') },
          ]}
        />
      )}
      {answering && (
        <AnswerDialog
          request={answering}
          onClose={() => setAnswering(null)}
          onDone={() => {
            setAnswering(null);
            requests.reload();
          }}
        />
      )}
    </PageFrame>
  );
}

function RequestList(props: {
  readonly requests: readonly CorrectionView[] | null;
  readonly which: Show;
  readonly onAnswer: (request: CorrectionView) => void;
}) {
  const t = useT();
  const { requests, which } = props;
  if (!requests || requests.length === 0) {
    return (
      <EmptyState icon="check-circle" title={which === 'open' ? t('me.hr_empty') : t('me.hr_empty_closed')}>
        {t('me.hr_empty_hint')}
      </EmptyState>
    );
  }
  return (
    <ul className="j-stack">
      {requests.map((request) => (
        <RequestCard key={request.id} request={request} onAnswer={() => props.onAnswer(request)} />
      ))}
    </ul>
  );
}

function RequestCard(props: { readonly request: CorrectionView; readonly onAnswer: () => void }) {
  const t = useT();
  const { request } = props;
  const open = request.state === 'open';
  return (
    <li className="j-card j-stack j-stack--tight">
      <div className="j-row j-row--between">
        <h2 className="j-request__name">
          <Link to={`/candidates/${request.applicationId}`}>
            {request.candidateName ?? t('me.hr_unnamed')}
          </Link>
          <span className="j-muted j-small"> {request.jobTitle}</span>
        </h2>
        {open ? (
          request.overdue && <Badge tone="bad">{t('me.hr_overdue')}</Badge>
        ) : (
          <Badge tone={request.state === 'done' ? 'good' : 'plain'}>
            {request.state === 'done' ? t('me.hr_done') : t('me.hr_declined')}
          </Badge>
        )}
      </div>
      <p className="j-request__text">{request.text}</p>
      {request.answer && (
        <p className="j-request__text j-muted">{t('me.answer', { answer: request.answer })}</p>
      )}
      {open && (
        <p className="j-small j-muted">
          {t('me.hr_due')} <DateTime iso={request.dueAt} />
        </p>
      )}
      {open && (
        <div className="j-row">
          <Button look="primary" onClick={props.onAnswer}>
            {t('me.hr_answer')}
          </Button>
        </div>
      )}
    </li>
  );
}
