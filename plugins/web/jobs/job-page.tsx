import type { JobVersionView, JobView } from '#adapters/http/schemas/jobs.ts';
import type { IndustryPack } from '#core/template/schemas/industry-pack.ts';
import type { ListPage } from '../kit/api-client.ts';
import { Button, buttonClass } from '../kit/button.tsx';
import { useT } from '../kit/i18n.tsx';
import { Icon } from '../kit/icons.tsx';
import { PageFrame } from '../kit/page.tsx';
import { Link, useNavigate, useParam, useSearchParam } from '../kit/router.tsx';
import { useApi, useMay } from '../kit/session.tsx';
import { EmptyState, ErrorState, Notice, Skeleton } from '../kit/states.tsx';
import { Tabs } from '../kit/tabs.tsx';
import { useQuery } from '../kit/use-query.ts';
import { JobContent } from './job-content.tsx';
import { JobStateBadge } from './job-words.tsx';
import './jobs.css';
import type { LoadedJob } from './loaded-job.ts';
import { useJobActions } from './use-job-actions.ts';
import { VersionHistory } from './version-history.tsx';

/** `/jobs/:jobId`: what the job asks, its versions, and the ways to its candidates and reports. */
export function Page() {
  const t = useT();
  const api = useApi();
  const jobId = useParam('jobId');
  const loaded = useQuery<LoadedJob>(`job/${jobId}`, async (signal) => {
    const [job, versions] = await Promise.all([
      api.get<JobView>(`/jobs/${jobId}`, { signal }),
      api.get<ListPage<JobVersionView>>(`/jobs/${jobId}/versions`, { signal }),
    ]);
    const pack = await api.get<IndustryPack>(`/packs/${job.industry}`, { signal });
    return { job, versions: versions.items, pack };
  });
  const crumbs = [{ label: t('jobs.title'), to: '/jobs' }];
  if (loaded.data === null) {
    return (
      <PageFrame title={t('jobs.title')} crumbs={crumbs}>
        {loaded.state === 'failed' ? (
          <ErrorState problem={loaded.problem} onRetry={loaded.reload} />
        ) : (
          <Skeleton />
        )}
      </PageFrame>
    );
  }
  return <JobOverview loaded={loaded.data} reload={loaded.reload} />;
}

function JobOverview(props: { readonly loaded: LoadedJob; readonly reload: () => void }) {
  const t = useT();
  const { loaded } = props;
  const { job, versions } = loaded;
  const [tab, setTab] = useSearchParam('tab');
  const current = versions.find(({ id }) => id === job.currentVersionId);
  return (
    <PageFrame
      title={job.title}
      crumbs={[{ label: t('jobs.title'), to: '/jobs' }]}
      intro={<JobStateBadge state={job.state} dirty={job.dirty} />}
      actions={<JobButtons loaded={loaded} reload={props.reload} />}
    >
      {job.state === 'published' && job.dirty && (
        <Notice tone="info" title={t('jobs.dirty_title')}>
          <p>{t('jobs.dirty_text', { number: current?.number ?? 1 })}</p>
        </Notice>
      )}
      {current ? (
        <Tabs
          label={t('jobs.job_tabs')}
          value={tab === 'versions' ? 'versions' : 'content'}
          onChange={(id) => setTab(id === 'content' ? '' : id)}
          tabs={[
            {
              id: 'content',
              label: t('jobs.tab_content', { number: current.number }),
              content: () => <JobContent definition={current.definition} pack={loaded.pack} />,
            },
            {
              id: 'versions',
              label: t('jobs.tab_versions', { count: versions.length }),
              content: () => <VersionHistory loaded={loaded} />,
            },
          ]}
        />
      ) : (
        <EmptyState icon="edit" title={t('jobs.unpublished_title')}>
          {t('jobs.unpublished_text')}
        </EmptyState>
      )}
    </PageFrame>
  );
}

function JobButtons(props: { readonly loaded: LoadedJob; readonly reload: () => void }) {
  const t = useT();
  const navigate = useNavigate();
  const mayWrite = useMay('job.write');
  const { job } = props.loaded;
  const actions = useJobActions((what) => (what === 'deleted' ? navigate('/jobs') : props.reload()));
  const published = job.currentVersionId !== null;
  return (
    <>
      {published && (
        <>
          <Link
            to={`/candidates?job=${job.id}`}
            className={buttonClass(job.state === 'published' ? 'primary' : 'normal')}
          >
            <Icon name="people" size={18} />
            {t('jobs.to_candidates')}
          </Link>
          <Link to={`/reports?job=${job.id}`} className={buttonClass()}>
            <Icon name="report" size={18} />
            {t('jobs.to_reports')}
          </Link>
        </>
      )}
      {mayWrite && job.state !== 'closed' && (
        <Link to={`/jobs/${job.id}/edit`} className={buttonClass(published ? 'normal' : 'primary')}>
          <Icon name="edit" size={18} />
          {published ? t('jobs.new_version') : t('jobs.continue')}
        </Link>
      )}
      {mayWrite && job.state === 'published' && (
        <Button onClick={() => void actions.close(job)}>{t('jobs.close')}</Button>
      )}
      {mayWrite && job.state === 'closed' && (
        <Button look="primary" onClick={() => void actions.reopen(job)}>
          {t('jobs.reopen')}
        </Button>
      )}
      {mayWrite && !published && (
        <Button icon="trash" onClick={() => void actions.remove(job)}>
          {t('jobs.delete')}
        </Button>
      )}
    </>
  );
}
