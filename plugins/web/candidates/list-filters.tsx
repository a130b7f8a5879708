import type { JobSummaryView } from '#adapters/http/schemas/jobs.ts';
import { Select } from '../kit/field.tsx';
import { useJoined, useT } from '../kit/i18n.tsx';
import { Icon } from '../kit/icons.tsx';
import { useSearchParam } from '../kit/router.tsx';
import { SearchInput } from '../kit/search-input.tsx';
import { filterValue, funnel, type Status } from './candidate-words.tsx';

/** How many applications stand where, as the server counts them. */
export interface Counts {
  readonly total: number;
  readonly statuses: Readonly<Record<string, number>>;
  readonly screening: Readonly<Record<string, number>>;
}

const screeningWords = ['match', 'unclear', 'mismatch'] as const;

/** Job, funnel, screening, order and search; all of them live in the address. */
export function ListFilters(props: {
  readonly jobs: readonly JobSummaryView[];
  readonly counts: Counts | null;
}) {
  const t = useT();
  const [job, setJob] = useSearchParam('job');
  const [screening, setScreening] = useSearchParam('screening');
  const [q, setQ] = useSearchParam('q');
  const [sort, setSort] = useSearchParam('sort');
  const { counts } = props;
  return (
    <div className="j-stack">
      <Funnel counts={counts} />
      <div className="j-cand-filters">
        <Select
          label={t('candidates.job')}
          value={job}
          onChange={setJob}
          options={[
            { value: '', label: t('candidates.all_jobs') },
            ...props.jobs.map((one) => ({ value: one.id, label: one.title })),
          ]}
        />
        <Select
          label={t('candidates.screening')}
          value={screening}
          onChange={setScreening}
          options={[
            { value: '', label: t('common.all') },
            ...screeningWords.map((word) => ({
              value: word,
              label: `${t(`candidates.screening_${word}`)} ${counts ? (counts.screening[word] ?? 0) : ''}`,
            })),
          ]}
        />
        <Select
          label={t('candidates.sort')}
          value={sort}
          onChange={setSort}
          options={[
            { value: '', label: t('candidates.sort_updated') },
            { value: 'score', label: t('candidates.sort_score') },
          ]}
        />
        <div className="j-cand-filters__search">
          <SearchInput
            label={t('candidates.search')}
            placeholder={t('candidates.search_hint')}
            value={q}
            onChange={setQ}
          />
        </div>
      </div>
    </div>
  );
}

/** The funnel's numbers are its filters. */
function Funnel(props: { readonly counts: Counts | null }) {
  const t = useT();
  const [status, setStatus] = useSearchParam('status');
  const numberOf = (statuses: readonly string[]) =>
    props.counts ? statuses.reduce((sum, one) => sum + (props.counts?.statuses[one] ?? 0), 0) : null;
  const steps = [
    { id: 'all' as const, value: '', count: props.counts?.total ?? null },
    ...funnel.map(({ id, statuses }) => ({ id, value: filterValue(statuses), count: numberOf(statuses) })),
  ];
  const known = steps.some((step) => step.value === status);
  return (
    <fieldset className="j-funnel">
      <legend className="j-sr">{t('candidates.status')}</legend>
      {steps.map((step) => (
        <label key={step.id} className="j-funnel__step">
          <input
            type="radio"
            name="candidate-status"
            checked={status === step.value}
            onChange={() => setStatus(step.value)}
          />
          <span>
            <strong className="j-num">{step.count ?? '–'}</strong>
            <span>{t(`candidates.funnel_${step.id}`)}</span>
          </span>
        </label>
      ))}
      {!known && <OtherStatuses statuses={status} onClear={() => setStatus('')} />}
    </fieldset>
  );
}

/** A filter that came with a link and is no step of the funnel. */
function OtherStatuses(props: { readonly statuses: string; readonly onClear: () => void }) {
  const t = useT();
  const join = useJoined();
  const words = props.statuses.split(',').map((status) => t(`candidates.status_${status as Status}`));
  return (
    <button type="button" className="j-funnel__other" onClick={props.onClear}>
      {join(words)}
      <Icon name="close" size={16} />
      <span className="j-sr">{t('common.clear')}</span>
    </button>
  );
}
