import type { RoundView } from '#adapters/http/schemas/second-rounds.ts';
import { DateTime } from '../kit/date-time.tsx';
import { useLanguage, useT } from '../kit/i18n.tsx';
import { PersonName } from '../kit/person-name.tsx';
import { Badge, type Tone } from '../kit/states.tsx';
import { type Column, Table } from '../kit/table.tsx';

type Joined = RoundView['joined'][number];

const tones: Readonly<Record<RoundView['scorecards'][number]['recommendation'], Tone>> = {
  advance: 'good',
  hold: 'warn',
  reject: 'bad',
};

/** What the interviewers judged: the means by dimension, then each scorecard in its giver's words. */
export function JoinedScores(props: { readonly round: RoundView }) {
  const t = useT();
  const lang = useLanguage().locale === 'zh-CN' ? 'zh' : 'en';
  const { round } = props;
  const given = round.interviewers.some(({ rated }) => rated);
  if (round.scorecards.length === 0) {
    return <p className="j-muted">{t(given ? 'rounds.scorecard_hidden' : 'rounds.scorecard_none')}</p>;
  }
  const nameOf = (code: string) => round.dimensions.find((one) => one.code === code)?.name[lang] ?? code;
  const columns: readonly Column<Joined>[] = [
    {
      id: 'dimension',
      header: t('rounds.joined_dimension'),
      role: 'main',
      cell: ({ dimension }) => nameOf(dimension),
    },
    { id: 'mean', header: t('rounds.joined_mean'), align: 'end', cell: ({ mean }) => mean ?? '—' },
    {
      id: 'range',
      header: t('rounds.joined_range'),
      align: 'end',
      cell: ({ low, high }) => (low === null ? '—' : low === high ? String(low) : `${low}–${high}`),
    },
    { id: 'raters', header: t('rounds.joined_raters'), align: 'end', cell: ({ raters }) => raters },
  ];
  return (
    <div className="j-stack">
      {round.scorecards.length > 1 && (
        <Table
          caption={t('rounds.joined')}
          columns={columns}
          rows={round.joined}
          rowKey={({ dimension }) => dimension}
        />
      )}
      {round.scorecards.map((card) => (
        <details key={card.by.id} className="j-card j-round-card" open>
          <summary>
            <PersonName id={card.by.id} name={card.by.name} fallback={t('messages.colleague')} />{' '}
            <Badge tone={tones[card.recommendation]}>{t(`rounds.recommend_${card.recommendation}`)}</Badge>{' '}
            <span className="j-small j-muted">
              <DateTime iso={card.at} />
            </span>
          </summary>
          <p className="j-round-note">{card.summary}</p>
          <ul className="j-round-ratings">
            {card.ratings.map(({ dimension, score, note }) => (
              <li key={dimension}>
                {nameOf(dimension)} <strong>{score ?? t('reports.cannot_tell')}</strong>
                {note && ` · ${note}`}
              </li>
            ))}
          </ul>
        </details>
      ))}
    </div>
  );
}
