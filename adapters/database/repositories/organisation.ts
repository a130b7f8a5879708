import { and, asc, desc, eq, gt, inArray, isNull, lt, ne, or, type SQL, sql } from 'drizzle-orm';
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
import type { Change } from '#core/ports/unit-of-work.ts';
import { guarded } from '../database.ts';
import {
  organisationHistory as history,
  organisationMirror as mirror,
  organisationOverlay as overlay,
  organisationRuns as runs,
} from '../schema/organisation.ts';
import { bare, insert, ofTenant, own, type Scope, update } from './scope.ts';

type Row = typeof mirror.$inferSelect;
/** D1 takes 100 parameters a statement; two go to tenant and kind. */
const idsPerStatement = 90;

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
    put: putPart(scope),
    ...overlayPart(scope),
    ...runPart(scope),
  };
}

type ReadPart = Pick<OrganisationRepository, 'departments' | 'departmentIds' | 'people' | 'rows'>;

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
    async departmentIds(after, limit) {
      const rows = await orm
        .select({ id: mirror.id })
        .from(mirror)
        .where(of('department', eq(mirror.present, true), after === null ? undefined : gt(mirror.id, after)))
        .orderBy(asc(mirror.id))
        .limit(limit);
      return rows.map((row) => row.id);
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
      const found: Mirrored<MirrorContent[K]>[] = [];
      for (let at = 0; at < ids.length; at += idsPerStatement) {
        const part = ids.slice(at, at + idsPerStatement);
        const rows = await orm
          .select()
          .from(mirror)
          .where(of(kind, inArray(mirror.id, part)));
        found.push(...rows.map(mirrored<MirrorContent[K]>));
      }
      return found;
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

function putPart(scope: Scope): OrganisationRepository['put'] {
  const { orm } = scope.database;
  return (kind, next, before, runId) => {
    const id = next.value.id;
    const row = {
      kind,
      id,
      data: next.value as unknown as Record<string, unknown>,
      present: next.present,
      readAt: next.readAt,
      runId,
      since: next.since,
    };
    if (before === null) return [insert(scope, mirror, row)];
    const changes: Change[] = [
      guarded(
        orm,
        orm
          .update(mirror)
          .set({ ...row, ...(runId === null ? { runId: sql`${mirror.runId}` } : {}) })
          .where(
            ofTenant(
              scope,
              mirror,
              eq(mirror.kind, kind),
              eq(mirror.id, id),
              eq(mirror.since, before.since),
              eq(mirror.readAt, before.readAt),
            ),
          ) as BatchItem<'sqlite'>,
      ),
    ];
    if (next.since !== before.since) {
      const past = {
        id: scope.ids.next('his'),
        kind,
        subjectId: id,
        data: before.value as unknown as Record<string, unknown>,
        present: before.present,
        since: before.since,
        until: next.since,
      };
      changes.push(insert(scope, history, past));
    }
    return changes;
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

type RunPart = Pick<OrganisationRepository, 'run' | 'latestRun' | 'addRun' | 'saveRun'>;

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
    addRun: (run) => insert(scope, runs, run),
    saveRun: (run, fromRevision) =>
      update(orm, runs, run, own(scope, runs, run.id, eq(runs.revision, fromRevision))),
  };
}
