import type { JobRubricItem } from '#core/job/job-definition.ts';
import { useT } from '../kit/i18n.tsx';
import { Link } from '../kit/router.tsx';
import { Badge } from '../kit/states.tsx';
import { AnchorList } from '../rubric-builder/anchor-list.tsx';
import { useLocalized } from '../rubric-builder/builder-context.tsx';

/** The dimensions of a version to read: weight, why the job needs it, and the scale on demand. */
export function RubricSummary(props: {
  readonly rubric: readonly JobRubricItem[];
  /** The names lead to the dimensions' own pages. */
  readonly linked?: boolean;
}) {
  const t = useT();
  const localized = useLocalized();
  return (
    <section className="j-stack">
      <h2>{t('jobs.step_rubric')}</h2>
      <ul className="j-items j-card">
        {props.rubric.map(({ dimension, weight, jobRelatedness }) => (
          <li key={dimension.code} className="j-items__row">
            <div className="j-dimension">
              <span className="j-row j-row--badges">
                <strong>
                  {props.linked ? (
                    <Link to={`/library/dimensions/${dimension.code}`}>{localized(dimension.name)}</Link>
                  ) : (
                    localized(dimension.name)
                  )}
                </strong>
                <span className="j-num">{weight}%</span>
                {dimension.redLine && <Badge tone="bad">{t('rubric.red_line')}</Badge>}
              </span>
              <progress className="j-progress" aria-hidden="true" max={100} value={weight} />
              <p>{jobRelatedness}</p>
              <details>
                <summary className="j-small">{t('rubric.anchors')}</summary>
                <AnchorList anchors={dimension.anchors} />
              </details>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
