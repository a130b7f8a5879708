import { useState } from 'react';
import type { ApplicationItemView } from '#adapters/http/schemas/candidates.ts';
import type { JobSummaryView } from '#adapters/http/schemas/jobs.ts';
import type { ListPage, QueryValues } from '../kit/api-client.ts';
import { Button } from '../kit/button.tsx';
import { useT } from '../kit/i18n.tsx';
import { LoadMore } from '../kit/load-more.tsx';
import { PageFrame } from '../kit/page.tsx';
import { useSearchParam } from '../kit/router.tsx';
import { useApi, useMay } from '../kit/session.tsx';
import { EmptyState, ErrorState, Skeleton } from '../kit/states.tsx';
import { type ListQuery, type Query, useListQuery, useQuery } from '../kit/use-query.ts';
import { AddCandidateDialog } from './add-candidate-dialog.tsx';
import { BulkInvite } from './bulk-invite.tsx';
import './candidate-list.css';
import { type Counts, ListFilters } from './list-filters.tsx';
import { CandidateTable } from './list-table.tsx';
import { ResumeInbox } from './resume-inbox.tsx';
import { UploadDialog } from './upload-dialog.tsx';

type Job = JobSummaryView;
type Item = ApplicationItemView;

/** What the address narrows the list to. */
function useFilters() {
  const [job, setJob] = useSearchParam('job');
  const [status] = useSearchParam('status');
  const [screening] = useSearchParam('screening');
  const [q] = useSearchParam('q');
  const [sort] = useSearchParam('sort');
  const values: QueryValues = { jobId: job, status, screening, q, sort };
  return { job, setJob, values, narrowed: status !== '' || screening !== '' || q !== '' };
}

/** `/candidates`: who applied, for one job or all, where they stand, and the way in for new résumés. */
export function Page() {
  const t = useT();
  const api = useApi();
  const filters = useFilters();
  const key = JSON.stringify(filters.values);
  const jobs = useQuery('jobs', (signal) => api.get<ListPage<Job>>('/jobs', { signal }));
  const counts = useQuery<Counts>(`counts ${key}`, (signal) =>
    api.get('/applications/counts', { query: filters.values, signal }),
  );
  const list = useListQuery<Item>(`applications ${key}`, (cursor, signal) =>
    api.get('/applications', { query: { ...filters.values, cursor }, signal }),
  );
  const reload = () => {
    counts.reload();
    list.reload();
  };
  if (jobs.data === null) {
    return (
      <PageFrame title={t('candidates.title')}>
        {jobs.state === 'failed' ? <ErrorState problem={jobs.problem} onRetry={jobs.reload} /> : <Skeleton />}
      </PageFrame>
    );
  }
  return <ListPageBody {...{ filters, jobs: jobs.data.items, counts, list, reload }} />;
}

function ListPageBody(props: {
  readonly filters: ReturnType<typeof useFilters>;
  readonly jobs: readonly Job[];
  readonly counts: Query<Counts>;
  readonly list: ListQuery<Item>;
  readonly reload: () => void;
}) {
  const t = useT();
  const mayWrite = useMay('candidate.write');
  const { filters, jobs, counts, list, reload } = props;
  const [dialog, setDialog] = useState<'upload' | 'add' | null>(null);
  const openJobs = jobs.filter((job) => job.state === 'published');
  const job = jobs.find((one) => one.id === filters.job);
  const close = () => setDialog(null);
  const actions = mayWrite && openJobs.length > 0 && (
    <>
      <Button icon="add" onClick={() => setDialog('add')}>
        {t('candidates.add')}
      </Button>
      <Button look="primary" icon="upload" onClick={() => setDialog('upload')}>
        {t('candidates.upload')}
      </Button>
    </>
  );
  return (
    <PageFrame
      title={job ? t('candidates.title_of', { job: job.title }) : t('candidates.title')}
      intro={t('candidates.intro')}
      actions={actions}
    >
      <div className="j-stack">
        <ListFilters jobs={jobs} counts={counts.data} />
        <ResumeInbox jobId={filters.job} reloadKey={dialog ?? ''} onChanged={reload} />
        <Rows
          list={list}
          narrowed={filters.narrowed}
          oneJob={job !== undefined}
          reload={reload}
          jobs={jobs}
        />
      </div>
      {dialog === 'upload' && (
        <UploadDialog jobs={openJobs} jobId={filters.job} onClose={close} onChanged={reload} />
      )}
      {dialog === 'add' && <AddCandidateDialog jobs={openJobs} jobId={filters.job} onClose={close} />}
    </PageFrame>
  );
}

function Rows(props: {
  readonly list: ListQuery<Item>;
  readonly narrowed: boolean;
  readonly oneJob: boolean;
  readonly reload: () => void;
  readonly jobs: readonly Job[];
}) {
  const t = useT();
  const mayInvite = useMay('interview.invite');
  const { list } = props;
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  if (list.data === null) {
    return list.state === 'failed' ? (
      <ErrorState problem={list.problem} onRetry={list.reload} />
    ) : (
      <Skeleton lines={8} />
    );
  }
  const { items } = list.data;
  if (items.length === 0) return <NobodyHere narrowed={props.narrowed} jobs={props.jobs} />;
  const onPick = (id: string, on: boolean) => {
    const next = new Set(picked);
    if (on) next.add(id);
    else next.delete(id);
    setPicked(next);
  };
  const chosen = items.filter((item) => picked.has(item.id));
  return (
    <>
      <CandidateTable
        items={items}
        oneJob={props.oneJob}
        picking={
          mayInvite
            ? {
                picked,
                onPick,
                label: (item) =>
                  t('candidates.pick', { name: item.candidateName ?? t('candidates.unnamed') }),
                header: t('candidates.picking'),
              }
            : undefined
        }
      />
      <LoadMore list={list} />
      {chosen.length > 0 && (
        <BulkInvite
          chosen={chosen}
          shown={items.length}
          onAll={() => setPicked(new Set(items.map(({ id }) => id)))}
          onClear={() => setPicked(new Set())}
          onInvited={props.reload}
        />
      )}
    </>
  );
}

function NobodyHere(props: { readonly narrowed: boolean; readonly jobs: readonly Job[] }) {
  const t = useT();
  if (props.narrowed) {
    return (
      <EmptyState icon="search" title={t('candidates.none_match')}>
        {t('common.search_empty_hint')}
      </EmptyState>
    );
  }
  const open = props.jobs.some((job) => job.state === 'published');
  return (
    <EmptyState icon="people" title={t('candidates.empty_title')}>
      {open ? t('candidates.empty_text') : t('candidates.empty_no_job')}
    </EmptyState>
  );
}
