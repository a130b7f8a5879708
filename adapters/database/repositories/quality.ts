import { count, desc, eq, inArray, isNotNull, isNull, max } from 'drizzle-orm';
import type { QualityRepository } from '#core/ports/repositories/quality.ts';
import { calibrations, ratingPractices } from '../schema/quality.ts';
import { decisions, scoreRuns } from '../schema/reports.ts';
import { bare, insert, ofTenant, own, type Scope, update } from './scope.ts';

/** Double ratings, calibration and practice. */
export function qualityRepository(scope: Scope): QualityRepository {
  const { orm } = scope.database;
  const c = calibrations;
  const p = ratingPractices;
  return {
    ratedInterviews: async (limit) =>
      await orm
        .select({ interviewId: scoreRuns.interviewId })
        .from(scoreRuns)
        .where(ofTenant(scope, scoreRuns, eq(scoreRuns.kind, 'human')))
        .groupBy(scoreRuns.interviewId)
        .orderBy(desc(max(scoreRuns.createdAt)))
        .limit(limit),
    async decisionTally() {
      const rows = await orm
        .select({ suggestion: decisions.suggestion, outcome: decisions.outcome, count: count() })
        .from(decisions)
        .where(
          ofTenant(
            scope,
            decisions,
            isNotNull(decisions.suggestion),
            inArray(decisions.outcome, ['advance', 'hold', 'reject']),
          ),
        )
        .groupBy(decisions.suggestion, decisions.outcome);
      return rows.map((row) => ({ ...row, suggestion: row.suggestion ?? '' }));
    },
    async calibrations() {
      const rows = await orm.select().from(c).where(ofTenant(scope, c)).orderBy(desc(c.id));
      return rows.map(bare);
    },
    addCalibration: (calibration) => insert(scope, c, calibration),
    retireCalibration: (id, by, at) =>
      update(orm, c, { retiredBy: by, retiredAt: at }, own(scope, c, id, isNull(c.retiredAt))),
    async practice(id) {
      const row = (
        await orm
          .select()
          .from(p)
          .where(own(scope, p, id))
      )[0];
      return row ? bare(row) : null;
    },
    async practices() {
      const rows = await orm
        .select()
        .from(p)
        .where(ofTenant(scope, p, isNotNull(p.finishedAt)))
        .orderBy(desc(p.finishedAt))
        .limit(500);
      return rows.map(bare);
    },
    addPractice: (practice) => insert(scope, p, practice),
    finishPractice: (id, answers, at) =>
      update(orm, p, { answers, finishedAt: at }, own(scope, p, id, isNull(p.finishedAt))),
  };
}
