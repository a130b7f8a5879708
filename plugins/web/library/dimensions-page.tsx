import type { Dimension } from '#core/template/schemas/dimension.ts';
import type { ListPage } from '../kit/api-client.ts';
import { buttonClass } from '../kit/button.tsx';
import { Select } from '../kit/field.tsx';
import { useT } from '../kit/i18n.tsx';
import { Icon } from '../kit/icons.tsx';
import { Link, useSearchParam } from '../kit/router.tsx';
import { SearchInput } from '../kit/search-input.tsx';
import { useApi, useMay } from '../kit/session.tsx';
import { Badge, EmptyState, ErrorState, Skeleton } from '../kit/states.tsx';
import { useQuery } from '../kit/use-query.ts';
import { useLocalized } from '../rubric-builder/builder-context.tsx';
import { families, matchesPalette } from '../rubric-builder/palette-filter.ts';
import { LibraryFrame } from './library-frame.tsx';
import { isOwn } from './own.ts';

/** `/library/dimensions`: the shipped dimensions and the company's own. */
export function Page() {
  const t = useT();
  const api = useApi();
  const mayWrite = useMay('job.write');
  const [source, setSource] = useSearchParam('from');
  const archived = source === 'archived';
  const dimensions = useQuery(`dimensions/${archived}`, (signal) =>
    api.get<ListPage<Dimension>>('/dimensions', {
      query: { state: archived ? 'archived' : 'available' },
      signal,
    }),
  );
  return (
    <LibraryFrame
      intro={t('library.dimensions_intro')}
      actions={
        mayWrite && (
          <Link to="/library/dimensions/new" className={buttonClass('primary')}>
            <Icon name="add" size={18} />
            {t('rubric.own_new')}
          </Link>
        )
      }
    >
      <Filters source={source} onSource={setSource} />
      {dimensions.data === null ? (
        dimensions.state === 'failed' ? (
          <ErrorState problem={dimensions.problem} onRetry={dimensions.reload} />
        ) : (
          <Skeleton />
        )
      ) : (
        <DimensionList
          all={dimensions.data.items.filter(
            (one) => source === '' || archived || isOwn(one) === (source === 'own'),
          )}
          source={source}
          mayWrite={mayWrite}
        />
      )}
    </LibraryFrame>
  );
}

const sources = ['', 'own', 'shipped', 'archived'] as const;

function Filters(props: { readonly source: string; readonly onSource: (source: string) => void }) {
  const t = useT();
  const [search, setSearch] = useSearchParam('q');
  const [family, setFamily] = useSearchParam('family');
  return (
    <div className="j-library-filters">
      <SearchInput label={t('rubric.palette_search')} value={search} onChange={setSearch} />
      <Select
        label={t('library.source')}
        value={sources.find((one) => one === props.source) ?? ''}
        onChange={props.onSource}
        options={sources.map((value) => ({ value, label: t(`library.source_${value || 'all'}`) }))}
      />
      <Select
        label={t('rubric.family')}
        value={family}
        onChange={setFamily}
        options={[
          { value: '', label: t('rubric.family_all') },
          ...families.map((value) => ({ value, label: t(`rubric.family_${value}`) })),
        ]}
      />
    </div>
  );
}

function DimensionList(props: {
  readonly all: readonly Dimension[];
  readonly source: string;
  readonly mayWrite: boolean;
}) {
  const t = useT();
  const localized = useLocalized();
  const { all, source } = props;
  const [search] = useSearchParam('q');
  const [family] = useSearchParam('family');
  const chosen = families.find((one) => one === family) ?? 'all';
  const shown = all.filter((dimension) => matchesPalette(dimension, chosen, search));
  if (all.length === 0 && (source === 'own' || source === 'archived')) {
    return (
      <EmptyState
        icon="edit"
        title={t(source === 'own' ? 'library.own_empty' : 'library.archived_empty')}
        action={
          source === 'own' &&
          props.mayWrite && (
            <Link to="/library/dimensions/new" className={buttonClass('primary')}>
              {t('rubric.own_new')}
            </Link>
          )
        }
      >
        {t(source === 'own' ? 'library.own_empty_text' : 'library.archived_empty_text')}
      </EmptyState>
    );
  }
  if (shown.length === 0) {
    return (
      <EmptyState icon="search" title={t('rubric.palette_empty')}>
        {t('common.search_empty_hint')}
      </EmptyState>
    );
  }
  return (
    <>
      <p className="j-small j-muted" role="status">
        {t('library.dimensions_count', { count: shown.length, all: all.length })}
      </p>
      <ul className="j-library-grid">
        {shown.map((dimension) => (
          <li key={dimension.code}>
            <Link to={`/library/dimensions/${dimension.code}`} className="j-library-card">
              <span className="j-row j-row--badges">
                <strong>{localized(dimension.name)}</strong>
                <Badge>{t(`rubric.family_${dimension.family}`)}</Badge>
                {isOwn(dimension) && <Badge tone="brand">{t('rubric.own')}</Badge>}
                {dimension.redLine && <Badge tone="bad">{t('rubric.red_line')}</Badge>}
              </span>
              <span className="j-small j-muted">{localized(dimension.definition)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
