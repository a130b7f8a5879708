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
import type { ApplicationStatus, ScreeningOutcome } from '#core/application/application.ts';
import type { MovedBelongings, ProfileEdits } from '#core/ports/repositories/candidates.ts';
import type { ResumeProfile } from '#core/resume/profile.ts';
import { json, tenantColumns, time } from './columns.ts';
import { jobs, jobVersions } from './jobs.ts';

/** Candidates. Phone and mail are sealed; the keyed hashes find duplicates (design D23). */
export const candidates = sqliteTable(
  'candidates',
  {
    ...tenantColumns(),
    name: text('name'),
    phoneSealed: text('phone_sealed'),
    phoneKey: text('phone_key'),
    emailSealed: text('email_sealed'),
    emailKey: text('email_key'),
    city: text('city'),
    /** The profile as corrected by people; phone and email inside are always null (they are sealed above). */
    profile: json<ResumeProfile>('profile'),
    /** Fields that people typed or corrected, with who and when; the file's own reading stays with the résumé. */
    edits: json<ProfileEdits>('edits'),
    revision: integer('revision').notNull(),
    mergedInto: text('merged_into'),
    /** Set once the person's data was erased; the row then only holds the place of kept records. */
    erasedAt: time('erased_at'),
    createdAt: time('created_at').notNull(),
    updatedAt: time('updated_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index('candidates_phone').on(t.tenantId, t.phoneKey),
    index('candidates_email').on(t.tenantId, t.emailKey),
  ],
);

/** Uploaded résumé files and what was read from them. */
export const resumes = sqliteTable(
  'resumes',
  {
    ...tenantColumns(),
    candidateId: text('candidate_id'),
    jobId: text('job_id'),
    fileName: text('file_name').notNull(),
    mediaType: text('media_type').notNull(),
    size: integer('size').notNull(),
    contentHash: text('content_hash').notNull(),
    objectKey: text('object_key').notNull(),
    state: text('state', { enum: ['pending', 'parsed', 'failed'] }).notNull(),
    errorCode: text('error_code'),
    /** Sealed JSON of `StoredResume` (profile as read, sources, visible and hidden text). */
    parsedSealed: text('parsed_sealed'),
    uploadedBy: text('uploaded_by'),
    createdAt: time('created_at').notNull(),
    parsedAt: time('parsed_at'),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index('resumes_candidate').on(t.tenantId, t.candidateId),
    index('resumes_hash').on(t.tenantId, t.contentHash),
    uniqueIndex('resumes_once').on(t.tenantId, t.jobId, t.contentHash),
    foreignKey({
      columns: [t.tenantId, t.candidateId],
      foreignColumns: [candidates.tenantId, candidates.id],
    }),
  ],
);

/** A candidate's application for one job: status by the flow of design §5. */
export const applications = sqliteTable(
  'applications',
  {
    ...tenantColumns(),
    jobId: text('job_id').notNull(),
    jobVersionId: text('job_version_id').notNull(),
    candidateId: text('candidate_id').notNull(),
    resumeId: text('resume_id'),
    status: text('status').$type<ApplicationStatus>().notNull(),
    screening: json<ScreeningOutcome>('screening'),
    /** Rounded composite on the 0–10 scale of the released report, for lists; null while unknown. */
    score10: real('score10'),
    suggestion: text('suggestion', { enum: ['advance', 'hold', 'do_not_advance'] }),
    createdAt: time('created_at').notNull(),
    updatedAt: time('updated_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex('applications_once').on(t.tenantId, t.jobId, t.candidateId),
    index('applications_status').on(t.tenantId, t.jobId, t.status, t.updatedAt),
    index('applications_candidate').on(t.tenantId, t.candidateId),
    foreignKey({ columns: [t.tenantId, t.jobId], foreignColumns: [jobs.tenantId, jobs.id] }),
    foreignKey({
      columns: [t.tenantId, t.jobVersionId],
      foreignColumns: [jobVersions.tenantId, jobVersions.id],
    }),
    foreignKey({
      columns: [t.tenantId, t.candidateId],
      foreignColumns: [candidates.tenantId, candidates.id],
    }),
  ],
);

/** The application's history: one row per transition. */
export const applicationEvents = sqliteTable(
  'application_events',
  {
    ...tenantColumns(),
    applicationId: text('application_id').notNull(),
    fromStatus: text('from_status').$type<ApplicationStatus>(),
    toStatus: text('to_status').$type<ApplicationStatus>().notNull(),
    actorKind: text('actor_kind').notNull(),
    actorId: text('actor_id'),
    reasonCode: text('reason_code'),
    note: text('note'),
    at: time('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index('application_events_application').on(t.tenantId, t.applicationId, t.at),
    foreignKey({
      columns: [t.tenantId, t.applicationId],
      foreignColumns: [applications.tenantId, applications.id],
    }),
  ],
);

/** Two candidates that may be one person; a person decides, nothing is merged by itself. */
export const mergeSuggestions = sqliteTable(
  'merge_suggestions',
  {
    ...tenantColumns(),
    candidateId: text('candidate_id').notNull(),
    otherId: text('other_id').notNull(),
    reasons: json<string[]>('reasons').notNull(),
    state: text('state', { enum: ['open', 'merged', 'dismissed'] }).notNull(),
    /** What a merge moved, so that it can be undone exactly. */
    moved: json<MovedBelongings>('moved'),
    decidedBy: text('decided_by'),
    createdAt: time('created_at').notNull(),
    decidedAt: time('decided_at'),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex('merge_suggestions_pair').on(t.tenantId, t.candidateId, t.otherId),
  ],
);
