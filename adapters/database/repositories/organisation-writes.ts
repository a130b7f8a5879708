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
  const common = (kind: OrganisationKind) => ({ tenant: scope.tenantId, kind });

  function inserted(kind: OrganisationKind, writes: readonly Write[], runId: string | null): Change {
    const rows = writes.map(({ next }) => ({ ...contentOf(next), readAt: next.readAt }));
    const { tenant } = common(kind);
    return change(
      run(sql`insert into organisation_mirror (tenant_id, kind, id, data, present, read_at, run_id, since)
        select ${tenant}, ${kind}, value ->> 'id', value ->> 'data', value ->> 'present', value ->> 'readAt', ${runId}, value ->> 'since'
        from json_each(${JSON.stringify(rows)})`),
    );
  }

  /** `set` names what changes besides the time of reading; refused unless every row is as the caller compared it. */
  function updated(
    kind: OrganisationKind,
    writes: readonly Write[],
    runId: string | null,
    set: SQL,
  ): Change[] {
    const rows = writes.map(({ next, before }) => ({
      ...(next.since === before?.since ? { id: next.value.id } : contentOf(next)),
      readAt: next.readAt,
      was: before?.since,
      wasReadAt: before?.readAt,
    }));
    const { tenant } = common(kind);
    return [
      change(
        run(sql`update organisation_mirror set read_at = j.value ->> 'readAt', run_id = coalesce(${runId}, run_id)${set}
          from json_each(${JSON.stringify(rows)}) as j
          where tenant_id = ${tenant} and kind = ${kind} and organisation_mirror.id = j.value ->> 'id'
            and since = j.value ->> 'was' and read_at = j.value ->> 'wasReadAt'`),
      ),
      onlyIf(orm, sql`changes() = ${rows.length}`),
    ];
  }

  function remembered(kind: OrganisationKind, writes: readonly Write[]): Change {
    const rows = writes.flatMap(({ next, before }) =>
      before === null ? [] : { ...contentOf(before), history: scope.ids.next('his'), until: next.since },
    );
    const { tenant } = common(kind);
    return change(
      run(sql`insert into organisation_history (tenant_id, id, kind, subject_id, data, present, since, until)
        select ${tenant}, value ->> 'history', ${kind}, value ->> 'id', value ->> 'data', value ->> 'present', value ->> 'since', value ->> 'until'
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
      if (fresh.length > 0) changes.push(inserted(kind, fresh, runId));
      if (same.length > 0) changes.push(...updated(kind, same, runId, sql``));
      if (other.length === 0) continue;
      const content = sql`, data = j.value ->> 'data', present = j.value ->> 'present', since = j.value ->> 'since'`;
      changes.push(...updated(kind, other, runId, content), remembered(kind, other));
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
