import { and, asc, eq, inArray, isNotNull, lt, or, sql } from 'drizzle-orm';
import { interviewStates, isAnswering, isEnterable } from '#core/interview/interview.ts';
import type {
  AnswerRepository,
  ConsentRepository,
  Interview,
  InterviewRepository,
  RecordingRepository,
} from '#core/ports/repositories/interviews.ts';
import { prepared } from '../prepared.ts';
import { answers, consents, interviews, recordingSegments, recordings } from '../schema/interviews.ts';
import { publicLinks } from '../schema/system.ts';
import { bare, insert, ofTenant, own, remove, type Scope, update } from './scope.ts';

const enterable = interviewStates.filter(isEnterable);
const answering = interviewStates.filter(isAnswering);

async function personWanted(scope: Scope, limit: number): Promise<Interview[]> {
  const rows = await scope.database.orm
    .select()
    .from(interviews)
    .where(
      ofTenant(
        scope,
        interviews,
        inArray(interviews.state, enterable),
        sql`json_extract(${interviews.accommodations}, '$.humanInterviewer') = 1`,
      ),
    )
    .orderBy(asc(interviews.id))
    .limit(limit);
  return rows.map(bare);
}

const tenant = sql.placeholder('tenant');

const interviewById = prepared((orm) =>
  orm
    .select()
    .from(interviews)
    .where(and(eq(interviews.tenantId, tenant), eq(interviews.id, sql.placeholder('id'))))
    .prepare(),
);

const answersOfInterview = prepared((orm) =>
  orm
    .select()
    .from(answers)
    .where(and(eq(answers.tenantId, tenant), eq(answers.interviewId, sql.placeholder('interview'))))
    .orderBy(asc(answers.id))
    .prepare(),
);

const recordingsOfInterview = prepared((orm) =>
  orm
    .select()
    .from(recordings)
    .where(and(eq(recordings.tenantId, tenant), eq(recordings.interviewId, sql.placeholder('interview'))))
    .orderBy(asc(recordings.id))
    .prepare(),
);

export function interviewRepository(scope: Scope): InterviewRepository {
  const { orm } = scope.database;
  const t = interviews;
  return {
    async get(id) {
      const row = (await interviewById(orm).all({ tenant: scope.tenantId, id }))[0];
      return row ? bare(row) : null;
    },
    async ofApplication(applicationId) {
      const rows = await orm
        .select()
        .from(t)
        .where(ofTenant(scope, t, eq(t.applicationId, applicationId)))
        .orderBy(asc(t.createdAt));
      return rows.map(bare);
    },
    personWanted: (limit) => personWanted(scope, limit),
    async overdue(now, limit) {
      const rows = await orm
        .selectDistinct({ interview: t })
        .from(t)
        .leftJoin(
          publicLinks,
          and(
            eq(publicLinks.tenantId, t.tenantId),
            eq(publicLinks.interviewId, t.id),
            eq(publicLinks.kind, 'interview'),
          ),
        )
        .where(
          ofTenant(
            scope,
            t,
            inArray(t.state, enterable),
            or(and(isNotNull(t.resumableUntil), lt(t.resumableUntil, now)), lt(publicLinks.expiresAt, now)),
          ),
        )
        .limit(limit);
      return rows.map((row) => bare(row.interview));
    },
    add: (interview) => insert(scope, t, interview),
    move: (id, from, to, at, options = {}) =>
      update(
        orm,
        t,
        { ...options.set, state: to, updatedAt: at },
        own(
          scope,
          t,
          id,
          inArray(t.state, [...from]),
          options.deviceId === undefined ? undefined : eq(t.deviceId, options.deviceId),
        ),
      ),
    claimDevice: (id, deviceId, at) =>
      update(orm, t, { deviceId, updatedAt: at }, own(scope, t, id, inArray(t.state, enterable))),
    decideFollowUp: (id, followUp, at) =>
      update(
        orm,
        t,
        { followUp, updatedAt: at },
        own(
          scope,
          t,
          id,
          inArray(t.state, answering),
          sql`(${t.followUp} is null or json_extract(${t.followUp}, '$.after') <> ${followUp.after})`,
          sql`${followUp.after} = (select max(${answers.id}) from ${answers} where ${answers.tenantId} = ${scope.tenantId} and ${answers.interviewId} = ${id})`,
        ),
      ),
    update: (id, set, at) => update(orm, t, { ...set, updatedAt: at }, own(scope, t, id)),
  };
}

export function consentRepository(scope: Scope): ConsentRepository {
  const t = consents;
  return {
    add: (consent) => insert(scope, t, consent),
    async ofInterview(interviewId) {
      const rows = await scope.database.orm
        .select()
        .from(t)
        .where(ofTenant(scope, t, eq(t.interviewId, interviewId)))
        .orderBy(asc(t.id));
      return rows.map(bare);
    },
  };
}

export function answerRepository(scope: Scope): AnswerRepository {
  const { orm } = scope.database;
  const t = answers;
  return {
    add: (answer) => insert(scope, t, answer),
    async ofInterview(interviewId) {
      const rows = await answersOfInterview(orm).all({ tenant: scope.tenantId, interview: interviewId });
      return rows.map(bare);
    },
    async get(id) {
      const row = (
        await orm
          .select()
          .from(t)
          .where(own(scope, t, id))
      )[0];
      return row ? bare(row) : null;
    },
    setText: (id, set) => update(orm, t, set, own(scope, t, id)),
  };
}

export function recordingRepository(scope: Scope): RecordingRepository {
  const { orm } = scope.database;
  const t = recordings;
  const s = recordingSegments;
  return {
    async get(id) {
      const row = (
        await orm
          .select()
          .from(t)
          .where(own(scope, t, id))
      )[0];
      return row ? bare(row) : null;
    },
    async ofInterview(interviewId) {
      const rows = await recordingsOfInterview(orm).all({ tenant: scope.tenantId, interview: interviewId });
      return rows.map(bare);
    },
    add: (recording) => insert(scope, t, recording),
    addSegment: (segment) => insert(scope, s, segment),
    async segments(recordingId) {
      const rows = await orm
        .select()
        .from(s)
        .where(ofTenant(scope, s, eq(s.recordingId, recordingId)))
        .orderBy(asc(s.position));
      return rows.map(bare);
    },
    move: (id, from, to, set) => update(orm, t, { ...set, state: to }, own(scope, t, id, eq(t.state, from))),
    setTranscript: (id, state, transcript) =>
      update(
        orm,
        t,
        { transcriptState: state, transcript },
        own(scope, t, id, eq(t.transcriptState, 'pending')),
      ),
    dropSegments: (recordingId) => remove(orm, s, ofTenant(scope, s, eq(s.recordingId, recordingId))),
  };
}
