import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type {
  DecisionRepository,
  FeedbackRepository,
  ReportRepository,
} from '#core/ports/repositories/reports.ts';
import { change } from '../database.ts';
import { interviews } from '../schema/interviews.ts';
import {
  appeals,
  decisions,
  feedback,
  flagDismissals,
  reports,
  scoreRuns,
  views,
} from '../schema/reports.ts';
import { bare, foundThenById, insert, ofTenant, own, remove, type Scope, update } from './scope.ts';

export function reportRepository(scope: Scope): ReportRepository {
  const { orm } = scope.database;
  const f = flagDismissals;
  return {
    addRun: (run) => insert(scope, scoreRuns, run),
    async runs(interviewId) {
      const rows = await orm
        .select()
        .from(scoreRuns)
        .where(ofTenant(scope, scoreRuns, eq(scoreRuns.interviewId, interviewId)))
        .orderBy(foundThenById(scoreRuns.id));
      return rows.map(bare);
    },
    add: (report) => insert(scope, reports, report),
    async get(id) {
      const row = (
        await orm
          .select()
          .from(reports)
          .where(own(scope, reports, id))
      )[0];
      return row ? bare(row) : null;
    },
    async latest(interviewId) {
      const row = (
        await orm
          .select()
          .from(reports)
          .where(ofTenant(scope, reports, eq(reports.interviewId, interviewId)))
          .orderBy(desc(reports.number))
          .limit(1)
      )[0];
      return row ? bare(row) : null;
    },
    async ofJobVersion(jobVersionId) {
      const rows = await orm
        .select({ report: reports })
        .from(reports)
        .innerJoin(
          interviews,
          and(eq(interviews.tenantId, reports.tenantId), eq(interviews.id, reports.interviewId)),
        )
        .where(
          ofTenant(
            scope,
            reports,
            eq(interviews.jobVersionId, jobVersionId),
            sql`${reports.number} = (select max(r.number) from reports r where r.tenant_id = ${reports.tenantId} and r.interview_id = ${reports.interviewId})`,
          ),
        );
      return rows.map((row) => bare(row.report));
    },
    dismiss: (dismissal) => insert(scope, f, dismissal),
    restore: (interviewId, flagKey) =>
      remove(orm, f, ofTenant(scope, f, eq(f.interviewId, interviewId), eq(f.flagKey, flagKey))),
    async dismissals(interviewId) {
      return (
        await orm
          .select()
          .from(f)
          .where(ofTenant(scope, f, eq(f.interviewId, interviewId)))
      ).map(bare);
    },
  };
}

export function decisionRepository(scope: Scope): DecisionRepository {
  const { orm } = scope.database;
  return {
    add: (decision) => insert(scope, decisions, decision),
    async ofApplication(applicationId) {
      const rows = await orm
        .select()
        .from(decisions)
        .where(ofTenant(scope, decisions, eq(decisions.applicationId, applicationId)))
        .orderBy(foundThenById(decisions.id));
      return rows.map(bare);
    },
    view: (applicationId, personId, kind, at) =>
      change(
        orm
          .insert(views)
          .values({ tenantId: scope.tenantId, applicationId, personId, kind, firstAt: at, lastAt: at })
          .onConflictDoUpdate({
            target: [views.tenantId, views.applicationId, views.personId, views.kind],
            set: { lastAt: at },
          }) as BatchItem<'sqlite'>,
      ),
    async views(applicationId) {
      return (
        await orm
          .select()
          .from(views)
          .where(ofTenant(scope, views, eq(views.applicationId, applicationId)))
      ).map(bare);
    },
  };
}

export function feedbackRepository(scope: Scope): FeedbackRepository {
  const { orm } = scope.database;
  const t = feedback;
  return {
    async ofInterview(interviewId) {
      const row = (
        await orm
          .select()
          .from(t)
          .where(ofTenant(scope, t, eq(t.interviewId, interviewId)))
      )[0];
      return row ? bare(row) : null;
    },
    add: (row) => insert(scope, t, row),
    edit: (id, data, by, at) =>
      update(orm, t, { data, editedBy: by, updatedAt: at }, own(scope, t, id, eq(t.state, 'draft'))),
    release: (id, by, at) =>
      update(
        orm,
        t,
        { state: 'released', releasedBy: by, releasedAt: at, updatedAt: at },
        own(scope, t, id, eq(t.state, 'draft')),
      ),
    opened: (id, at) =>
      change(
        orm
          .update(t)
          .set({ openedAt: at })
          .where(own(scope, t, id, isNull(t.openedAt))) as BatchItem<'sqlite'>,
      ),
    ...appealPart(scope),
  };
}

function appealPart(
  scope: Scope,
): Pick<FeedbackRepository, 'addAppeal' | 'appeals' | 'appeal' | 'closeAppeal'> {
  const { orm } = scope.database;
  return {
    addAppeal: (appeal) => insert(scope, appeals, appeal),
    async appeals({ interviewId, state }) {
      const rows = await orm
        .select()
        .from(appeals)
        .where(
          ofTenant(
            scope,
            appeals,
            interviewId ? eq(appeals.interviewId, interviewId) : undefined,
            state ? eq(appeals.state, state) : undefined,
          ),
        )
        .orderBy(asc(appeals.dueAt));
      return rows.map(bare);
    },
    async appeal(id) {
      const row = (
        await orm
          .select()
          .from(appeals)
          .where(own(scope, appeals, id))
      )[0];
      return row ? bare(row) : null;
    },
    closeAppeal: (id, state, reviewerId, answer, at) =>
      update(
        orm,
        appeals,
        { state, reviewerId, answer, closedAt: at },
        own(scope, appeals, id, eq(appeals.state, 'open')),
      ),
  };
}
