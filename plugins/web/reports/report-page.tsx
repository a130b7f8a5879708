import type { ReactNode } from 'react';
import type { ReportView } from '#adapters/http/schemas/reports.ts';
import type { ReportDocument } from '#core/report/report-document.ts';
import { Button, buttonClass } from '../kit/button.tsx';
import { useT } from '../kit/i18n.tsx';
import { lazyPart } from '../kit/lazy-part.tsx';
import { PageFrame } from '../kit/page.tsx';
import { Link, useParam } from '../kit/router.tsx';
import { useApi, useMay } from '../kit/session.tsx';
import { EmptyState, ErrorState, Notice, Skeleton } from '../kit/states.tsx';
import { useQuery } from '../kit/use-query.ts';
import { AnswersSection } from './answers-section.tsx';
import { DecisionSection } from './decision-section.tsx';
import { DimensionsSection } from './dimensions-section.tsx';
import { FeedbackSection } from './feedback-section.tsx';
import { HistorySection } from './history-section.tsx';
import { PointsSection } from './points-section.tsx';
import { RatingForm } from './rating-form.tsx';
import { RatingSection } from './rating-section.tsx';
import { ReportActions } from './report-actions.tsx';
import { ReportProvider, useReport } from './report-context.tsx';
import './reports.css';
import { LimitsSection, MustHaveSection, StrengthsSection } from './short-sections.tsx';
import { SuggestionSection } from './suggestion-section.tsx';

const OfferCard = lazyPart(
  async () => (await import('../approvals/offer-card.tsx')).OfferCard,
  ['approvals', 'candidates'],
);
const RoundsCard = lazyPart(
  async () => (await import('../second-rounds/rounds-card.tsx')).RoundsCard,
  ['rounds', 'reports'],
);

type SectionId = ReportDocument['layout']['sections'][number];

/** Sections of the main column; suggestion stands above it and the decision beside it. */
const sections: Readonly<Partial<Record<SectionId, () => ReactNode>>> = {
  dimensions: () => <DimensionsSection />,
  points_to_verify: () => <PointsSection />,
  must_have: () => <MustHaveSection />,
  answers: () => <AnswersSection />,
  strengths: () => <StrengthsSection />,
  human_ratings: () => <RatingSection />,
};

/** What a person does before there is a score to see: read the answers and rate. */
function RateFirst() {
  const t = useT();
  const { document, actions } = useReport();
  const mayRate = useMay('rating.write');
  const words = document.hidden
    ? t('reports.rate_blind')
    : document.interview.wantsPerson
      ? t('reports.rate_talk')
      : t('reports.rate_required');
  if (document.interview.state === 'submitted') return <ScoringNow />;
  return (
    <>
      <Notice tone="info">{words}</Notice>
      {document.questions.some(({ turns }) => turns.length > 0) && <AnswersSection />}
      {mayRate && actions.rate && (
        <section className="j-stack" aria-labelledby="rate-title">
          <h2 id="rate-title">{t('reports.rate_title')}</h2>
          <RatingForm />
        </section>
      )}
      <LimitsSection />
    </>
  );
}

function ScoringNow() {
  const t = useT();
  const { reload } = useReport();
  return (
    <Notice
      tone="info"
      actions={
        <Button icon="refresh" onClick={reload}>
          {t('reports.refresh')}
        </Button>
      }
    >
      {t('reports.scoring_now')}
    </Notice>
  );
}

function Body() {
  const { document, reload } = useReport();
  const mayWriteFeedback = useMay('feedback.write');
  if (!document.result) {
    return (
      <div className="j-report">
        <RateFirst />
      </div>
    );
  }
  return (
    <div className="j-report">
      <SuggestionSection />
      <div className="j-report__columns">
        <div className="j-report__main">
          {document.layout.sections.map((id) => {
            const section = sections[id];
            return section ? <div key={id}>{section()}</div> : null;
          })}
          <LimitsSection />
        </div>
        <div className="j-report__side">
          <DecisionSection />
          <HistorySection />
        </div>
        <div className="j-report__after">
          <RoundsCard
            applicationId={document.application.id}
            status={document.application.status}
            onArranged={reload}
          />
          <OfferCard
            applicationId={document.application.id}
            status={document.application.status}
            onMoved={reload}
          />
          {mayWriteFeedback && <FeedbackSection />}
        </div>
      </div>
    </div>
  );
}

function Loaded(props: { readonly document: ReportDocument }) {
  const t = useT();
  const { candidate, hidden, job } = props.document;
  return (
    <PageFrame
      title={hidden ? t('reports.masked') : (candidate.name ?? t('reports.no_name'))}
      intro={job.title}
      crumbs={[{ label: t('reports.title'), to: '/reports' }]}
      actions={<ReportActions />}
    >
      <Body />
    </PageFrame>
  );
}

/** The report of one application, readable in a minute. */
export function Page() {
  const t = useT();
  const api = useApi();
  const id = useParam('applicationId');
  const report = useQuery<ReportView>(`report/${id}`, (signal) =>
    api.get(`/applications/${id}/report`, { signal }),
  );
  if (report.state === 'loading') {
    return (
      <PageFrame title={t('reports.title')} crumbs={[{ label: t('reports.title'), to: '/reports' }]}>
        <Skeleton lines={8} />
      </PageFrame>
    );
  }
  if (report.data === null) {
    const early = report.problem?.problem.code === 'STATE_CONFLICT';
    return (
      <PageFrame title={t('reports.title')} crumbs={[{ label: t('reports.title'), to: '/reports' }]}>
        {early ? (
          <EmptyState
            title={t('reports.not_ready_title')}
            icon="clock"
            action={
              <Link className={buttonClass('primary')} to={`/candidates/${id}`}>
                {t('reports.to_invitation')}
              </Link>
            }
          >
            {t('reports.not_ready')}
          </EmptyState>
        ) : (
          <ErrorState problem={report.problem} onRetry={report.reload} />
        )}
      </PageFrame>
    );
  }
  return (
    <ReportProvider
      value={{ ...report.data, show: (view) => report.setData(() => view), reload: report.reload }}
    >
      <Loaded document={report.data.document} />
    </ReportProvider>
  );
}
