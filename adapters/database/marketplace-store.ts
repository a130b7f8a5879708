import { and, desc, eq, inArray, ne, type SQL, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { MarketplaceRepository, Turn } from '#core/ports/repositories/marketplace.ts';
import { change, type Database, guarded } from './database.ts';
import {
  marketplaceInstallations as installations,
  marketplaceNotices as notices,
} from './schema/marketplace.ts';

const turns = ['granted', 'suspended', 'resumed', 'uninstalled'] as const satisfies readonly Turn[];

/** Installations and notices over libSQL or D1. */
export function marketplaceStore({ orm }: Database): MarketplaceRepository {
  const only = async (where: SQL | undefined) =>
    (await orm.select().from(installations).where(where))[0] ?? null;
  return {
    living: (platform, corpId) =>
      only(
        and(
          eq(installations.platform, platform),
          eq(installations.corpId, corpId),
          ne(installations.state, 'erased'),
        ),
      ),
    get: (id) => only(eq(installations.id, id)),
    ofCompany: (companyId) => only(eq(installations.companyId, companyId)),
    list: () => orm.select().from(installations).orderBy(desc(installations.installedAt)),
    add: (row) => change(orm.insert(installations).values(row) as BatchItem<'sqlite'>),
    update: (id, revision, set) =>
      guarded(
        orm,
        orm
          .update(installations)
          .set({ ...set, revision: revision + 1 })
          .where(and(eq(installations.id, id), eq(installations.revision, revision))) as BatchItem<'sqlite'>,
      ),

    addNotice: (row) => change(orm.insert(notices).values(row) as BatchItem<'sqlite'>),
    async notice(id) {
      return (await orm.select().from(notices).where(eq(notices.id, id)))[0] ?? null;
    },
    finishNotice: (id, doneAt) =>
      guarded(
        orm,
        orm.update(notices).set({ doneAt, sealed: '' }).where(eq(notices.id, id)) as BatchItem<'sqlite'>,
      ),
    async newestTurn(platform, corpId) {
      const rows = await orm
        .select({ kind: notices.kind })
        .from(notices)
        .where(
          and(eq(notices.platform, platform), eq(notices.corpId, corpId), inArray(notices.kind, [...turns])),
        )
        // Of one push they are kept in its order.
        .orderBy(desc(notices.at), desc(notices.receivedAt), sql`rowid desc`)
        .limit(1);
      return (rows[0]?.kind as Turn | undefined) ?? null;
    },
  };
}
