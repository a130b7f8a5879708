import {
  foreignKey,
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import type { ConsentKind } from '#core/consent/consent.ts';
import type {
  Accommodations,
  AnswerMode,
  InterviewState,
  ProcessSignals,
} from '#core/interview/interview.ts';
import type { InterviewPlan } from '#core/interview/plan.ts';
import type { StoredTranscript } from '#core/interview/stored-transcript.ts';
import type { FollowUpDecision } from '#core/ports/repositories/interviews.ts';
import { applications } from './candidates.ts';
import { json, tenantColumns, time } from './columns.ts';
import { jobVersions } from './jobs.ts';

/** Interviews; the plan freezes questions, forms and languages at creation. */
export const interviews = sqliteTable(
  'interviews',
  {
    ...tenantColumns(),
    applicationId: text('application_id').notNull(),
    jobVersionId: text('job_version_id').notNull(),
    state: text('state').$type<InterviewState>().notNull(),
    plan: json<InterviewPlan>('plan').notNull(),
    lang: text('lang', { enum: ['zh', 'en'] }).notNull(),
    accommodations: json<Accommodations>('accommodations').notNull(),
    /** False once the candidate refused consent (c): a person rates instead. */
    aiScoring: integer('ai_scoring', { mode: 'boolean' }).notNull(),
    /** Only one device answers at a time; the newest claim wins. */
    deviceId: text('device_id'),
    /** What was decided on a follow-up after the newest answer. */
    followUp: json<FollowUpDecision>('follow_up'),
    createdBy: text('created_by').notNull(),
    createdAt: time('created_at').notNull(),
    startedAt: time('started_at'),
    /** Last moment to go on: 72 hours after the start, never after the link's end. */
    resumableUntil: time('resumable_until'),
    submittedAt: time('submitted_at'),
    releasedAt: time('released_at'),
    updatedAt: time('updated_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index('interviews_application').on(t.tenantId, t.applicationId),
    foreignKey({
      columns: [t.tenantId, t.applicationId],
      foreignColumns: [applications.tenantId, applications.id],
    }),
    foreignKey({
      columns: [t.tenantId, t.jobVersionId],
      foreignColumns: [jobVersions.tenantId, jobVersions.id],
    }),
  ],
);

/** Each consent as given or refused: the text that was shown by its hash, the language and the moment (R1). */
export const consents = sqliteTable(
  'consents',
  {
    ...tenantColumns(),
    interviewId: text('interview_id').notNull(),
    kind: text('kind').$type<ConsentKind>().notNull(),
    granted: integer('granted', { mode: 'boolean' }).notNull(),
    textHash: text('text_hash').notNull(),
    locale: text('locale').notNull(),
    at: time('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index('consents_interview').on(t.tenantId, t.interviewId, t.kind, t.at),
    foreignKey({
      columns: [t.tenantId, t.interviewId],
      foreignColumns: [interviews.tenantId, interviews.id],
    }),
  ],
);

/** Stored answers: one row per question, turn (0 answer, 1–2 follow-ups) and attempt (0, 1 retake). */
export const answers = sqliteTable(
  'answers',
  {
    ...tenantColumns(),
    interviewId: text('interview_id').notNull(),
    questionId: text('question_id').notNull(),
    turn: integer('turn').notNull(),
    attempt: integer('attempt').notNull(),
    mode: text('mode').$type<AnswerMode>().notNull(),
    /** What is scored: typed, or the transcript after the candidate's corrections. */
    text: text('text').notNull(),
    /** The transcript as the recogniser gave it; null for typed answers. */
    originalText: text('original_text'),
    asrConfidence: real('asr_confidence'),
    /** `typed_points` beside a recording is the candidate's own writing, never called a transcript. */
    textSource: text('text_source', { enum: ['typed', 'transcript', 'none'] }).notNull(),
    recordingId: text('recording_id'),
    skipped: integer('skipped', { mode: 'boolean' }).notNull(),
    /** The follow-up that was asked before this turn. */
    probe: text('probe'),
    process: json<ProcessSignals>('process').notNull(),
    contentHash: text('content_hash').notNull(),
    durationMs: integer('duration_ms'),
    storedAt: time('stored_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex('answers_once').on(t.tenantId, t.interviewId, t.questionId, t.turn, t.attempt),
    foreignKey({
      columns: [t.tenantId, t.interviewId],
      foreignColumns: [interviews.tenantId, interviews.id],
    }),
  ],
);

/** Recordings of spoken answers; the bytes lie sealed in the object store. */
export const recordings = sqliteTable(
  'recordings',
  {
    ...tenantColumns(),
    interviewId: text('interview_id').notNull(),
    questionId: text('question_id').notNull(),
    turn: integer('turn').notNull(),
    attempt: integer('attempt').notNull(),
    mediaType: text('media_type').notNull(),
    state: text('state', { enum: ['open', 'complete', 'compacted', 'erased'] }).notNull(),
    /** Number of segments, known when complete. */
    segmentCount: integer('segment_count'),
    /** Key of the compacted, seekable object. */
    objectKey: text('object_key'),
    bytes: integer('bytes'),
    durationMs: integer('duration_ms'),
    /** Words of the recogniser; candidates may correct them before scoring. */
    transcriptState: text('transcript_state', { enum: ['none', 'pending', 'done', 'failed'] }).notNull(),
    transcript: json<StoredTranscript>('transcript'),
    createdAt: time('created_at').notNull(),
    completedAt: time('completed_at'),
    erasedAt: time('erased_at'),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index('recordings_interview').on(t.tenantId, t.interviewId),
    foreignKey({
      columns: [t.tenantId, t.interviewId],
      foreignColumns: [interviews.tenantId, interviews.id],
    }),
  ],
);

/** Stored segments of a recording, in order of `position`. */
export const recordingSegments = sqliteTable(
  'recording_segments',
  {
    tenantId: text('tenant_id').notNull(),
    recordingId: text('recording_id').notNull(),
    position: integer('position').notNull(),
    bytes: integer('bytes').notNull(),
    sha256: text('sha256').notNull(),
    objectKey: text('object_key').notNull(),
    storedAt: time('stored_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.recordingId, t.position] }),
    foreignKey({
      columns: [t.tenantId, t.recordingId],
      foreignColumns: [recordings.tenantId, recordings.id],
    }),
  ],
);
