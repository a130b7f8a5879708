import { useState } from 'react';
import type { ColleagueView } from '#adapters/http/schemas/approvals.ts';
import type { ListPage } from '../kit/api-client.ts';
import { RadioGroup } from '../kit/choice.tsx';
import { useT } from '../kit/i18n.tsx';
import { ContactsButton } from '../kit/people-picker.tsx';
import { SearchInput } from '../kit/search-input.tsx';
import { useApi } from '../kit/session.tsx';
import { ProblemNotice, Skeleton } from '../kit/states.tsx';
import { useQuery } from '../kit/use-query.ts';
import type { Named } from './approval-words.tsx';
import { ColleagueName } from './colleague-name.tsx';

/** Finds a colleague by part of the name, or in the office client's own contacts, which know the names that it hides from apps. */
export function ColleaguePicker(props: {
  readonly legend: string;
  readonly value: string | null;
  readonly onChange: (colleague: Named) => void;
}) {
  const t = useT();
  const api = useApi();
  const [search, setSearch] = useState('');
  const [picked, setPicked] = useState<ColleagueView | null>(null);
  const found = useQuery(`colleagues ${search}`, (signal) =>
    api.get<ListPage<ColleagueView>>('/approvals/colleagues', { query: { q: search }, signal }),
  );
  const listed = found.data?.items ?? [];
  const items = picked && !listed.some(({ key }) => key === picked.key) ? [picked, ...listed] : listed;
  return (
    <div className="j-stack j-stack--tight">
      <SearchInput label={t('approvals.colleague_search')} value={search} onChange={setSearch} />
      <ContactsButton
        title={props.legend}
        most={1}
        onPicked={([one]) => {
          if (!one) return;
          const colleague = { key: `office:${one.id}`, name: one.name, place: null };
          setPicked(colleague);
          props.onChange(colleague);
        }}
      />
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
          options={items.map((one) => ({
            value: one.key,
            label: <ColleagueName person={one} />,
            ...(one.place === null ? {} : { help: one.place }),
          }))}
        />
      )}
    </div>
  );
}
