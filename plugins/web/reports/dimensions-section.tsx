import type { DimensionRow } from '#core/report/report-document.ts';
import { confidenceKey, inEmphasis, supportsKey, whySource } from '#core/report/report-words.ts';
import { HelpTip } from '../kit/help-tip.tsx';
import { useLanguage, useT } from '../kit/i18n.tsx';
import { useApi } from '../kit/session.tsx';
import { Badge } from '../kit/states.tsx';
import { type Column, Table } from '../kit/table.tsx';
import { useLang, useReport } from './report-context.tsx';
import { ScoreBand } from './score-band.tsx';

const isDark = (): boolean => {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === 'dark' : window.matchMedia('(prefers-color-scheme: dark)').matches;
};

function Chart() {
  const t = useT();
  const api = useApi();
  const lang = useLang();
  const { document: report } = useReport();
  if (!report.result || !report.dimensions.some(({ score10 }) => score10 !== null)) return null;
  return (
    <img
      className="j-report__chart"
      alt={t('reports.chart_alt')}
      width="460"
      height="340"
      src={api.address(`/applications/${report.application.id}/report/chart.svg`, {
        lang,
        theme: isDark() ? 'dark' : 'light',
        report: report.result.reportId,
      })}
    />
  );
}

/** What only shows over all answers together: the reason, and words from several answers. */
function AcrossAnswers({ across }: { readonly across: NonNullable<DimensionRow['across']> }) {
  const t = useT();
  const lang = useLang();
  const { document: report } = useReport();
  const number = (id: string) => report.questions.findIndex((question) => question.id === id) + 1;
  return (
    <details className="j-small">
      <summary>
        {t('reports.across')}
        {across.why && `: ${across.why[lang]}`}
      </summary>
      <p className="j-muted">{t('reports.across_help')}</p>
      <ul>
        {across.quotes.map((one) => (
          <li key={`${one.turnId} ${one.supports} ${one.quote}`}>
            <span className="j-muted">
              {t('reports.question_n', { number: number(one.questionId) })} · {t(supportsKey(one.supports))}
            </span>{' '}
            <q>{one.quote}</q>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The candidate's own words beside the level. */
function RowQuote({ row }: { readonly row: DimensionRow }) {
  const t = useT();
  const { document: report } = useReport();
  if (!row.quote) return null;
  const number = report.questions.findIndex(({ id }) => id === row.quote?.questionId) + 1;
  return (
    <span className="j-quote j-small">
      <q>{row.quote.quote}</q>{' '}
      <span className="j-muted j-report__level">{t('reports.question_n', { number })}</span>
    </span>
  );
}

/** Why the level is not one higher. */
function RowWhy({ row }: { readonly row: DimensionRow }) {
  const t = useT();
  const lang = useLang();
  const { document: report } = useReport();
  if (!row.why) return null;
  const source = whySource(report, row);
  const why = row.why[lang];
  return (
    <span className="j-small j-muted">{source ? t(source.key, { number: source.number, why }) : why}</span>
  );
}

function NameCell(props: { readonly row: DimensionRow; readonly emphasised: boolean }) {
  const t = useT();
  const lang = useLang();
  const { row } = props;
  return (
    <span className="j-report__dimension">
      <span className="j-row j-row--tight">
        <strong>{row.name[lang]}</strong>
        <HelpTip about={row.name[lang]}>
          <p>{row.definition[lang]}</p>
          <ol className="j-anchors">
            {row.anchors.map((anchor) => (
              <li key={anchor.zh}>{anchor[lang]}</li>
            ))}
          </ol>
          {row.jobRelatedness && <p className="j-muted">{row.jobRelatedness}</p>}
        </HelpTip>
        {props.emphasised && <Badge tone="brand">{t('reports.emphasis')}</Badge>}
      </span>
      <RowQuote row={row} />
      <RowWhy row={row} />
      {row.across && <AcrossAnswers across={row.across} />}
      {row.redLine && row.level !== null && row.level < 3 && (
        <span className="j-small">{t('reports.red_line')}</span>
      )}
    </span>
  );
}

function useColumns(): readonly Column<DimensionRow>[] {
  const t = useT();
  const { locale } = useLanguage();
  const { document: report } = useReport();
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  return [
    {
      id: 'name',
      header: `${t('reports.dimension')} · ${t('reports.why')}`,
      role: 'main',
      cell: (row) => <NameCell row={row} emphasised={report.layout.emphasis.includes(row.code)} />,
    },
    { id: 'weight', header: t('reports.weight'), cell: (row) => percent.format(row.weight / 100) },
    {
      id: 'score',
      header: t('reports.dimension_score'),
      cell: (row) =>
        row.score10 === null ? (
          <span className="j-muted">–</span>
        ) : (
          <span className="j-report__scored">
            <span className="j-num">
              <strong>{row.score10}</strong>{' '}
              <span className="j-muted j-small">
                {row.band10?.[0]}–{row.band10?.[1]}
              </span>
            </span>
            <ScoreBand score10={row.score10} band10={row.band10} />
          </span>
        ),
    },
    {
      id: 'state',
      header: t('reports.level'),
      cell: (row) => (
        <span className="j-report__dimension j-report__level">
          {row.level !== null && <strong>{t('reports.level_n', { level: row.level })}</strong>}
          {!(row.state === 'scored' && row.level !== null) && (
            <span className="j-small">
              {t(row.state ? `reports.state_${row.state}` : 'reports.state_none')}
            </span>
          )}
          {row.confidence !== null && row.score10 !== null && (
            <span className="j-small j-muted">
              {t('reports.confidence')} {t(confidenceKey(row.confidence))}
            </span>
          )}
        </span>
      ),
    },
  ];
}

/** Chart and table of the dimensions, the emphasised ones first. */
export function DimensionsSection() {
  const t = useT();
  const columns = useColumns();
  const { document: report } = useReport();
  const rows = inEmphasis(report);
  return (
    <section className="j-stack" aria-labelledby="report-dimensions">
      <h2 id="report-dimensions">{t('reports.dimensions')}</h2>
      {rows.some((row) => whySource(report, row)?.key === 'reports.why_question') && (
        <p className="j-small j-muted">{t('reports.why_mean')}</p>
      )}
      <Chart />
      <Table caption={t('reports.dimensions')} columns={columns} rows={rows} rowKey={(row) => row.code} />
    </section>
  );
}
