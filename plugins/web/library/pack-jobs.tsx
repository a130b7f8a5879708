import type { Dimension } from '#core/template/schemas/dimension.ts';
import type { IndustryPack } from '#core/template/schemas/industry-pack.ts';
import { useJoined, useT } from '../kit/i18n.tsx';
import { useLocalized } from '../rubric-builder/builder-context.tsx';

/** The usual jobs of a trade with their tasks, the way of an application, and what the report shows. */
export function PackJobs(props: { readonly pack: IndustryPack; readonly dimensions: readonly Dimension[] }) {
  const t = useT();
  const localized = useLocalized();
  const joined = useJoined();
  const { pack, dimensions } = props;
  const { sections, emphasis, chart } = pack.reportLayout;
  const names = emphasis.map((code) => {
    const dimension = dimensions.find((one) => one.code === code);
    return dimension ? localized(dimension.name) : code;
  });
  return (
    <div className="j-stack j-stack--loose">
      <section className="j-stack">
        <h2>{t('library.usual_jobs')}</h2>
        <ul className="j-library-grid">
          {pack.jobs.map((job) => (
            <li key={job.id} className="j-card j-stack j-stack--tight">
              <h3>{localized(job.title)}</h3>
              <ol className="j-task-list">
                {job.tasks.map((task) => (
                  <li key={task.zh}>{localized(task)}</li>
                ))}
              </ol>
            </li>
          ))}
        </ul>
      </section>
      <section className="j-stack">
        <h2>{t('library.flow')}</h2>
        <ol className="j-library-flow">
          {pack.flow.map((stage) => (
            <li key={stage}>{t(`library.stage_${stage}`)}</li>
          ))}
        </ol>
      </section>
      <section className="j-stack">
        <h2>{t('library.report')}</h2>
        <dl className="j-facts j-card">
          <div>
            <dt>{t('library.report_sections')}</dt>
            <dd>{joined(sections.map((section) => t(`library.section_${section}`)))}</dd>
          </div>
          <div>
            <dt>{t('library.report_emphasis')}</dt>
            <dd>{names.length > 0 ? joined(names) : t('common.none')}</dd>
          </div>
          <div>
            <dt>{t('library.report_chart')}</dt>
            <dd>{t(`library.chart_${chart}`)}</dd>
          </div>
        </dl>
      </section>
    </div>
  );
}
