import type { JobSummaryView } from '#adapters/http/schemas/jobs.ts';
import { type JobCounts, jobCounts } from '../jobs/job-words.tsx';
import type { ListPage } from '../kit/api-client.ts';
import { buttonClass } from '../kit/button.tsx';
import { useT } from '../kit/i18n.tsx';
import { Icon } from '../kit/icons.tsx';
import { PageFrame } from '../kit/page.tsx';
import { Link } from '../kit/router.tsx';
import { useApi, useMay, useSession } from '../kit/session.tsx';
import { EmptyState, ErrorState, Skeleton } from '../kit/states.tsx';
import { useQuery } from '../kit/use-query.ts';
import { FirstSteps } from './first-steps.tsx';
import './home.css';
import { ApprovalsTile, useWaitingApprovals, Waiting } from './waiting.tsx';

/** `/`: what awaits the reader. */
export function Page() {
  const t = useT();
  const api = useApi();
  const { person } = useSession();
  const mayRead = useMay('job.read');
  const mayWrite = useMay('job.write');
  const approvals = useWaitingApprovals();
  const jobs = useQuery(mayRead ? 'jobs' : null, (signal) =>
    api.get<ListPage<JobSummaryView>>('/jobs', { signal }),
  );
  const title = person.name ? t('app.home_hello', { name: person.name }) : t('app.nav_home');
  if (!mayRead) {
    return (
      <PageFrame title={title}>
        {approvals > 0 ? (
          <ul className="j-tiles">
            <ApprovalsTile count={approvals} />
          </ul>
        ) : (
          <EmptyState icon="home" title={t('app.home_nothing')}>
            {t('app.home_nothing_text')}
          </EmptyState>
        )}
      </PageFrame>
    );
  }
  if (jobs.data === null) {
    return (
      <PageFrame title={title}>
        {jobs.state === 'failed' ? <ErrorState problem={jobs.problem} onRetry={jobs.reload} /> : <Skeleton />}
      </PageFrame>
    );
  }
  const { items } = jobs.data;
  return (
    <PageFrame
      title={title}
      actions={
        mayWrite &&
        items.length > 0 && (
          <Link to="/jobs/new" className={buttonClass('primary')}>
            <Icon name="add" size={18} />
            {t('jobs.new')}
          </Link>
        )
      }
    >
      <FirstSteps jobs={items} />
      {items.length > 0 && <Waiting counts={totals(items)} approvals={approvals} />}
      {items.some(({ state }) => state === 'published') && <OpenJobs jobs={items} />}
    </PageFrame>
  );
}

function totals(jobs: readonly JobSummaryView[]): JobCounts {
  const all: Record<string, number> = {};
  for (const job of jobs.filter(({ state }) => state !== 'draft')) {
    for (const [status, count] of Object.entries(job.counts)) all[status] = (all[status] ?? 0) + count;
  }
  return jobCounts(all);
}

const shownJobs = 6;

function OpenJobs(props: { readonly jobs: readonly JobSummaryView[] }) {
  const t = useT();
  const open = props.jobs.filter(({ state }) => state === 'published');
  return (
    <section className="j-stack" aria-labelledby="open-jobs">
      <div className="j-row j-row--between">
        <h2 id="open-jobs">{t('app.home_jobs')}</h2>
        <Link to="/jobs">{t('common.show_all')}</Link>
      </div>
      <ul className="j-home-jobs">
        {open.slice(0, shownJobs).map((job) => {
          const counts = jobCounts(job.counts);
          return (
            <li key={job.id}>
              <Link to={`/candidates?job=${job.id}`} className="j-home-job">
                <strong>{job.title}</strong>
                <span className="j-small j-muted">
                  {t('app.home_job_counts', {
                    count: counts.all,
                    interviewing: counts.interviewing,
                    decide: counts.toDecide,
                  })}
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
