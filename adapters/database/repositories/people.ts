import { and, asc, desc, eq, gte, isNotNull, isNull, lt } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type {
  AuditRepository,
  AuditRow,
  PeopleRepository,
  SettingsRepository,
} from '#core/ports/repositories/people.ts';
import { change } from '../database.ts';
import { auditRows, people, settings } from '../schema/people.ts';
import { bare, insert, ofTenant, own, type Scope, update } from './scope.ts';

export function peopleRepository(scope: Scope): PeopleRepository {
  const { orm } = scope.database;
  return {
    async get(id) {
      const row = (
        await orm
          .select()
          .from(people)
          .where(own(scope, people, id))
      )[0];
      return row ? bare(row) : null;
    },
    async list() {
      const rows = await orm
        .select()
        .from(people)
        .where(ofTenant(scope, people))
        .orderBy(asc(people.createdAt));
      return rows.map(bare);
    },
    add: (person) => insert(scope, people, { ...person, roles: [...person.roles] }),
    update(id, { roles, ...set }) {
      return update(orm, people, { ...set, ...(roles ? { roles: [...roles] } : {}) }, own(scope, people, id));
    },
  };
}

export function settingsRepository(scope: Scope): SettingsRepository {
  const { orm } = scope.database;
  return {
    async get<T>(key: string) {
      const row = (
        await orm
          .select()
          .from(settings)
          .where(ofTenant(scope, settings, eq(settings.key, key)))
      )[0];
      return row ? (row.value as T) : null;
    },
    set: (key, value, at) =>
      change(
        orm
          .insert(settings)
          .values({ tenantId: scope.tenantId, key, value, updatedAt: at })
          .onConflictDoUpdate({
            target: [settings.tenantId, settings.key],
            set: { value, updatedAt: at },
          }) as BatchItem<'sqlite'>,
      ),
  };
}

const auditRow = (row: typeof auditRows.$inferSelect): AuditRow => ({
  id: row.id,
  at: row.at,
  actor: { kind: row.actorKind, id: row.actorId },
  action: row.action,
  subjectKind: row.subjectKind,
  subjectId: row.subjectId,
  data: row.data,
  chainIndex: row.chainIndex,
  hash: row.hash,
});

function auditFilter(
  scope: Scope,
  { subjectId, actorId, area, from, to, before }: Parameters<AuditRepository['list']>[0],
) {
  const t = auditRows;
  return ofTenant(
    scope,
    t,
    subjectId ? eq(t.subjectId, subjectId) : undefined,
    actorId ? eq(t.actorId, actorId) : undefined,
    // `/` is the character after `.`, so this is every action that begins with the area.
    area ? and(gte(t.action, `${area}.`), lt(t.action, `${area}/`)) : undefined,
    from ? gte(t.at, from) : undefined,
    to ? lt(t.at, to) : undefined,
    before ? lt(t.id, before) : undefined,
  );
}

export function auditRepository(scope: Scope): AuditRepository {
  const { orm } = scope.database;
  const t = auditRows;
  return {
    add: (entry) =>
      insert(scope, t, {
        id: scope.ids.next('aud'),
        at: entry.at,
        actorKind: entry.actor.kind,
        actorId: entry.actor.id,
        action: entry.action,
        subjectKind: entry.subjectKind,
        subjectId: entry.subjectId,
        data: entry.data ?? {},
      }),
    async list(filter) {
      const rows = await orm
        .select()
        .from(t)
        .where(auditFilter(scope, filter))
        .orderBy(desc(t.id))
        .limit(filter.limit);
      return rows.map(auditRow);
    },
    async chain(from, limit) {
      const rows = await orm
        .select()
        .from(t)
        .where(ofTenant(scope, t, and(isNotNull(t.chainIndex), gte(t.chainIndex, from))))
        .orderBy(asc(t.chainIndex))
        .limit(limit);
      return rows.map(auditRow);
    },
    async unsealed(limit) {
      const rows = await orm
        .select()
        .from(t)
        .where(ofTenant(scope, t, isNull(t.chainIndex)))
        .orderBy(asc(t.id))
        .limit(limit);
      return rows.map(auditRow);
    },
    async last() {
      const row = (
        await orm
          .select({ chainIndex: t.chainIndex, hash: t.hash })
          .from(t)
          .where(ofTenant(scope, t, isNotNull(t.chainIndex)))
          .orderBy(desc(t.chainIndex))
          .limit(1)
      )[0];
      return row?.chainIndex != null && row.hash != null
        ? { chainIndex: row.chainIndex, hash: row.hash }
        : null;
    },
    seal: (id, chainIndex, hash) =>
      update(orm, t, { chainIndex, hash }, own(scope, t, id, isNull(t.chainIndex))),
  };
}
