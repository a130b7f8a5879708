import { and, asc, eq, gte, lt, type SQL, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { SecondRound, SecondRoundRepository } from '#core/ports/repositories/second-rounds.ts';
import { change } from '../database.ts';
import { scorecards, secondRounds } from '../schema/second-rounds.ts';
import { bare, insert, ofTenant, own, type Scope, update } from './scope.ts';

type Row = typeof secondRounds.$inferSelect;

function roundOf(row: Row): SecondRound {
  const { calendarStep: _, ...round } = bare(row);
  return round;
}

function scorecardPart(scope: Scope): Pick<SecondRoundRepository, 'scorecards' | 'putScorecard'> {
  const { orm } = scope.database;
  return {
    async scorecards(roundId) {
      const rows = await orm
        .select()
        .from(scorecards)
        .where(ofTenant(scope, scorecards, eq(scorecards.roundId, roundId)))
        .orderBy(asc(scorecards.createdAt));
      return rows.map(bare);
    },
    putScorecard: (card) =>
      change(
        orm
          .insert(scorecards)
          .values({ ...card, tenantId: scope.tenantId })
          .onConflictDoUpdate({
            target: [scorecards.tenantId, scorecards.roundId, scorecards.personId],
            set: { data: card.data, updatedAt: card.updatedAt },
          }) as BatchItem<'sqlite'>,
      ),
  };
}

/** Second rounds and their scorecards. */
export function secondRoundRepository(scope: Scope): SecondRoundRepository {
  const { orm } = scope.database;
  const t = secondRounds;
  const where = async (condition: SQL, order: 'number' | 'startsAt') =>
    (
      await orm
        .select()
        .from(t)
        .where(ofTenant(scope, t, condition))
        .orderBy(asc(t[order]), asc(t.id))
    ).map(roundOf);
  return {
    get: async (id) => (await where(eq(t.id, id), 'number'))[0] ?? null,
    ofApplication: (applicationId) => where(eq(t.applicationId, applicationId), 'number'),
    between: (from, to) =>
      where(and(eq(t.state, 'arranged'), gte(t.startsAt, from), lt(t.startsAt, to)) as SQL, 'startsAt'),
    add: (round) =>
      insert(scope, t, {
        ...round,
        interviewerIds: [...round.interviewerIds],
        confirmed: { ...round.confirmed },
        calendarStep: round.calendar.step,
      }),
    update(id, from, { interviewerIds, confirmed, calendar, ...set }) {
      const changed = {
        ...set,
        ...(interviewerIds ? { interviewerIds: [...interviewerIds] } : {}),
        ...(confirmed ? { confirmed: { ...confirmed } } : {}),
        ...(calendar ? { calendar, calendarStep: calendar.step } : {}),
      };
      return update(
        orm,
        t,
        changed,
        own(scope, t, id, eq(t.revision, from.revision), eq(t.calendarStep, from.calendarStep)),
      );
    },
    confirm: (id, personId, at) =>
      update(
        orm,
        t,
        { confirmed: sql`json_set(${t.confirmed}, ${`$."${personId}"`}, ${at})` as never },
        own(scope, t, id, eq(t.state, 'arranged')),
      ),
    saveCalendar: (id, fromStep, calendar) =>
      update(
        orm,
        t,
        { calendar, calendarStep: calendar.step },
        own(scope, t, id, eq(t.calendarStep, fromStep)),
      ),
    ...scorecardPart(scope),
  };
}
