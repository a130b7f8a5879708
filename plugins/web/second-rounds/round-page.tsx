import { useState } from 'react';
import type { RoundView } from '#adapters/http/schemas/second-rounds.ts';
import { Button, buttonClass } from '../kit/button.tsx';
import { useT } from '../kit/i18n.tsx';
import { PageFrame } from '../kit/page.tsx';
import { Link, useParam } from '../kit/router.tsx';
import { useApi, useMay, useSession } from '../kit/session.tsx';
import { ErrorState, Notice, Skeleton } from '../kit/states.tsx';
import { useQuery } from '../kit/use-query.ts';
import { JoinedScores } from './joined-scores.tsx';
import { RoundActions } from './round-actions.tsx';
import { RoundFacts } from './round-facts.tsx';
import './rounds.css';
import { ScorecardForm } from './scorecard-form.tsx';

/** `/second-rounds/:roundId`: when and where, the report to read before, and the scorecard for afterwards. */
export function Page() {
  const t = useT();
  const api = useApi();
  const id = useParam('roundId');
  const query = useQuery<RoundView>(`round ${id}`, (signal) => api.get(`/second-rounds/${id}`, { signal }));
  if (query.data === null) {
    return (
      <PageFrame title={t('rounds.title')} crumbs={[{ label: t('rounds.title'), to: '/second-rounds' }]}>
        {query.state === 'failed' ? (
          <ErrorState problem={query.problem} onRetry={query.reload} />
        ) : (
          <Skeleton lines={8} />
        )}
      </PageFrame>
    );
  }
  return <Shown round={query.data} onChanged={(round) => query.setData(() => round)} />;
}

function Shown(props: { readonly round: RoundView; readonly onChanged: (round: RoundView) => void }) {
  const t = useT();
  const mayReport = useMay('report.read');
  const { round } = props;
  return (
    <PageFrame
      title={round.candidateName ?? t('messages.candidate')}
      intro={`${round.jobTitle} · ${t('rounds.one', { number: round.number })}`}
      crumbs={[{ label: t('rounds.title'), to: '/second-rounds' }]}
      actions={
        mayReport ? (
          <Link to={`/reports/${round.applicationId}`} className={buttonClass('primary')}>
            {t('rounds.open_report')}
          </Link>
        ) : undefined
      }
    >
      <div className="j-stack">
        {round.state === 'cancelled' && (
          <Notice tone="warn">
            {round.cancelReason
              ? t('rounds.cancelled_because', { reason: round.cancelReason })
              : t('rounds.cancelled')}
          </Notice>
        )}
        <section className="j-card j-stack" aria-label={t('rounds.title')}>
          <RoundFacts round={round} />
          {round.arrangedBy && (
            <p className="j-small j-muted">{t('rounds.by', { name: round.arrangedBy })}</p>
          )}
          <RoundActions round={round} onChanged={props.onChanged} />
        </section>
        <OwnScorecard round={round} onChanged={props.onChanged} />
        <section className="j-stack" aria-labelledby="round-scorecards">
          <h2 id="round-scorecards">{t('rounds.scorecards')}</h2>
          <JoinedScores round={round} />
        </section>
      </div>
    </PageFrame>
  );
}

function OwnScorecard(props: { readonly round: RoundView; readonly onChanged: (round: RoundView) => void }) {
  const t = useT();
  const { person } = useSession();
  const { round } = props;
  const [again, setAgain] = useState(false);
  const asked = round.interviewers.some(({ id }) => id === person.id) && round.state === 'arranged';
  const given = round.scorecards.some(({ own }) => own);
  if (!asked) return null;
  if (!round.actions.rate) return <Notice tone="info">{t('rounds.scorecard_early')}</Notice>;
  if (given && !again) {
    return (
      <div className="j-row">
        <Button icon="edit" onClick={() => setAgain(true)}>
          {t('rounds.scorecard_again')}
        </Button>
      </div>
    );
  }
  return (
    <ScorecardForm
      round={round}
      onSaved={(next) => {
        setAgain(false);
        props.onChanged(next);
      }}
    />
  );
}
