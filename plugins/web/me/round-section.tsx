import { useState } from 'react';
import type { MeView } from '#adapters/http/schemas/me.ts';
import { formatDateTime, zoneOffsetName } from '#core/i18n/date-time.ts';
import { asProblem } from '../candidate-kit/client.ts';
import { Action, ProblemNote } from '../candidate-kit/parts.tsx';
import { useReader } from '../candidate-kit/words.tsx';
import type { ApiProblem } from '../kit/api-problem.ts';
import type { MeSession } from './me-session.ts';
import { saveFile } from './save-file.ts';

type Round = MeView['secondRounds'][number];

/** When and where the candidate is expected for a second round; nothing where none is arranged. */
export function RoundSection(props: { readonly session: MeSession }) {
  const { t } = useReader();
  const { secondRounds } = props.session.view;
  // A cancelled round is told of as long as no other one has taken its place.
  const newest = secondRounds[secondRounds.length - 1];
  const shown = secondRounds.filter((round) => round.state === 'arranged' || round === newest);
  if (shown.length === 0) return null;
  return (
    <section className="c-card" aria-labelledby="round">
      <h2 id="round">{t('me.round')}</h2>
      {shown.map((round) => (
        <OneRound key={round.id} round={round} session={props.session} />
      ))}
    </section>
  );
}

function OneRound(props: { readonly round: Round; readonly session: MeSession }) {
  const { t, locale } = useReader();
  const { round } = props;
  const { zone } = props.session.view;
  const time = formatDateTime(round.startsAt, { locale, zone });
  if (round.state === 'cancelled') return <p>{t('me.round_cancelled', { time })}</p>;
  return (
    <>
      <p>
        <strong>
          {t('me.round_at', { time, zone: zoneOffsetName(round.startsAt, zone), minutes: round.minutes })}
        </strong>
      </p>
      <p>
        {round.place === null ? (
          t('me.round_pending')
        ) : /^https:\/\//.test(round.place) ? (
          <a href={round.place} rel="noreferrer noopener">
            {round.place}
          </a>
        ) : (
          t('me.round_place', { place: round.place })
        )}
      </p>
      {round.note && <p>{round.note}</p>}
      <KeepButton {...props} />
    </>
  );
}

/** The address of the file needs the link's token in a header, so the page fetches it and hands it over. */
function KeepButton(props: { readonly round: Round; readonly session: MeSession }) {
  const { t } = useReader();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const keep = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const { file } = await props.session.client.request<{ file: string }>(
        `/me/second-rounds/${props.round.id}/calendar`,
      );
      saveFile('interview.ics', file, 'text/calendar');
    } catch (error) {
      setProblem(asProblem(error));
    }
    setBusy(false);
  };
  return (
    <>
      <Action busy={busy} onClick={() => void keep()}>
        {t('me.round_keep')}
      </Action>
      <ProblemNote problem={problem} />
    </>
  );
}
