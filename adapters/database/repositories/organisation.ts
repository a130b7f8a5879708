import { and, asc, desc, eq, gt, gte, isNull, lt, ne, or, type SQL, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { PlatformDepartment, PlatformPerson } from '#core/ports/platform.ts';
import type {
  MirrorContent,
  Mirrored,
  OrganisationKind,
  OrganisationRepository,
  OrganisationRun,
  OverlayOperation,
} from '#core/ports/repositories/organisation.ts';
import { guarded } from '../database.ts';
import {
  organisationMirror as mirror,
  organisationOverlay as overlay,
  organisationRuns as runs,
} from '../schema/organisation.ts';
import { putAllPart } from './organisation-writes.ts';
import { bare, insert, ofTenant, own, type Scope, update } from './scope.ts';

type Row = typeof mirror.$inferSelect;
const mirrored = <T>(row: Row): Mirrored<T> => ({
  value: row.data as T,
  present: row.present,
  readAt: row.readAt,
  since: row.since,
});

/** Mirror, history, overlay and runs of one company. */
export function organisationRepository(scope: Scope): OrganisationRepository {
  return {
    ...readPart(scope),
    ...seenPart(scope),
    putAll: putAllPart(scope),
    ...overlayPart(scope),
    ...runPart(scope),
  };
}

type ReadPart = Pick<OrganisationRepository, 'departments' | 'people' | 'rows'>;

function readPart(scope: Scope): ReadPart {
  const { orm } = scope.database;
  const of = (kind: OrganisationKind, ...more: (SQL | undefined)[]) =>
    ofTenant(scope, mirror, eq(mirror.kind, kind), ...more);
  return {
    async departments() {
      const rows = await orm
        .select()
        .from(mirror)
        .where(of('department', eq(mirror.present, true)))
        .orderBy(asc(mirror.id));
      return rows.map(mirrored<PlatformDepartment>);
    },
    async people({ departmentId, after, limit }) {
      const inDepartment =
        departmentId === undefined
          ? undefined
          : sql`exists (select 1 from json_each(${mirror.data}, '$.departmentIds') where value = ${departmentId})`;
      const rows = await orm
        .select()
        .from(mirror)
        .where(
          of(
            'person',
            eq(mirror.present, true),
            inDepartment,
            after === null ? undefined : gt(mirror.id, after),
          ),
        )
        .orderBy(asc(mirror.id))
        .limit(limit);
      return rows.map(mirrored<PlatformPerson>);
    },
    async rows<K extends OrganisationKind>(kind: K, ids: readonly string[]) {
      if (ids.length === 0) return [];
      // One JSON parameter, because D1 takes a hundred parameters a statement.
      const named = sql`${mirror.id} in (select value from json_each(${JSON.stringify(ids)}))`;
      const rows = await orm.select().from(mirror).where(of(kind, named));
      return rows.map(mirrored<MirrorContent[K]>);
    },
  };
}

function seenPart(scope: Scope): Pick<OrganisationRepository, 'unseen' | 'tally'> {
  const { orm } = scope.database;
  const of = (kind: OrganisationKind, ...more: (SQL | undefined)[]) =>
    ofTenant(scope, mirror, eq(mirror.kind, kind), eq(mirror.present, true), ...more);
  const notSeen = (run: { id: string; startedAtMs: number }) =>
    and(or(isNull(mirror.runId), ne(mirror.runId, run.id)), lt(mirror.readAt, run.startedAtMs));
  return {
    async unseen(kind, run, limit) {
      const rows = await orm
        .select({ id: mirror.id })
        .from(mirror)
        .where(of(kind, notSeen(run)))
        .orderBy(asc(mirror.id))
        .limit(limit);
      return rows.map((row) => row.id);
    },
    async tally(kind, run) {
      const rows = await orm
        .select({
          present: sql<number>`count(*)`,
          unseen: run
            ? sql<number>`coalesce(sum(case when ${notSeen(run)} then 1 else 0 end), 0)`
            : sql<number>`0`,
        })
        .from(mirror)
        .where(of(kind));
      return { present: rows[0]?.present ?? 0, unseen: rows[0]?.unseen ?? 0 };
    },
  };
}

type OverlayPart = Pick<OrganisationRepository, 'operations' | 'addOperation' | 'removeOperation'>;

function overlayPart(scope: Scope): OverlayPart {
  const { orm } = scope.database;
  return {
    async operations() {
      const rows = await orm
        .select()
        .from(overlay)
        .where(ofTenant(scope, overlay))
        .orderBy(asc(overlay.madeAt), asc(overlay.id));
      return rows.map((row): OverlayOperation => ({ ...bare(row), base: row.base.v, value: row.value.v }));
    },
    addOperation: (operation) =>
      insert(scope, overlay, { ...operation, base: { v: operation.base }, value: { v: operation.value } }),
    removeOperation: (id) =>
      guarded(orm, orm.delete(overlay).where(own(scope, overlay, id)) as BatchItem<'sqlite'>),
  };
}

type RunPart = Pick<
  OrganisationRepository,
  'run' | 'latestRun' | 'doneRuns' | 'runsSince' | 'addRun' | 'saveRun'
>;

function runPart(scope: Scope): RunPart {
  const { orm } = scope.database;
  const first = (rows: (typeof runs.$inferSelect)[]): OrganisationRun | null =>
    rows[0] ? bare(rows[0]) : null;
  return {
    run: async (id) =>
      first(
        await orm
          .select()
          .from(runs)
          .where(own(scope, runs, id)),
      ),
    latestRun: async () =>
      first(
        await orm
          .select()
          .from(runs)
          .where(ofTenant(scope, runs))
          .orderBy(desc(runs.startedAt), desc(runs.id))
          .limit(1),
      ),
    async doneRuns(limit) {
      const rows = await orm
        .select()
        .from(runs)
        .where(ofTenant(scope, runs, eq(runs.state, 'done')))
        .orderBy(desc(runs.startedAt), desc(runs.id))
        .limit(limit);
      return rows.map(bare);
    },
    async runsSince(at) {
      const rows = await orm
        .select()
        .from(runs)
        .where(ofTenant(scope, runs, gte(runs.startedAt, at)));
      return rows.map(bare);
    },
    addRun: (run) => insert(scope, runs, run),
    saveRun: (run, fromRevision) =>
      update(orm, runs, run, own(scope, runs, run.id, eq(runs.revision, fromRevision))),
  };
}
