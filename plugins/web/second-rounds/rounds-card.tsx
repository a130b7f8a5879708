import { useState } from 'react';
import type { RoundsView, RoundView } from '#adapters/http/schemas/second-rounds.ts';
import { Button } from '../kit/button.tsx';
import { useT } from '../kit/i18n.tsx';
import { Link } from '../kit/router.tsx';
import { useApi, useMay } from '../kit/session.tsx';
import { ErrorState, Notice, Skeleton } from '../kit/states.tsx';
import { useQuery } from '../kit/use-query.ts';
import { ArrangeDialog } from './arrange-dialog.tsx';
import { JoinedScores } from './joined-scores.tsx';
import { RoundActions } from './round-actions.tsx';
import { RoundFacts } from './round-facts.tsx';
import './rounds.css';

/** The second rounds of an application, on its page and on its report. */
export function RoundsCard(props: {
  readonly applicationId: string;
  /** Another status shows other rounds. */
  readonly status: string;
  readonly onArranged?: () => void;
}) {
  const t = useT();
  const api = useApi();
  const arranges = useMay('candidate.write');
  const [open, setOpen] = useState(false);
  const { applicationId } = props;
  const query = useQuery<RoundsView>(`rounds of ${applicationId} ${props.status}`, (signal) =>
    api.get(`/applications/${applicationId}/second-rounds`, { signal }),
  );
  const rounds = query.data;
  if (rounds && rounds.items.length === 0 && !(arranges && rounds.mayArrange)) return null;
  const put = (round: RoundView) =>
    query.setData((before) => ({
      ...before,
      items: before.items.some(({ id }) => id === round.id)
        ? before.items.map((one) => (one.id === round.id ? round : one))
        : [...before.items, round],
    }));
  return (
    <section className="j-card j-stack" aria-labelledby="rounds-title">
      <div className="j-row j-row--between">
        <h2 id="rounds-title">{t('rounds.title')}</h2>
        {arranges && rounds?.mayArrange && (
          <Button icon="calendar" onClick={() => setOpen(true)}>
            {t('rounds.arrange')}
          </Button>
        )}
      </div>
      {rounds === null ? (
        query.state === 'failed' ? (
          <ErrorState problem={query.problem} onRetry={query.reload} />
        ) : (
          <Skeleton lines={2} />
        )
      ) : rounds.items.length === 0 ? (
        <p className="j-muted">{t('rounds.none')}</p>
      ) : (
        rounds.items.map((round) => <OneRound key={round.id} round={round} onChanged={put} />)
      )}
      {open && (
        <ArrangeDialog
          applicationId={applicationId}
          round={null}
          onSaved={(round) => {
            put(round);
            props.onArranged?.();
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </section>
  );
}

function OneRound(props: { readonly round: RoundView; readonly onChanged: (round: RoundView) => void }) {
  const t = useT();
  const { round } = props;
  return (
    <article className="j-round">
      <h3>
        <Link to={`/second-rounds/${round.id}`}>{t('rounds.one', { number: round.number })}</Link>
      </h3>
      {round.state === 'cancelled' && (
        <Notice tone="plain">
          {round.cancelReason
            ? t('rounds.cancelled_because', { reason: round.cancelReason })
            : t('rounds.cancelled')}
        </Notice>
      )}
      <RoundFacts round={round} />
      <RoundActions round={round} onChanged={props.onChanged} />
      {round.interviewers.some(({ rated }) => rated) && <JoinedScores round={round} />}
    </article>
  );
}
