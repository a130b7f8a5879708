import { useState } from 'react';
import type { AuditView, PersonView } from '#adapters/http/schemas/company.ts';
import type { AuditVerificationView } from '#adapters/http/schemas/settings.ts';
import type { ListPage } from '../kit/api-client.ts';
import { Button } from '../kit/button.tsx';
import { DateTime } from '../kit/date-time.tsx';
import { Select, TextInput } from '../kit/field.tsx';
import { useT } from '../kit/i18n.tsx';
import { LoadMore } from '../kit/load-more.tsx';
import { Link, useSearchParam } from '../kit/router.tsx';
import { useApi } from '../kit/session.tsx';
import { EmptyState, ErrorState, Notice, ProblemNotice, Skeleton } from '../kit/states.tsx';
import { type Column, Table } from '../kit/table.tsx';
import { useMutation } from '../kit/use-mutation.ts';
import { useListQuery, useQuery } from '../kit/use-query.ts';
import { auditAreas, pageOf, useActWords, useKindWords } from './audit-words.ts';
import { SettingsFrame } from './settings-frame.tsx';

type Row = AuditView;

/** `/settings/audit`: what happened, by whom, and the proof that the log is whole. */
export function Page() {
  const t = useT();
  const api = useApi();
  const [area, setArea] = useSearchParam('area');
  const [actor, setActor] = useSearchParam('actor');
  const [day, setDay] = useSearchParam('day');
  const query = { area, actor, ...dayLimits(day) };
  const rows = useListQuery<Row>(`audit/${JSON.stringify(query)}`, (cursor, signal) =>
    api.get('/audit', { query: { ...query, cursor }, signal }),
  );
  return (
    <SettingsFrame title={t('settings.audit')} intro={t('settings.audit_intro')}>
      <Verification />
      <div className="j-audit-filters">
        <Select
          label={t('settings.audit_area')}
          value={area}
          onChange={setArea}
          options={[
            { value: '', label: t('common.all') },
            ...auditAreas.map((value) => ({ value, label: t(`settings.area_${value}`) })),
          ]}
        />
        <ActorSelect value={actor} onChange={setActor} />
        <TextInput label={t('settings.audit_day')} type="date" value={day} onChange={setDay} />
      </div>
      {rows.data === null ? (
        rows.state === 'failed' ? (
          <ErrorState problem={rows.problem} onRetry={rows.reload} />
        ) : (
          <Skeleton />
        )
      ) : rows.data.items.length === 0 ? (
        <EmptyState icon="search" title={t('settings.audit_none')} />
      ) : (
        <>
          <AuditTable rows={rows.data.items} />
          <LoadMore list={rows} />
        </>
      )}
    </SettingsFrame>
  );
}

/** The moments between which a day of the reader's device lies. */
function dayLimits(day: string): { readonly from?: string; readonly to?: string } {
  const start = new Date(`${day}T00:00:00`);
  if (day === '' || Number.isNaN(start.getTime())) return {};
  const end = new Date(start);
  end.setDate(end.getDate() + 1);
  return { from: start.toISOString(), to: end.toISOString() };
}

function ActorSelect(props: { readonly value: string; readonly onChange: (id: string) => void }) {
  const t = useT();
  const api = useApi();
  const people = useQuery('people', (signal) => api.get<ListPage<PersonView>>('/people', { signal }));
  return (
    <Select
      label={t('settings.audit_actor')}
      value={props.value}
      onChange={props.onChange}
      options={[
        { value: '', label: t('common.all') },
        ...(people.data?.items ?? []).map(({ id, name }) => ({
          value: id,
          label: name ?? t('settings.no_name'),
        })),
      ]}
    />
  );
}

function AuditTable(props: { readonly rows: readonly Row[] }) {
  const t = useT();
  const actWords = useActWords();
  const who = (row: Row) =>
    row.actorName ??
    (row.actorKind === 'candidate' || row.actorKind === 'system' || row.actorKind === 'operator'
      ? t(`settings.actor_${row.actorKind}`)
      : t('settings.no_name'));
  const columns: readonly Column<Row>[] = [
    { id: 'act', header: t('settings.audit_act'), role: 'main', cell: (row) => actWords(row.action) },
    { id: 'at', header: t('settings.audit_at'), cell: (row) => <DateTime iso={row.at} /> },
    { id: 'who', header: t('settings.audit_actor'), cell: who },
    {
      id: 'subject',
      header: t('settings.audit_subject'),
      cell: (row) => <Subject row={row} />,
    },
    {
      id: 'data',
      header: t('settings.audit_data'),
      cell: (row) => (
        <details className="j-audit-data j-small">
          <summary>{t('settings.audit_show')}</summary>
          <code>{row.subjectId}</code>
          {dataLines(row.data).map((line) => (
            <code key={line}>{line}</code>
          ))}
        </details>
      ),
    },
  ];
  return <Table caption={t('settings.audit')} columns={columns} rows={props.rows} rowKey={({ id }) => id} />;
}

function Subject({ row }: { readonly row: Row }) {
  const kindWords = useKindWords();
  const page = pageOf(row);
  const words = kindWords(row.subjectKind);
  return page ? <Link to={page}>{words}</Link> : <span>{words}</span>;
}

/** What was recorded beside the act, for whoever traces it: names and values as they are kept. */
const dataLines = (data: Row['data']): readonly string[] =>
  Object.entries(data).map(
    ([name, value]) => `${name}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`,
  );

/** Walks the chain on demand and says what it found. */
function Verification() {
  const t = useT();
  const api = useApi();
  const [found, setFound] = useState<AuditVerificationView | null>(null);
  const check = useMutation((_: null, idempotencyKey) =>
    api.post<AuditVerificationView>('/audit/verification', undefined, { idempotencyKey }),
  );
  const verify = async () => {
    const answer = await check.run(null);
    if (answer) setFound(answer);
  };
  return (
    <section className="j-card j-stack">
      <div className="j-row j-row--between">
        <p>{t('settings.audit_chain')}</p>
        <Button icon="lock" busy={check.busy} onClick={() => void verify()}>
          {t('settings.audit_verify')}
        </Button>
      </div>
      <ProblemNotice problem={check.problem} />
      {found?.broken && (
        <Notice tone="bad" urgent title={t('settings.audit_broken', { index: found.broken.chainIndex })}>
          <p>
            {found.broken.reason === 'gap' ? t('settings.audit_broken_gap') : t('settings.audit_broken_hash')}
          </p>
        </Notice>
      )}
      {found && !found.broken && (
        <Notice tone="good" title={t('settings.audit_whole', { count: found.verified })}>
          {found.unsealed > 0 && <p>{t('settings.audit_unsealed', { count: found.unsealed })}</p>}
        </Notice>
      )}
    </section>
  );
}
