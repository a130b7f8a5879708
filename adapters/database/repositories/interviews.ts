import { and, asc, eq, inArray, isNotNull, lt, or, type SQL, sql } from 'drizzle-orm';
import { type InterviewState, interviewStates, isAnswering, isEnterable } from '#core/interview/interview.ts';
import type {
  AnswerRepository,
  ConsentRepository,
  Interview,
  InterviewRepository,
  RecordingRepository,
} from '#core/ports/repositories/interviews.ts';
import { guarded } from '../database.ts';
import { prepared } from '../prepared.ts';
import { applications } from '../schema/candidates.ts';
import { answers, consents, interviews, recordingSegments, recordings } from '../schema/interviews.ts';
import { publicLinks } from '../schema/system.ts';
import { type StatementText, textStatement } from '../statement-text.ts';
import { bare, foundThenById, insert, ofTenant, own, remove, type Scope, update } from './scope.ts';

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
    .orderBy(foundThenById(answers.id))
    .prepare(),
);

/** What counts as white space in JavaScript, so that both sides agree on what is empty. */
const whiteSpace =
  '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';

const placesOfInterview = prepared((orm) =>
  orm
    .select({
      id: answers.id,
      questionId: answers.questionId,
      turn: answers.turn,
      attempt: answers.attempt,
      mode: answers.mode,
      skipped: answers.skipped,
      probe: answers.probe,
      contentHash: answers.contentHash,
      storedAt: answers.storedAt,
      blank: sql<boolean>`trim(${answers.text}, ${whiteSpace}) = ''`.mapWith(Boolean),
    })
    .from(answers)
    .where(and(eq(answers.tenantId, tenant), eq(answers.interviewId, sql.placeholder('interview'))))
    .orderBy(foundThenById(answers.id))
    .prepare(),
);

const recordingsOfInterview = prepared((orm) =>
  orm
    .select()
    .from(recordings)
    .where(and(eq(recordings.tenantId, tenant), eq(recordings.interviewId, sql.placeholder('interview'))))
    .orderBy(foundThenById(recordings.id))
    .prepare(),
);

async function overdue(scope: Scope, now: string, limit: number): Promise<Interview[]> {
  const t = interviews;
  const rows = await scope.database.orm
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
}

/** The move that comes with every answer, its text made at once: the query builder takes longer than the update. */
const moveByDevice = (
  tenantId: string,
  id: string,
  from: readonly InterviewState[],
  to: InterviewState,
  at: string,
  deviceId: string,
): StatementText => ({
  sql: `update interviews set state = ?, updated_at = ? where tenant_id = ? and id = ? and device_id = ? and state in (${from.map(() => '?').join(', ')})`,
  params: [to, at, tenantId, id, deviceId, ...from],
});

/** That the newest answer is `after`, and that nothing was decided after it. */
const stillUndecided = (tenantId: string, id: string, after: string): readonly SQL[] => [
  sql`(${interviews.followUp} is null or json_extract(${interviews.followUp}, '$.after') <> ${after})`,
  sql`${after} = (select max(${answers.id}) from ${answers} where ${answers.tenantId} = ${tenantId} and ${answers.interviewId} = ${id})`,
];

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
    overdue: (now, limit) => overdue(scope, now, limit),
    add: (interview) => insert(scope, t, interview),
    move: (id, from, to, at, options = {}) =>
      options.set === undefined && options.deviceId !== undefined
        ? guarded(orm, textStatement(moveByDevice(scope.tenantId, id, from, to, at, options.deviceId)))
        : update(
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
        own(scope, t, id, inArray(t.state, answering), ...stillUndecided(scope.tenantId, id, followUp.after)),
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
        .orderBy(foundThenById(t.id));
      return rows.map(bare);
    },
  };
}

/** What answers are compared with has an end, however many there are. */
const interviewsLookedAt = 2000;
const wordsCompared = 2000;

export function answerRepository(scope: Scope): AnswerRepository {
  const { orm } = scope.database;
  const t = answers;
  return {
    add: (answer) => insert(scope, t, answer),
    async ofInterview(interviewId) {
      const rows = await answersOfInterview(orm).all({ tenant: scope.tenantId, interview: interviewId });
      return rows.map(bare);
    },
    placesOf: (interviewId) => placesOfInterview(orm).all({ tenant: scope.tenantId, interview: interviewId }),
    async get(id) {
      const row = (
        await orm
          .select()
          .from(t)
          .where(own(scope, t, id))
      )[0];
      return row ? bare(row) : null;
    },
    toldElsewhere: ({ jobVersionId, exceptCandidate, interviews: most }) => {
      const newest = sql`(
        select one.id from (
          select ${interviews.id}, ${interviews.applicationId}, ${interviews.jobVersionId},
            ${interviews.submittedAt}
          from ${interviews} where ${interviews.tenantId} = ${scope.tenantId}
          order by ${interviews.id} desc limit ${interviewsLookedAt}
        ) one
        join ${applications} on ${applications.tenantId} = ${scope.tenantId} and ${applications.id} = one.application_id
        where one.job_version_id = ${jobVersionId} and one.submitted_at is not null
          and ${applications.candidateId} <> ${exceptCandidate}
        order by one.id desc limit ${most}
      )`;
      return orm
        .select({
          interviewId: t.interviewId,
          questionId: t.questionId,
          text: sql<string>`substr(${t.text}, 1, ${wordsCompared})`,
        })
        .from(t)
        .where(ofTenant(scope, t, sql`${t.interviewId} in ${newest}`, eq(t.skipped, false)));
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
