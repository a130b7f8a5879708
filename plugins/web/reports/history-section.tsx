import { DateTime } from '../kit/date-time.tsx';
import { useT } from '../kit/i18n.tsx';
import { useReport } from './report-context.tsx';

/** How the application moved, and which score runs were made; nothing is ever overwritten. */
export function HistorySection() {
  const t = useT();
  const { document } = useReport();
  const who = (entry: (typeof document.history)[number]) =>
    entry.by.name ??
    (entry.actor === 'candidate'
      ? t('reports.by_candidate')
      : entry.actor === 'operator'
        ? t('reports.by_operator')
        : entry.actor === 'system'
          ? t('reports.by_system')
          : t('common.unknown'));
  return (
    <details className="j-card j-report__screen">
      <summary>{t('reports.history')}</summary>
      <ol className="j-list j-small">
        {document.history.map((entry) => (
          <li key={`${entry.at}${entry.to}`}>
            {entry.from
              ? t('reports.moved', {
                  from: t(`reports.status_${entry.from}`),
                  to: t(`reports.status_${entry.to}`),
                })
              : t(`reports.status_${entry.to}`)}{' '}
            <span className="j-muted">
              {who(entry)} · <DateTime iso={entry.at} />
            </span>
          </li>
        ))}
      </ol>
      {document.scoreRuns.length > 0 && (
        <>
          <h3>{t('reports.history_runs')}</h3>
          <ul className="j-list j-small">
            {document.scoreRuns.map((run) => (
              <li key={run.id}>
                {t(`reports.scorer_${run.kind}`)} · {run.scorerVersion} ·{' '}
                {t(run.used ? 'reports.run_used' : 'reports.run_kept')}{' '}
                <span className="j-muted">
                  <DateTime iso={run.at} />
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </details>
  );
}
