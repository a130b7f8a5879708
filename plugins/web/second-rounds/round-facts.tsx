import type { RoundView } from '#adapters/http/schemas/second-rounds.ts';
import { DateTime } from '../kit/date-time.tsx';
import { useT } from '../kit/i18n.tsx';
import { PersonName } from '../kit/person-name.tsx';
import { Badge } from '../kit/states.tsx';

/** Time, place and people of a round. */
export function RoundFacts(props: { readonly round: RoundView }) {
  const t = useT();
  const { round } = props;
  return (
    <dl className="j-round-facts">
      <div>
        <dt>{t('rounds.time')}</dt>
        <dd>
          <DateTime iso={round.startsAt} showZone /> · {round.minutes} {t('rounds.minute_unit')}
        </dd>
      </div>
      <div>
        <dt>{t('rounds.where')}</dt>
        <dd>
          <Place round={round} />
        </dd>
      </div>
      <div>
        <dt>{t('rounds.interviewers')}</dt>
        <dd className="j-round-people">
          {round.interviewers.map(({ id, name, confirmedAt, rated }) => (
            <span key={id}>
              <PersonName id={id} name={name} fallback={t('messages.colleague')} />{' '}
              {rated ? (
                <Badge tone="good">{t('rounds.rated')}</Badge>
              ) : (
                <Badge tone={confirmedAt ? 'good' : 'plain'}>
                  {confirmedAt ? t('rounds.confirmed') : t('rounds.unconfirmed')}
                </Badge>
              )}
            </span>
          ))}
        </dd>
      </div>
      {round.note && (
        <div>
          <dt>{t('rounds.note')}</dt>
          <dd className="j-round-note">{round.note}</dd>
        </div>
      )}
    </dl>
  );
}

function Place(props: { readonly round: RoundView }) {
  const t = useT();
  const { kind, text } = props.round.place;
  if (text === null) return <span className="j-muted">{t('rounds.platform_pending')}</span>;
  if (kind === 'onsite') return <>{text}</>;
  return (
    <a href={text} target="_blank" rel="noreferrer noopener">
      {text}
    </a>
  );
}
