import { type SQL, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type {
  MirrorWrite,
  OrganisationKind,
  OrganisationRepository,
} from '#core/ports/repositories/organisation.ts';
import type { Change } from '#core/ports/unit-of-work.ts';
import { change, onlyIf } from '../database.ts';
import type { Scope } from './scope.ts';

type Write = MirrorWrite<OrganisationKind>;

/** Rows that travel as one JSON parameter: far from D1's two megabytes, whatever a row holds. */
const rowsPerStatement = 400;

/**
 * Writes of many rows in few statements: the rows travel as one JSON parameter, because D1 takes a hundred parameters a
 * statement and ten thousand statements take a second that the reading of a directory does not have.
 */
export function putAllPart(scope: Scope): OrganisationRepository['putAll'] {
  const { orm } = scope.database;
  const run = (query: SQL) => orm.run(query) as BatchItem<'sqlite'>;
  const rowsOf = (kind: OrganisationKind, writes: readonly Write[], runId: string | null): SQL => {
    const rows = writes.map(({ next }) => ({ ...contentOf(next), readAt: next.readAt }));
    return sql`insert into organisation_mirror (tenant_id, kind, id, data, present, read_at, run_id, since)
      select ${scope.tenantId}, ${kind}, value ->> 'id', value ->> 'data', value ->> 'present', value ->> 'readAt', ${runId}, value ->> 'since'
      from json_each(${JSON.stringify(rows)})`;
  };

  /** Refused unless every row is as the caller compared it. The order of the join is forced: each JSON row finds its own by key. */
  function unchanged(kind: OrganisationKind, writes: readonly Write[]): Change {
    const rows = writes.map(({ before }) => [before?.value.id, before?.since, before?.readAt]);
    return onlyIf(
      orm,
      sql`select count(*) = ${rows.length} from json_each(${JSON.stringify(rows)}) as j cross join organisation_mirror as m
        where m.tenant_id = ${scope.tenantId} and m.kind = ${kind} and m.id = j.value ->> 0
          and m.since = j.value ->> 1 and m.read_at = j.value ->> 2`,
    );
  }

  /** Of rows whose content is the same only the reading is written down; they are there, so nothing is inserted. */
  function seen(kind: OrganisationKind, writes: readonly Write[], runId: string | null): Change {
    const rows = writes.map(({ next }) => [next.value.id, next.readAt]);
    return change(
      run(sql`insert into organisation_mirror (tenant_id, kind, id, data, present, read_at, run_id, since)
        select ${scope.tenantId}, ${kind}, value ->> 0, '', 0, value ->> 1, ${runId}, '' from json_each(${JSON.stringify(rows)}) where true
        on conflict (tenant_id, kind, id) do update set read_at = excluded.read_at,
          run_id = coalesce(excluded.run_id, organisation_mirror.run_id)`),
    );
  }

  function replaced(kind: OrganisationKind, writes: readonly Write[], runId: string | null): Change {
    return change(
      run(sql`${rowsOf(kind, writes, runId)} where true
        on conflict (tenant_id, kind, id) do update set data = excluded.data, present = excluded.present,
          read_at = excluded.read_at, run_id = coalesce(excluded.run_id, organisation_mirror.run_id), since = excluded.since`),
    );
  }

  function remembered(kind: OrganisationKind, writes: readonly Write[]): Change {
    const rows = writes.flatMap(({ next, before }) =>
      before === null ? [] : { ...contentOf(before), history: scope.ids.next('his'), until: next.since },
    );
    return change(
      run(sql`insert into organisation_history (tenant_id, id, kind, subject_id, data, present, since, until)
        select ${scope.tenantId}, value ->> 'history', ${kind}, value ->> 'id', value ->> 'data', value ->> 'present', value ->> 'since', value ->> 'until'
        from json_each(${JSON.stringify(rows)})`),
    );
  }

  return (kind, all, runId) => {
    const changes: Change[] = [];
    for (let at = 0; at < all.length; at += rowsPerStatement) {
      const writes: readonly Write[] = all.slice(at, at + rowsPerStatement);
      const fresh = writes.filter(({ before }) => before === null);
      const same = writes.filter(
        ({ next, before }) =>
          before !== null && next.since === before.since && next.present === before.present,
      );
      const other = writes.filter((write) => write.before !== null && !same.includes(write));
      const known = [...same, ...other];
      if (known.length > 0) changes.push(unchanged(kind, known));
      if (fresh.length > 0) changes.push(change(run(rowsOf(kind, fresh, runId))));
      if (same.length > 0) changes.push(seen(kind, same, runId));
      if (other.length > 0) changes.push(replaced(kind, other, runId), remembered(kind, other));
    }
    return changes;
  };
}

/** The content as text, so that nothing of it is written another way. */
const contentOf = ({ value, present, since }: Write['next']) => ({
  id: value.id,
  data: JSON.stringify(value),
  present: present ? 1 : 0,
  since,
});
