import type { JobSummaryView } from '#adapters/http/schemas/jobs.ts';
import type { ReportListItemView } from '#adapters/http/schemas/reports.ts';
import { buttonClass } from '../kit/button.tsx';
import { DateTime } from '../kit/date-time.tsx';
import { Select } from '../kit/field.tsx';
import { useT } from '../kit/i18n.tsx';
import { LoadMore } from '../kit/load-more.tsx';
import { PageFrame } from '../kit/page.tsx';
import { Link, useSearchParam } from '../kit/router.tsx';
import { SearchInput } from '../kit/search-input.tsx';
import { useApi, useMay } from '../kit/session.tsx';
import { Badge, EmptyState, ErrorState, Skeleton, type Tone } from '../kit/states.tsx';
import { type Column, Table } from '../kit/table.tsx';
import { Tabs } from '../kit/tabs.tsx';
import { useListQuery, useQuery } from '../kit/use-query.ts';
import './reports.css';
import { SuggestionBadge } from './suggestion-section.tsx';

type View = 'open' | 'decided' | 'all';

const taskTones: Record<ReportListItemView['task'], Tone> = {
  rate: 'info',
  decide: 'brand',
  held: 'warn',
  done: 'plain',
};
/** What a person can do at once stands first. */
const taskOrder: readonly ReportListItemView['task'][] = ['decide', 'rate', 'held', 'done'];

function useColumns(): readonly Column<ReportListItemView>[] {
  const t = useT();
  return [
    {
      id: 'name',
      header: t('reports.candidate'),
      role: 'main',
      cell: (row) => (
        <Link to={`/reports/${row.applicationId}`}>
          {row.candidateName ?? t(row.task === 'rate' ? 'reports.masked' : 'reports.no_name')}
        </Link>
      ),
    },
    { id: 'job', header: t('reports.job'), cell: (row) => row.jobTitle },
    {
      id: 'suggestion',
      header: t('reports.suggestion'),
      cell: (row) => <SuggestionBadge suggestion={row.suggestion} />,
    },
    { id: 'score', header: t('reports.score'), align: 'end', cell: (row) => row.score10 ?? '–' },
    {
      id: 'task',
      header: t('reports.task'),
      cell: (row) => (
        <Badge tone={taskTones[row.task]}>
          {row.task === 'done' ? t(`reports.status_${row.status}`) : t(`reports.task_${row.task}`)}
        </Badge>
      ),
    },
    { id: 'updated', header: t('reports.updated'), cell: (row) => <DateTime iso={row.updatedAt} /> },
  ];
}

function List(props: { readonly view: View; readonly jobId: string; readonly search: string }) {
  const t = useT();
  const api = useApi();
  const columns = useColumns();
  const { view, jobId, search } = props;
  const list = useListQuery<ReportListItemView>(`reports/${view}/${jobId}/${search}`, (cursor, signal) =>
    api.get('/reports', { query: { view, jobId, search, cursor }, signal }),
  );
  if (list.state === 'loading') return <Skeleton lines={6} />;
  if (list.data === null) return <ErrorState problem={list.problem} onRetry={list.reload} />;
  if (list.data.items.length === 0) {
    if (search !== '')
      return (
        <EmptyState icon="search" title={t('common.search_empty', { query: search })}>
          {t('common.search_empty_hint')}
        </EmptyState>
      );
    return view === 'open' ? (
      <EmptyState icon="report" title={t('reports.empty_open_title')}>
        {t('reports.empty_open')}
      </EmptyState>
    ) : (
      <EmptyState icon="report" title={t('reports.empty_decided_title')}>
        {t('reports.empty_decided')}
      </EmptyState>
    );
  }
  const rows = [...list.data.items].sort((a, b) => taskOrder.indexOf(a.task) - taskOrder.indexOf(b.task));
  return (
    <div className="j-stack">
      <Table caption={t('reports.title')} columns={columns} rows={rows} rowKey={(row) => row.applicationId} />
      <LoadMore list={list} />
    </div>
  );
}

/** Reports that wait for a person first. */
export function Page() {
  const t = useT();
  const api = useApi();
  const mayAppeal = useMay('appeal.write');
  const mayMeasure = useMay('quality.read');
  const mayRate = useMay('rating.write');
  const [view, setView] = useSearchParam('view');
  const [jobId, setJobId] = useSearchParam('job');
  const [search, setSearch] = useSearchParam('q');
  const jobs = useQuery<{ readonly items: readonly JobSummaryView[] }>('report-jobs', (signal) =>
    api.get('/jobs', { signal }),
  );
  const shown: View = view === 'decided' || view === 'all' ? view : 'open';
  const content = () => <List view={shown} jobId={jobId} search={search} />;
  return (
    <PageFrame
      title={t('reports.title')}
      intro={t('reports.list_intro')}
      actions={
        <>
          {mayRate && (
            <Link className={buttonClass()} to={mayMeasure ? '/quality' : '/quality/practice'}>
              {t(mayMeasure ? 'quality.title' : 'quality.practice_title')}
            </Link>
          )}
          {mayAppeal && (
            <Link className={buttonClass()} to="/reports/appeals">
              {t('reports.appeals')}
            </Link>
          )}
          <Link className={buttonClass()} to={jobId ? `/reports/compare?job=${jobId}` : '/reports/compare'}>
            {t('reports.compare')}
          </Link>
        </>
      }
    >
      <div className="j-filters">
        <SearchInput label={t('reports.search')} value={search} onChange={setSearch} />
        <Select
          label={t('reports.job')}
          value={jobId}
          onChange={setJobId}
          options={[
            { value: '', label: t('reports.all_jobs') },
            ...(jobs.data?.items ?? []).map(({ id, title }) => ({ value: id, label: title })),
          ]}
        />
      </div>
      <Tabs<View>
        label={t('reports.views_label')}
        value={shown}
        onChange={(next) => setView(next === 'open' ? '' : next)}
        tabs={[
          { id: 'open', label: t('reports.view_open'), content },
          { id: 'decided', label: t('reports.view_decided'), content },
          { id: 'all', label: t('reports.view_all'), content },
        ]}
      />
    </PageFrame>
  );
}
