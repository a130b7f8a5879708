import { useState } from 'react';
import { Button } from '../kit/button.tsx';
import { DateTime } from '../kit/date-time.tsx';
import { useT } from '../kit/i18n.tsx';
import { useMay } from '../kit/session.tsx';
import { Badge } from '../kit/states.tsx';
import { RatingForm } from './rating-form.tsx';
import { useDimensionName, useReport } from './report-context.tsx';

function Ratings() {
  const t = useT();
  const nameOf = useDimensionName();
  const { document } = useReport();
  if (document.ratings.length === 0) return <p className="j-muted">{t('reports.ratings_none')}</p>;
  return (
    <>
      {document.ratings.map((rating) => (
        <details key={rating.runId} className="j-card" open={rating.counts}>
          <summary>
            {t('reports.rated_by', { name: rating.by.name ?? t('common.unknown') })}{' '}
            <span className="j-small j-muted">
              <DateTime iso={rating.at} />
            </span>{' '}
            {rating.blind && <Badge>{t('reports.rated_blind')}</Badge>}{' '}
            {!rating.counts && <Badge>{t('reports.rated_replaced')}</Badge>}
          </summary>
          <ul className="j-list">
            {rating.items.map((item) => (
              <li key={`${item.questionId}${item.dimension}`}>
                {t('reports.question_n', {
                  number: document.questions.findIndex(({ id }) => id === item.questionId) + 1,
                })}{' '}
                · {nameOf(item.dimension)} <strong>{item.score ?? t('reports.cannot_tell')}</strong>
                {item.note && ` · ${item.note}`}
              </li>
            ))}
          </ul>
        </details>
      ))}
    </>
  );
}

/** People's ratings beside the machine's, and the way to one's own. */
export function RatingSection() {
  const t = useT();
  const mayRate = useMay('rating.write');
  const { document, actions } = useReport();
  const [open, setOpen] = useState(false);
  return (
    <section className="j-stack j-stack--tight" aria-labelledby="report-ratings">
      <div className="j-row j-row--between">
        <h2 id="report-ratings">{t('reports.ratings')}</h2>
        {mayRate && actions.rate && !open && document.result && (
          <Button icon="edit" onClick={() => setOpen(true)}>
            {t(actions.ownRunId ? 'reports.rate_again' : 'reports.rate_now')}
          </Button>
        )}
      </div>
      {open && <RatingForm onDone={() => setOpen(false)} />}
      <Ratings />
    </section>
  );
}
