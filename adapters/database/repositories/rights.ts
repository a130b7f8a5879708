import { asc, eq } from 'drizzle-orm';
import type { RightsRepository } from '#core/ports/repositories/rights.ts';
import { correctionRequests } from '../schema/rights.ts';
import { bare, insert, ofTenant, own, type Scope, update } from './scope.ts';

/** Requests of candidates about their data. */
export function rightsRepository(scope: Scope): RightsRepository {
  const { orm } = scope.database;
  const t = correctionRequests;
  return {
    addCorrection: (request) => insert(scope, t, request),
    async correction(id) {
      const row = (
        await orm
          .select()
          .from(t)
          .where(own(scope, t, id))
      )[0];
      return row ? bare(row) : null;
    },
    async corrections({ interviewId, state }) {
      const rows = await orm
        .select()
        .from(t)
        .where(
          ofTenant(
            scope,
            t,
            interviewId ? eq(t.interviewId, interviewId) : undefined,
            state ? eq(t.state, state) : undefined,
          ),
        )
        .orderBy(asc(t.dueAt));
      return rows.map(bare);
    },
    closeCorrection: (id, set) => update(orm, t, set, own(scope, t, id, eq(t.state, 'open'))),
  };
}
