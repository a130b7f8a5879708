import type { PackSummaryView } from '#adapters/http/schemas/jobs.ts';
import type { Dimension } from '#core/template/schemas/dimension.ts';
import { matchesPack, PackCard } from '../jobs/pack-card.tsx';
import type { ListPage } from '../kit/api-client.ts';
import { Select } from '../kit/field.tsx';
import { useT } from '../kit/i18n.tsx';
import { Link, useSearchParam } from '../kit/router.tsx';
import { SearchInput } from '../kit/search-input.tsx';
import { useApi } from '../kit/session.tsx';
import { EmptyState, ErrorState, Skeleton } from '../kit/states.tsx';
import { useQuery } from '../kit/use-query.ts';
import { useLocalized } from '../rubric-builder/builder-context.tsx';
import { LibraryFrame } from './library-frame.tsx';
import '../jobs/jobs.css';

interface Loaded {
  readonly packs: readonly PackSummaryView[];
  readonly dimensions: readonly Dimension[];
}

/** `/library`: the industry packs to look into. */
export function Page() {
  const t = useT();
  const api = useApi();
  const loaded = useQuery<Loaded>('packs', async (signal) => {
    const [packs, dimensions] = await Promise.all([
      api.get<ListPage<PackSummaryView>>('/packs', { signal }),
      api.get<ListPage<Dimension>>('/dimensions', { signal }),
    ]);
    return { packs: packs.items, dimensions: dimensions.items };
  });
  return (
    <LibraryFrame intro={t('library.packs_intro')}>
      {loaded.data === null ? (
        loaded.state === 'failed' ? (
          <ErrorState problem={loaded.problem} onRetry={loaded.reload} />
        ) : (
          <Skeleton />
        )
      ) : (
        <PackList {...loaded.data} />
      )}
    </LibraryFrame>
  );
}

function PackList({ packs, dimensions }: Loaded) {
  const t = useT();
  const localized = useLocalized();
  const [search, setSearch] = useSearchParam('q');
  const [dimension, setDimension] = useSearchParam('dimension');
  const used = dimensions.filter(({ code }) => packs.some((pack) => pack.dimensions.includes(code)));
  const shown = packs.filter(
    (pack) => matchesPack(pack, search) && (dimension === '' || pack.dimensions.includes(dimension)),
  );
  return (
    <div className="j-stack">
      <div className="j-library-filters">
        <SearchInput label={t('jobs.industry_search')} value={search} onChange={setSearch} />
        <Select
          label={t('library.pack_dimension')}
          value={dimension}
          onChange={setDimension}
          options={[
            { value: '', label: t('library.any_dimension') },
            ...used.map(({ code, name }) => ({ value: code, label: localized(name) })),
          ]}
        />
      </div>
      <p className="j-small j-muted" role="status">
        {t('library.packs_count', { count: shown.length, all: packs.length })}
      </p>
      {shown.length === 0 && (
        <EmptyState icon="search" title={t('library.packs_none')}>
          {t('common.search_empty_hint')}
        </EmptyState>
      )}
      <ul className="j-industries">
        {shown.map((pack) => (
          <li key={pack.id}>
            <Link to={`/library/packs/${pack.id}`} className="j-industry">
              <PackCard pack={pack} />
              <span className="j-small j-muted">
                {t('library.pack_counts', { dimensions: pack.dimensions.length, questions: pack.questions })}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
