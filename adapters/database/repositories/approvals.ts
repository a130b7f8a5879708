import { and, asc, desc, eq, lt, or, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { untouchedTodo } from '#core/approval/todo-record.ts';
import type {
  ApprovalFilter,
  ApprovalRepository,
  ApprovalRow,
  OfferRepository,
} from '#core/ports/repositories/approvals.ts';
import {
  approvals as a,
  approvalChains as chains,
  approvalDelegations as delegations,
  approvalHistory as history,
  offers,
} from '../schema/approvals.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { bare, insert, ofTenant, own, remove, type Scope, update } from './scope.ts';

type Stored = typeof a.$inferSelect;

function shown({ todo: _, ...row }: Stored): ApprovalRow {
  return { ...bare(row), ledger: row.ledger.v };
}
const stored = (row: ApprovalRow) => ({ ...row, ledger: { v: row.ledger } });

/** The list in the column holds one of the keys. One parameter, whatever the number of keys. */
const holdsAny = (column: SQLiteColumn, keys: readonly string[]): SQL =>
  sql`exists (select 1 from json_each(${column}) h where h.value in (select value from json_each(${JSON.stringify(keys)})))`;

const conditions = (filter: ApprovalFilter): (SQL | undefined)[] => [
  filter.state ? eq(a.state, filter.state) : undefined,
  filter.kind ? eq(a.kind, filter.kind) : undefined,
  filter.subjectId ? eq(a.subjectId, filter.subjectId) : undefined,
  filter.askedBy ? eq(a.askedBy, filter.askedBy) : undefined,
  filter.waitingFor ? holdsAny(a.waitingFor, filter.waitingFor) : undefined,
  filter.involved ? holdsAny(a.involved, filter.involved) : undefined,
];

/** Requests, chains and delegations of one company. */
export function approvalRepository(scope: Scope): ApprovalRepository {
  const { orm } = scope.database;
  return {
    async get(id) {
      const rows = await orm
        .select()
        .from(a)
        .where(own(scope, a, id));
      return rows[0] ? shown(rows[0]) : null;
    },
    async list(filter, { cursor, limit }) {
      const after = decodeCursor(cursor);
      const older = after
        ? or(lt(a.askedAt, String(after.key)), and(eq(a.askedAt, String(after.key)), lt(a.id, after.id)))
        : undefined;
      const rows = await orm
        .select()
        .from(a)
        .where(ofTenant(scope, a, ...conditions(filter), older))
        .orderBy(desc(a.askedAt), desc(a.id))
        .limit(limit + 1);
      const last = rows[limit - 1];
      return {
        items: rows.slice(0, limit).map(shown),
        nextCursor: rows.length > limit && last ? encodeCursor(last.askedAt, last.id) : null,
      };
    },
    async countWaiting(keys) {
      const rows = await orm
        .select({ n: sql<number>`count(*)` })
        .from(a)
        .where(ofTenant(scope, a, ...conditions({ state: 'pending', waitingFor: keys })));
      return rows[0]?.n ?? 0;
    },
    async byInstance(instanceId) {
      const rows = await orm
        .select()
        .from(a)
        .where(ofTenant(scope, a, eq(a.instanceId, instanceId)));
      return rows[0] ? shown(rows[0]) : null;
    },
    add: (row) => insert(scope, a, { ...stored(row), todo: untouchedTodo }),
    save: (row, fromRevision) =>
      update(
        orm,
        a,
        { ...stored(row), revision: fromRevision + 1 },
        own(scope, a, row.id, eq(a.revision, fromRevision)),
      ),
    addAct: (act) => insert(scope, history, act),
    async acts(approvalId) {
      const rows = await orm
        .select()
        .from(history)
        .where(ofTenant(scope, history, eq(history.approvalId, approvalId)))
        .orderBy(asc(history.at), asc(history.id));
      return rows.map(bare);
    },
    ...todoPart(scope),
    ...chainPart(scope),
    ...delegationPart(scope),
  };
}

type TodoPart = Pick<ApprovalRepository, 'todo' | 'saveTodo'>;

function todoPart(scope: Scope): TodoPart {
  const { orm } = scope.database;
  return {
    async todo(approvalId) {
      const rows = await orm
        .select({ todo: a.todo })
        .from(a)
        .where(own(scope, a, approvalId));
      return rows[0]?.todo ?? null;
    },
    saveTodo: (approvalId, record, fromRevision) =>
      update(
        orm,
        a,
        { todo: record },
        own(scope, a, approvalId, sql`json_extract(${a.todo}, '$.revision') = ${fromRevision}`),
      ),
  };
}

type ChainPart = Pick<ApprovalRepository, 'chain' | 'chains' | 'addChain'>;

function chainPart(scope: Scope): ChainPart {
  const { orm } = scope.database;
  const versions = (kind: Stored['kind'], limit: number) =>
    orm
      .select()
      .from(chains)
      .where(ofTenant(scope, chains, eq(chains.kind, kind)))
      .orderBy(desc(chains.number))
      .limit(limit);
  return {
    async chain(kind) {
      const rows = await versions(kind, 1);
      return rows[0] ? bare(rows[0]) : null;
    },
    chains: async (kind) => (await versions(kind, 100)).map(bare),
    addChain: (version) => insert(scope, chains, version),
  };
}

type DelegationPart = Pick<ApprovalRepository, 'delegations' | 'delegate' | 'endDelegation'>;

function delegationPart(scope: Scope): DelegationPart {
  const { orm } = scope.database;
  const gone = (id: string) => remove(orm, delegations, own(scope, delegations, id));
  return {
    async delegations() {
      const rows = await orm
        .select()
        .from(delegations)
        .where(ofTenant(scope, delegations))
        .orderBy(asc(delegations.id));
      return rows.map(bare);
    },
    delegate: (delegation) => [gone(delegation.id), insert(scope, delegations, delegation)],
    endDelegation: gone,
  };
}

/** Offers of one company. */
export function offerRepository(scope: Scope): OfferRepository {
  const { orm } = scope.database;
  return {
    async get(id) {
      const rows = await orm
        .select()
        .from(offers)
        .where(own(scope, offers, id));
      return rows[0] ? bare(rows[0]) : null;
    },
    async ofApplication(applicationId) {
      const rows = await orm
        .select()
        .from(offers)
        .where(ofTenant(scope, offers, eq(offers.applicationId, applicationId)))
        .orderBy(desc(offers.number));
      return rows.map(bare);
    },
    add: (row) => insert(scope, offers, row),
    save: (row, fromRevision) =>
      update(
        orm,
        offers,
        { ...row, revision: fromRevision + 1 },
        own(scope, offers, row.id, eq(offers.revision, fromRevision)),
      ),
  };
}
