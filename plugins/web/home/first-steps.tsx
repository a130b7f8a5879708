import type { JobSummaryView } from '#adapters/http/schemas/jobs.ts';
import { jobCounts } from '../jobs/job-words.tsx';
import { buttonClass } from '../kit/button.tsx';
import { useT } from '../kit/i18n.tsx';
import { Icon } from '../kit/icons.tsx';
import { Link } from '../kit/router.tsx';
import { useMay } from '../kit/session.tsx';

interface Step {
  readonly key: 'job' | 'publish' | 'candidate' | 'decide';
  readonly done: boolean;
  readonly to: string;
}

function stepsFrom(jobs: readonly JobSummaryView[]): readonly Step[] {
  const draft = jobs.find(({ state }) => state === 'draft');
  const published = jobs.find(({ currentVersionId }) => currentVersionId !== null);
  const candidates = jobs.some(({ counts }) => jobCounts(counts).all > 0);
  const reports = jobs.some(({ counts }) =>
    ['scored', 'second_round', 'offer_approval', 'offered', 'hired', 'rejected'].some(
      (status) => (counts[status] ?? 0) > 0,
    ),
  );
  return [
    { key: 'job', done: jobs.length > 0, to: '/jobs/new' },
    {
      key: 'publish',
      done: published !== undefined,
      to: draft ? `/jobs/${draft.id}/edit?step=check` : '/jobs/new',
    },
    { key: 'candidate', done: candidates, to: published ? `/candidates?job=${published.id}` : '/jobs' },
    { key: 'decide', done: reports, to: '/reports' },
  ];
}

/** The way from nothing to the first report; gone once it has been walked. */
export function FirstSteps(props: { readonly jobs: readonly JobSummaryView[] }) {
  const t = useT();
  const mayWrite = useMay('job.write');
  const steps = stepsFrom(props.jobs);
  const next = steps.find(({ done }) => !done);
  if (!mayWrite || !next) return null;
  return (
    <section className="j-card j-stack" aria-labelledby="first-steps">
      <div>
        <h2 id="first-steps">{t('app.home_first')}</h2>
        <p className="j-muted">{t('app.home_first_text')}</p>
      </div>
      <ol className="j-first">
        {steps.map((step, index) => (
          <li
            key={step.key}
            className={step.done ? 'j-first__step j-first__step--done' : 'j-first__step'}
            aria-current={step === next ? 'step' : undefined}
          >
            <span className="j-first__mark" aria-hidden="true">
              {step.done ? <Icon name="check" size={16} /> : index + 1}
            </span>
            <span className="j-first__words">
              <strong>{t(`app.first_${step.key}`)}</strong>
              {step.done ? (
                <span className="j-sr">{t('app.first_done')}</span>
              ) : (
                <span className="j-small j-muted">{t(`app.first_${step.key}_text`)}</span>
              )}
            </span>
            {step === next && (
              <Link to={step.to} className={buttonClass('primary')}>
                {t(`app.first_${step.key}_button`)}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
