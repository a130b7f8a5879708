import type { ApplicationView } from '#adapters/http/schemas/candidates.ts';
import { decisionReasons } from '#core/report/decision-reasons.ts';
import { DateTime } from '../kit/date-time.tsx';
import { useT } from '../kit/i18n.tsx';
import { Link } from '../kit/router.tsx';
import { StatusBadge } from './candidate-words.tsx';

type Event = ApplicationView['events'][number];

const knownReasons = [
  'candidate_withdrew',
  'other_offer',
  'pay',
  'place_or_shift',
  'not_reachable',
  'did_not_come',
  'entered_by_mistake',
  'other',
] as const;

/** Reasons of decisions; `other` reads the same in both. */
const decisionCodes = Object.values(decisionReasons).flat();

/** Who took which step and when, and the person's other applications. */
export function HistoryCard(props: { readonly view: ApplicationView }) {
  const t = useT();
  const { view } = props;
  return (
    <section className="j-card j-stack" aria-labelledby="history-title">
      <h2 id="history-title">{t('candidates.history')}</h2>
      <ol className="j-timeline">
        {[...view.events].reverse().map((event) => (
          <Step key={event.id} event={event} />
        ))}
      </ol>
      {view.otherApplications.length > 0 && (
        <div>
          <h3>{t('candidates.other_applications')}</h3>
          <ul>
            {view.otherApplications.map((one) => (
              <li key={one.id} className="j-row">
                <Link to={`/candidates/${one.id}`}>{one.jobTitle}</Link>
                <StatusBadge status={one.status} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

function Step(props: { readonly event: Event }) {
  const t = useT();
  const { event } = props;
  const who =
    event.actorKind === 'person'
      ? (event.actorName ?? t('common.unknown'))
      : event.actorKind === 'candidate'
        ? t('candidates.by_candidate')
        : t('candidates.by_system');
  const exit = knownReasons.find((one) => one === event.reasonCode);
  const decided = decisionCodes.find((one) => one === event.reasonCode);
  const reason = exit
    ? t(`candidates.reason_${exit}`)
    : decided
      ? t(`reports.reason_${decided}`)
      : event.reasonCode === 'taken_back' && t('candidates.taken_back');
  return (
    <li>
      <StatusBadge status={event.to} />
      <span className="j-small">
        {who} · <DateTime iso={event.at} />
      </span>
      {(reason || event.note) && (
        <span className="j-small j-muted">{[reason, event.note].filter(Boolean).join(' · ')}</span>
      )}
    </li>
  );
}
