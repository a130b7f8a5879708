import { eq, inArray, type SQL } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { change, type StatementChange } from './database.ts';
import { ofTenant, own, type Scope } from './repositories/scope.ts';
import { approvalHistory, approvals, offers } from './schema/approvals.ts';
import {
  applicationEvents,
  applications,
  candidates,
  mergeSuggestions,
  resumes,
} from './schema/candidates.ts';
import { answers, interviews, recordingSegments, recordings } from './schema/interviews.ts';
import { appeals, decisions, feedback, flagDismissals, reports, scoreRuns } from './schema/reports.ts';
import { correctionRequests } from './schema/rights.ts';
import { scorecards, secondRounds } from './schema/second-rounds.ts';

const noAccommodations = { textOnly: false, extraTime: 1, noTimer: false, humanInterviewer: false } as const;

const blank = {
  name: null,
  phoneSealed: null,
  phoneKey: null,
  emailSealed: null,
  emailKey: null,
  city: null,
  profile: null,
  edits: null,
} as const;

interface Subject {
  readonly scope: Scope;
  readonly candidateId: string;
  readonly at: string;
}

const make = (statement: unknown): StatementChange => change(statement as BatchItem<'sqlite'>);

const drop = ({ scope }: Subject, table: SQLiteTable & { tenantId: SQLiteColumn }, where: SQL) =>
  make(scope.database.orm.delete(table).where(ofTenant(scope, table, where)));

const applicationIds = ({ scope, candidateId }: Subject) =>
  scope.database.orm
    .select({ id: applications.id })
    .from(applications)
    .where(ofTenant(scope, applications, eq(applications.candidateId, candidateId)));

const interviewIds = (subject: Subject) =>
  subject.scope.database.orm
    .select({ id: interviews.id })
    .from(interviews)
    .where(ofTenant(subject.scope, interviews, inArray(interviews.applicationId, applicationIds(subject))));

const approvalIds = (subject: Subject) =>
  subject.scope.database.orm
    .select({ id: approvals.id })
    .from(approvals)
    .where(ofTenant(subject.scope, approvals, inArray(approvals.subjectId, applicationIds(subject))));

/** Rows that hold nothing but what the person said or what was concluded from it. */
function dropped(subject: Subject): StatementChange[] {
  const { scope, candidateId } = subject;
  const held = interviewIds(subject);
  const recordingIds = scope.database.orm
    .select({ id: recordings.id })
    .from(recordings)
    .where(ofTenant(scope, recordings, inArray(recordings.interviewId, held)));
  const roundIds = scope.database.orm
    .select({ id: secondRounds.id })
    .from(secondRounds)
    .where(ofTenant(scope, secondRounds, inArray(secondRounds.applicationId, applicationIds(subject))));
  return [
    drop(subject, scorecards, inArray(scorecards.roundId, roundIds)),
    drop(subject, correctionRequests, inArray(correctionRequests.interviewId, held)),
    drop(subject, feedback, inArray(feedback.interviewId, held)),
    drop(subject, flagDismissals, inArray(flagDismissals.interviewId, held)),
    drop(subject, reports, inArray(reports.interviewId, held)),
    drop(subject, scoreRuns, inArray(scoreRuns.interviewId, held)),
    drop(subject, recordingSegments, inArray(recordingSegments.recordingId, recordingIds)),
    drop(subject, answers, inArray(answers.interviewId, held)),
    drop(subject, recordings, inArray(recordings.interviewId, held)),
    drop(subject, mergeSuggestions, eq(mergeSuggestions.candidateId, candidateId)),
    drop(subject, mergeSuggestions, eq(mergeSuggestions.otherId, candidateId)),
    drop(subject, resumes, eq(resumes.candidateId, candidateId)),
  ];
}

/** Rows that stay as evidence of lawful handling, emptied of words about the person. */
function emptied(subject: Subject): StatementChange[] {
  const { scope, candidateId, at } = subject;
  const { orm } = scope.database;
  const own = applicationIds(subject);
  return [
    make(
      orm
        .update(appeals)
        .set({ text: '', answer: null })
        .where(ofTenant(scope, appeals, inArray(appeals.interviewId, interviewIds(subject)))),
    ),
    make(
      orm
        .update(decisions)
        .set({ note: null })
        .where(ofTenant(scope, decisions, inArray(decisions.applicationId, own))),
    ),
    make(
      orm
        .update(secondRounds)
        .set({ note: null, cancelReason: null })
        .where(ofTenant(scope, secondRounds, inArray(secondRounds.applicationId, own))),
    ),
    make(
      orm
        .update(applicationEvents)
        .set({ note: null })
        .where(ofTenant(scope, applicationEvents, inArray(applicationEvents.applicationId, own))),
    ),
    make(
      orm
        .update(interviews)
        .set({ accommodations: noAccommodations, deviceId: null, updatedAt: at })
        .where(ofTenant(scope, interviews, inArray(interviews.applicationId, own))),
    ),
    make(
      orm
        .update(offers)
        .set({ termsSealed: null, updatedAt: at })
        .where(ofTenant(scope, offers, inArray(offers.applicationId, own))),
    ),
    make(
      orm
        .update(approvals)
        .set({ contentSealed: null, updatedAt: at })
        .where(ofTenant(scope, approvals, inArray(approvals.subjectId, own))),
    ),
    make(
      orm
        .update(approvalHistory)
        .set({ note: null })
        .where(ofTenant(scope, approvalHistory, inArray(approvalHistory.approvalId, approvalIds(subject)))),
    ),
    make(
      orm
        .update(applications)
        .set({ screening: null, score10: null, suggestion: null, resumeId: null, updatedAt: at })
        .where(ofTenant(scope, applications, eq(applications.candidateId, candidateId))),
    ),
  ];
}

/**
 * Deletes what is personal about one candidate, row by row (assessment R8, R9). Applications keep their place and
 * status, consents and decisions their codes: they are evidence of lawful handling and name nobody.
 */
export function eraseCandidateRows(scope: Scope, candidateId: string, at: string): StatementChange[] {
  const subject = { scope, candidateId, at };
  return [
    ...dropped(subject),
    ...emptied(subject),
    make(
      scope.database.orm
        .update(candidates)
        .set({ ...blank, erasedAt: at, updatedAt: at })
        .where(own(scope, candidates, candidateId)),
    ),
  ];
}
