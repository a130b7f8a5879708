import { useMemo } from 'react';
import type { JobSummaryView, PackSummaryView } from '#adapters/http/schemas/jobs.ts';
import type { ListPage } from '../kit/api-client.ts';
import { buttonClass } from '../kit/button.tsx';
import { DateTime } from '../kit/date-time.tsx';
import { useT } from '../kit/i18n.tsx';
import { Icon } from '../kit/icons.tsx';
import { Menu, type MenuItem } from '../kit/menu.tsx';
import { PageFrame } from '../kit/page.tsx';
import { Link, useNavigate, useSearchParam } from '../kit/router.tsx';
import { SearchInput } from '../kit/search-input.tsx';
import { useApi, useMay } from '../kit/session.tsx';
import { EmptyState, ErrorState, Skeleton } from '../kit/states.tsx';
import { type Column, Table } from '../kit/table.tsx';
import { type Query, useQuery } from '../kit/use-query.ts';
import { useLocalized } from '../rubric-builder/builder-context.tsx';
import { JobStateBadge, jobCounts } from './job-words.tsx';
import './jobs.css';
import { useJobActions } from './use-job-actions.ts';

type Job = JobSummaryView;
const states = ['published', 'draft', 'closed'] as const;

/** `/jobs`: every job with where its candidates stand. */
export function Page() {
  const t = useT();
  const api = useApi();
  const mayWrite = useMay('job.write');
  const jobs = useQuery('jobs', (signal) => api.get<ListPage<Job>>('/jobs', { signal }));
  const create = (
    <Link to="/jobs/new" className={buttonClass('primary')}>
      <Icon name="add" size={18} />
      {t('jobs.new')}
    </Link>
  );
  if (jobs.data === null) {
    return (
      <PageFrame title={t('jobs.title')}>
        {jobs.state === 'failed' ? <ErrorState problem={jobs.problem} onRetry={jobs.reload} /> : <Skeleton />}
      </PageFrame>
    );
  }
  if (jobs.data.items.length === 0) {
    return (
      <PageFrame title={t('jobs.title')}>
        <EmptyState icon="briefcase" title={t('jobs.empty_title')} action={mayWrite && create}>
          {mayWrite ? t('jobs.empty_text') : t('jobs.empty_text_read')}
        </EmptyState>
      </PageFrame>
    );
  }
  return (
    <PageFrame title={t('jobs.title')} intro={t('jobs.intro')} actions={mayWrite && create}>
      <JobList jobs={jobs} mayWrite={mayWrite} />
    </PageFrame>
  );
}

function JobList(props: { readonly jobs: Query<ListPage<Job>>; readonly mayWrite: boolean }) {
  const t = useT();
  const [state, setState] = useSearchParam('state');
  const [search, setSearch] = useSearchParam('q');
  const all = props.jobs.data?.items ?? [];
  const words = search.trim().toLowerCase();
  const shown = all.filter(
    (job) =>
      (state === '' || job.state === state) && (words === '' || job.title.toLowerCase().includes(words)),
  );
  const columns = useColumns(props.jobs.reload, props.mayWrite);
  return (
    <div className="j-stack">
      <div className="j-job-filters">
        <fieldset className="j-segments">
          <legend className="j-sr">{t('jobs.state')}</legend>
          {['', ...states].map((value) => (
            <label key={value}>
              <input
                type="radio"
                name="job-state"
                checked={state === value}
                onChange={() => setState(value)}
              />
              <span>
                {value === '' ? t('common.all') : t(`jobs.state_${value as Job['state']}`)}
                <span className="j-num j-muted">
                  {value === '' ? all.length : all.filter((job) => job.state === value).length}
                </span>
              </span>
            </label>
          ))}
        </fieldset>
        <SearchInput label={t('jobs.search')} value={search} onChange={setSearch} />
      </div>
      {shown.length === 0 ? (
        <EmptyState
          icon="search"
          title={search === '' ? t('jobs.none_of_state') : t('common.search_empty', { query: search })}
        >
          {search !== '' && t('common.search_empty_hint')}
        </EmptyState>
      ) : (
        <Table caption={t('jobs.title')} columns={columns} rows={shown} rowKey={(job) => job.id} />
      )}
    </div>
  );
}

function useColumns(reload: () => void, mayWrite: boolean): readonly Column<Job>[] {
  const t = useT();
  const industries = useIndustryNames();
  const count = (id: string, header: string, read: (job: Job) => number, status: string): Column<Job> => ({
    id,
    header,
    align: 'end',
    cell: (job) => <CountLink job={job} count={read(job)} status={status} label={header} />,
  });
  return [
    {
      id: 'title',
      header: t('jobs.job'),
      role: 'main',
      cell: (job) => (
        <span className="j-job-name">
          <Link to={job.state === 'draft' && mayWrite ? `/jobs/${job.id}/edit` : `/jobs/${job.id}`}>
            {job.title}
          </Link>
          <span className="j-small j-muted">{industries(job.industry)}</span>
        </span>
      ),
    },
    {
      id: 'state',
      header: t('jobs.state'),
      cell: (job) => <JobStateBadge state={job.state} dirty={job.dirty} />,
    },
    count('all', t('jobs.count_all'), (job) => jobCounts(job.counts).all, ''),
    count('invite', t('jobs.count_to_invite'), (job) => jobCounts(job.counts).toInvite, 'applied,screened'),
    count(
      'interview',
      t('jobs.count_interviewing'),
      (job) => jobCounts(job.counts).interviewing,
      'invited,in_interview',
    ),
    count('decide', t('jobs.count_to_decide'), (job) => jobCounts(job.counts).toDecide, 'scored'),
    {
      id: 'updated',
      header: t('jobs.updated'),
      cell: (job) => <DateTime iso={job.updatedAt} detail="day" />,
    },
    ...(mayWrite
      ? [
          {
            id: 'actions',
            header: t('common.more'),
            role: 'bare' as const,
            cell: (job: Job) => <JobMenu job={job} reload={reload} />,
          },
        ]
      : []),
  ];
}

/** A number that leads to the people behind it; a nought leads nowhere. */
function CountLink(props: {
  readonly job: Job;
  readonly count: number;
  readonly status: string;
  readonly label: string;
}) {
  const { job, count, status, label } = props;
  if (count === 0) return <span className="j-muted">0</span>;
  const filter = status === '' ? '' : `&status=${status}`;
  return (
    <Link to={`/candidates?job=${job.id}${filter}`} aria-label={`${job.title} ${label} ${count}`}>
      {count}
    </Link>
  );
}

function JobMenu(props: { readonly job: Job; readonly reload: () => void }) {
  const t = useT();
  const navigate = useNavigate();
  const { job, reload } = props;
  const actions = useJobActions(reload);
  const items: MenuItem[] = [
    ...(job.state === 'closed'
      ? []
      : [{ label: t('jobs.edit'), icon: 'edit' as const, run: () => navigate(`/jobs/${job.id}/edit`) }]),
    ...(job.state === 'published' ? [{ label: t('jobs.close'), run: () => void actions.close(job) }] : []),
    ...(job.state === 'closed' ? [{ label: t('jobs.reopen'), run: () => void actions.reopen(job) }] : []),
    ...(job.currentVersionId === null
      ? [
          {
            label: t('jobs.delete'),
            icon: 'trash' as const,
            danger: true,
            run: () => void actions.remove(job),
          },
        ]
      : []),
  ];
  return (
    <Menu
      groups={[{ items }]}
      button={(attributes) => (
        <button
          {...attributes}
          type="button"
          className="j-icon-button"
          aria-label={t('jobs.menu', { title: job.title })}
        >
          <Icon name="more" />
        </button>
      )}
    />
  );
}

/** Names of industries by id; the id itself until they have come. */
export function useIndustryNames(): (id: string) => string {
  const api = useApi();
  const localized = useLocalized();
  const packs = useQuery('packs', (signal) => api.get<ListPage<PackSummaryView>>('/packs', { signal }));
  const names = useMemo(
    () => new Map((packs.data?.items ?? []).map((pack) => [pack.id, pack.name])),
    [packs.data],
  );
  return (id) => {
    const name = names.get(id);
    return name ? localized(name) : packs.data ? id : '';
  };
}
