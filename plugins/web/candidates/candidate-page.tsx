import { useEffect, useState } from 'react';
import type { ApplicationView } from '#adapters/http/schemas/candidates.ts';
import { useT } from '../kit/i18n.tsx';
import { lazyPart } from '../kit/lazy-part.tsx';
import { PageFrame } from '../kit/page.tsx';
import { Link, useParam } from '../kit/router.tsx';
import { useApi } from '../kit/session.tsx';
import { ErrorState, Skeleton } from '../kit/states.tsx';
import { type Query, useQuery } from '../kit/use-query.ts';
import { StatusBadge, useCandidateName } from './candidate-words.tsx';
import './candidate-page.css';
import { CandidateActions } from './candidate-actions.tsx';
import { DocumentPanel } from './document-panel.tsx';
import { DuplicatesCard } from './duplicates-card.tsx';
import { FileWarnings } from './file-warnings.tsx';
import { HistoryCard } from './history-card.tsx';
import { InvitationCard } from './invitation-card.tsx';
import { ProfileCard } from './profile-card.tsx';
import { ScreeningCard } from './screening-card.tsx';

const OfferCard = lazyPart(
  async () => (await import('../approvals/offer-card.tsx')).OfferCard,
  ['approvals', 'candidates'],
);
const RoundsCard = lazyPart(
  async () => (await import('../second-rounds/rounds-card.tsx')).RoundsCard,
  ['rounds', 'reports'],
);

/** `/candidates/:applicationId`: one application with everything HR needs before and beside the interview. */
export function Page() {
  const t = useT();
  const api = useApi();
  const id = useParam('applicationId');
  const query = useQuery<ApplicationView>(`application ${id}`, (signal) =>
    api.get(`/applications/${id}`, { signal }),
  );
  if (query.data === null) {
    return (
      <PageFrame title={t('candidates.title')} crumbs={[{ label: t('candidates.title'), to: '/candidates' }]}>
        {query.state === 'failed' ? (
          <ErrorState problem={query.problem} onRetry={query.reload} />
        ) : (
          <Skeleton lines={10} />
        )}
      </PageFrame>
    );
  }
  return <Shown key={id} view={query.data} query={query} />;
}

/** Rejecting before an interview needs an opened screening card (R5): the server keeps who opened it. */
function useOpened(applicationId: string): void {
  const api = useApi();
  useEffect(() => {
    api.post(`/applications/${applicationId}/screening/opened`).catch(() => {
      // Nothing to show: the decision page says so when the opening is missing.
    });
  }, [api, applicationId]);
}

function Shown(props: { readonly view: ApplicationView; readonly query: Query<ApplicationView> }) {
  const t = useT();
  const nameOf = useCandidateName();
  const { view, query } = props;
  const [focused, setFocused] = useState<string | null>(null);
  useOpened(view.id);
  const put = (next: ApplicationView) => query.setData(() => next);
  return (
    <PageFrame
      title={nameOf(view.candidate.name)}
      crumbs={[
        { label: t('candidates.title'), to: '/candidates' },
        { label: view.jobTitle, to: `/candidates?job=${view.jobId}` },
      ]}
      intro={
        <span className="j-row">
          <StatusBadge status={view.status} />
          <Link to={`/jobs/${view.jobId}`}>{view.jobTitle}</Link>
          <span className="j-muted">{t('candidates.job_version', { number: view.jobVersion })}</span>
        </span>
      }
      actions={<CandidateActions view={view} onChanged={put} reload={query.reload} />}
    >
      <div className="j-stack">
        <FileWarnings view={view} />
        <DuplicatesCard view={view} reload={query.reload} />
        <div className="j-cand-grid">
          <ScreeningCard view={view} onChanged={put} />
          <InvitationCard view={view} reload={query.reload} />
        </div>
        <div className="j-cand-grid">
          <ProfileCard view={view} onShowSource={setFocused} reload={query.reload} />
          <DocumentPanel view={view} field={focused} onLeave={() => setFocused(null)} />
        </div>
        <OfferCard applicationId={view.id} status={view.status} onMoved={query.reload} />
        <RoundsCard applicationId={view.id} status={view.status} onArranged={query.reload} />
        <HistoryCard view={view} />
      </div>
    </PageFrame>
  );
}
