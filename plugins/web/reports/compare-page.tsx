import { useState } from 'react';
import type { JobSummaryView } from '#adapters/http/schemas/jobs.ts';
import type { ComparisonView } from '#adapters/http/schemas/reports.ts';
import { experienceKey } from '#core/report/report-words.ts';
import { Select } from '../kit/field.tsx';
import { useT } from '../kit/i18n.tsx';
import { PageFrame } from '../kit/page.tsx';
import { Link, useSearchParam } from '../kit/router.tsx';
import { useApi } from '../kit/session.tsx';
import { Badge, EmptyState, ErrorState, Notice, Skeleton } from '../kit/states.tsx';
import { type Column, Table } from '../kit/table.tsx';
import { useQuery } from '../kit/use-query.ts';
import { useLang } from './report-context.tsx';
import './reports.css';
import { ScoreBand } from './score-band.tsx';
import { SuggestionBadge } from './suggestion-section.tsx';

type Candidate = ComparisonView['candidates'][number];

const bands = ['graduate', '1-3', '3-5', '5+'] as const;

interface Shown {
  readonly candidate: Candidate;
  readonly score10: number | null;
  readonly band10: readonly [number, number] | null;
  readonly tied: boolean;
}

/** What is looked at: the composite, or one dimension. */
function shownRows({ candidates }: ComparisonView, dimension: string): readonly Shown[] {
  const sizes = new Map<number | null, number>();
  for (const { group } of candidates) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const rows = candidates.map((candidate) => {
    const own = candidate.dimensions.find(({ code }) => code === dimension);
    const from = dimension === '' ? candidate : own;
    return {
      candidate,
      score10: from?.score10 ?? null,
      band10: from?.band10 ?? null,
      tied: dimension === '' && candidate.group !== null && (sizes.get(candidate.group) ?? 0) > 1,
    };
  });
  return dimension === '' ? rows : [...rows].sort((a, b) => (b.score10 ?? -1) - (a.score10 ?? -1));
}

function useColumns(job: ComparisonView['job'], composite: boolean): readonly Column<Shown>[] {
  const t = useT();
  const name: Column<Shown> = {
    id: 'name',
    header: t('reports.candidate'),
    role: 'main',
    cell: ({ candidate }) => (
      <Link to={`/reports/${candidate.applicationId}`}>
        {candidate.candidateName ?? t('reports.no_name')}
      </Link>
    ),
  };
  const place: Column<Shown> = {
    id: 'group',
    header: t('reports.compare_place'),
    cell: ({ candidate, tied }) =>
      candidate.group === null ? (
        <span className="j-muted">{t('reports.compare_unscored')}</span>
      ) : (
        <span className="j-row j-row--tight">
          {candidate.rank === null
            ? t('reports.compare_group', { number: candidate.group + 1 })
            : t('reports.compare_rank', { rank: candidate.rank })}
          {tied && <Badge>{t('reports.compare_tied')}</Badge>}
        </span>
      ),
  };
  return [
    name,
    ...(composite ? [place] : []),
    {
      id: 'score',
      header: t('reports.score'),
      cell: ({ score10, band10 }) =>
        score10 === null ? (
          '–'
        ) : (
          <span className="j-report__scored">
            <span className="j-num">
              <strong>{score10}</strong>{' '}
              {band10 && (
                <span className="j-small j-muted">
                  {band10[0]}–{band10[1]}
                </span>
              )}
            </span>
            <ScoreBand
              score10={score10}
              band10={band10}
              {...(composite ? { cuts: [job.cutLo, job.cutHi] } : {})}
            />
          </span>
        ),
    },
    {
      id: 'suggestion',
      header: t('reports.suggestion'),
      cell: ({ candidate }) => <SuggestionBadge suggestion={candidate.suggestion} />,
    },
    {
      id: 'form',
      header: t('reports.experience'),
      cell: ({ candidate }) => {
        const band = bands.find((one) => one === candidate.experience);
        return band ? t(experienceKey(band)) : candidate.experience;
      },
    },
    {
      id: 'status',
      header: t('reports.status'),
      cell: ({ candidate }) => t(`reports.status_${candidate.status}`),
    },
  ];
}

function Comparison(props: { readonly view: ComparisonView }) {
  const t = useT();
  const lang = useLang();
  const [dimension, setDimension] = useState('');
  const { view } = props;
  const columns = useColumns(view.job, dimension === '');
  const rows = shownRows(view, dimension);
  const forms = new Set(view.candidates.map(({ experience }) => experience));
  return (
    <div className="j-stack">
      {view.hidden > 0 && <Notice>{t('reports.compare_hidden', { count: view.hidden })}</Notice>}
      {rows.length === 0 ? (
        <EmptyState icon="people" title={t('reports.compare_none_title')}>
          {t('reports.compare_none')}
        </EmptyState>
      ) : (
        <>
          <Select
            label={t('reports.compare_dimension')}
            value={dimension}
            onChange={setDimension}
            options={[
              { value: '', label: t('reports.compare_all') },
              ...view.dimensions.map(({ code, name }) => ({ value: code, label: name[lang] })),
            ]}
          />
          {rows.length < 5 && <p className="j-small j-muted">{t('reports.compare_few')}</p>}
          {forms.size > 1 && <p className="j-small j-muted">{t('reports.compare_forms')}</p>}
          <Table
            caption={t('reports.compare')}
            columns={columns}
            rows={rows}
            rowKey={({ candidate }) => candidate.applicationId}
          />
        </>
      )}
    </div>
  );
}

function OfVersion(props: { readonly versionId: string; readonly onVersion: (id: string) => void }) {
  const t = useT();
  const api = useApi();
  const { versionId } = props;
  const comparison = useQuery<ComparisonView>(`comparison/${versionId}`, (signal) =>
    api.get('/reports/comparison', { query: { jobVersionId: versionId }, signal }),
  );
  if (comparison.state === 'loading') return <Skeleton lines={6} />;
  if (comparison.data === null)
    return <ErrorState problem={comparison.problem} onRetry={comparison.reload} />;
  const { versions } = comparison.data;
  return (
    <div className="j-stack">
      {versions.length > 1 && (
        <Select
          label={t('reports.compare_version')}
          value={versionId}
          onChange={props.onVersion}
          options={versions.map(({ id, number }) => ({ value: id, label: t('reports.version', { number }) }))}
        />
      )}
      <Comparison view={comparison.data} />
    </div>
  );
}

/** Candidates of one job version side by side; ties are shown as ties. */
export function Page() {
  const t = useT();
  const api = useApi();
  const [jobId, setJobId] = useSearchParam('job');
  const [version, setVersion] = useSearchParam('version');
  const jobs = useQuery<{ readonly items: readonly JobSummaryView[] }>('report-jobs', (signal) =>
    api.get('/jobs', { signal }),
  );
  const published = (jobs.data?.items ?? []).filter(({ currentVersionId }) => currentVersionId !== null);
  const job = published.find(({ id }) => id === jobId) ?? published[0];
  const versionId = version || job?.currentVersionId || '';
  return (
    <PageFrame
      title={t('reports.compare')}
      intro={t('reports.compare_intro')}
      crumbs={[{ label: t('reports.title'), to: '/reports' }]}
    >
      {jobs.state === 'loading' && <Skeleton lines={6} />}
      {jobs.data === null && jobs.state === 'failed' && (
        <ErrorState problem={jobs.problem} onRetry={jobs.reload} />
      )}
      {jobs.data && !job && (
        <EmptyState icon="people" title={t('reports.compare_none_title')}>
          {t('reports.compare_none')}
        </EmptyState>
      )}
      {job && (
        <div className="j-stack j-compare">
          <Select
            label={t('reports.compare_pick')}
            value={job.id}
            onChange={(id) => {
              setJobId(id);
              setVersion('');
            }}
            options={published.map(({ id, title }) => ({ value: id, label: title }))}
          />
          <OfVersion versionId={versionId} onVersion={setVersion} />
        </div>
      )}
    </PageFrame>
  );
}
