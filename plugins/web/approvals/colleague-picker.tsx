import { useState } from 'react';
import type { ListPage } from '../kit/api-client.ts';
import { RadioGroup } from '../kit/choice.tsx';
import { useT } from '../kit/i18n.tsx';
import { SearchInput } from '../kit/search-input.tsx';
import { useApi } from '../kit/session.tsx';
import { ProblemNotice, Skeleton } from '../kit/states.tsx';
import { useQuery } from '../kit/use-query.ts';
import type { Named } from './approval-words.tsx';
import { ColleagueName } from './colleague-name.tsx';

/** Finds a colleague by part of the name. */
export function ColleaguePicker(props: {
  readonly legend: string;
  readonly value: string | null;
  readonly onChange: (colleague: Named) => void;
}) {
  const t = useT();
  const api = useApi();
  const [search, setSearch] = useState('');
  const found = useQuery(`colleagues ${search}`, (signal) =>
    api.get<ListPage<Named>>('/approvals/colleagues', { query: { q: search }, signal }),
  );
  const items = found.data?.items ?? [];
  return (
    <div className="j-stack j-stack--tight">
      <SearchInput label={t('approvals.colleague_search')} value={search} onChange={setSearch} />
      <ProblemNotice problem={found.problem} onRetry={found.reload} />
      {found.state === 'loading' && <Skeleton lines={2} />}
      {found.state === 'ready' && items.length === 0 && (
        <p className="j-muted">{t('approvals.colleague_none')}</p>
      )}
      {items.length > 0 && (
        <RadioGroup
          legend={props.legend}
          value={props.value}
          onChange={(key) => {
            const colleague = items.find((one) => one.key === key);
            if (colleague) props.onChange(colleague);
          }}
          options={items.map((one) => ({ value: one.key, label: <ColleagueName person={one} /> }))}
        />
      )}
    </div>
  );
}
