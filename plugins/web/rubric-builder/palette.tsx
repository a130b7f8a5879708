import { useState } from 'react';
import type { Dimension } from '#core/template/schemas/dimension.ts';
import { Button } from '../kit/button.tsx';
import { Select } from '../kit/field.tsx';
import { useT } from '../kit/i18n.tsx';
import { SearchInput } from '../kit/search-input.tsx';
import { DragSource } from '../kit/sortable-list.tsx';
import { Badge } from '../kit/states.tsx';
import { useBuilder, useLocalized } from './builder-context.tsx';
import { type FamilyFilter, families, matchesPalette } from './palette-filter.ts';

/** The dimensions that can be chosen: search, filter by family, drag or add. */
export function Palette(props: { readonly onNew: () => void }) {
  const t = useT();
  const { draft, shipped } = useBuilder();
  const [query, setQuery] = useState('');
  const [family, setFamily] = useState<FamilyFilter>('all');
  const own = draft.dimensions.filter(({ code }) => !shipped.some((dimension) => dimension.code === code));
  const shown = [...own, ...shipped].filter((dimension) => matchesPalette(dimension, family, query));
  const options = [
    { value: 'all' as const, label: t('rubric.family_all') },
    ...families.map((value) => ({ value, label: t(`rubric.family_${value}`) })),
  ];
  return (
    <section className="j-palette" aria-label={t('rubric.palette')}>
      <div className="j-row j-row--between">
        <h2>{t('rubric.palette')}</h2>
        <Button look="quiet" icon="add" onClick={props.onNew}>
          {t('rubric.own_new')}
        </Button>
      </div>
      <div className="j-palette__filters">
        <SearchInput label={t('rubric.palette_search')} value={query} onChange={setQuery} />
        <Select
          label={t('rubric.family')}
          labelHidden
          value={family}
          onChange={setFamily}
          options={options}
        />
      </div>
      <p className="j-small j-muted">{t('rubric.palette_hint')}</p>
      {shown.length === 0 && <p className="j-muted">{t('rubric.palette_empty')}</p>}
      <ul className="j-palette__list">
        {shown.map((dimension) => (
          <li key={dimension.code}>
            <PaletteCard dimension={dimension} own={own.includes(dimension)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function PaletteCard(props: { readonly dimension: Dimension; readonly own: boolean }) {
  const t = useT();
  const localized = useLocalized();
  const { draft, perform } = useBuilder();
  const { dimension } = props;
  const name = localized(dimension.name);
  const chosen = draft.rows.some((row) => row.dimension === dimension.code);
  const card = (
    <div className="j-palette__card">
      <div className="j-palette__words">
        <span className="j-row">
          <strong>{name}</strong>
          {props.own && <Badge tone="brand">{t('rubric.own')}</Badge>}
        </span>
        <span className="j-small j-muted">{localized(dimension.definition)}</span>
      </div>
      {chosen ? (
        <Badge tone="good" icon="check">
          {t('rubric.added')}
        </Badge>
      ) : (
        <Button
          aria-label={t('rubric.add', { name })}
          onClick={() => perform({ kind: 'insert', at: draft.rows.length, dimension: dimension.code })}
        >
          {t('common.add')}
        </Button>
      )}
    </div>
  );
  return chosen ? (
    card
  ) : (
    <DragSource id={dimension.code} name={name}>
      {card}
    </DragSource>
  );
}
