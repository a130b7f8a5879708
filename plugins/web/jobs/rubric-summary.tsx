import type { JobRubricItem } from '#core/job/job-definition.ts';
import { useT } from '../kit/i18n.tsx';
import { Badge } from '../kit/states.tsx';
import { useLocalized } from '../rubric-builder/builder-context.tsx';

const levels = [1, 2, 3, 4, 5] as const;

/** The dimensions of a version to read: weight, why the job needs it, and the scale on demand. */
export function RubricSummary(props: { readonly rubric: readonly JobRubricItem[] }) {
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
                <strong>{localized(dimension.name)}</strong>
                <span className="j-num">{weight}%</span>
                {dimension.redLine && <Badge tone="bad">{t('rubric.red_line')}</Badge>}
              </span>
              <progress className="j-progress" aria-hidden="true" max={100} value={weight} />
              <p>{jobRelatedness}</p>
              <details>
                <summary className="j-small">{t('rubric.anchors')}</summary>
                <ol className="j-anchors j-small">
                  {levels.map((level) => {
                    const anchor = dimension.anchors[level - 1];
                    return <li key={level}>{anchor ? localized(anchor) : ''}</li>;
                  })}
                </ol>
              </details>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
