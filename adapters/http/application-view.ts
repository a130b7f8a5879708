import { type Permission, permissionsOf } from '#core/access/permissions.ts';
import type { ApplicationFile, Duplicate, LinkedInterview } from '#core/application/application-file.ts';
import { minorRule } from '#core/application/minor.ts';
import { movesFrom } from '#core/application/move-application.ts';
import { isEnterable } from '#core/interview/interview.ts';
import type { Application, Resume } from '#core/ports/repositories/candidates.ts';
import { nowOf, type TenantContext } from '#core/ports/services.ts';
import type { ResumeProfile } from '#core/resume/profile.ts';
import { redactResume } from '#core/resume/redact.ts';
import { resumeView } from './resume-view.ts';
import type { ApplicationView, ScreeningView } from './schemas/candidates.ts';

type Reader = { readonly context: TenantContext; readonly permissions: ReadonlySet<Permission> };

/** The permissions of the signed-in reader decide how much of the contacts is shown. */
export const readerOf = (context: TenantContext, roles: Parameters<typeof permissionsOf>[0]): Reader => ({
  context,
  permissions: permissionsOf(roles),
});

/** `138****5678`, `z***@example.com`: enough to recognise, not enough to call. */
export const maskedPhone = (phone: string | null): string | null =>
  phone && `${phone.slice(0, 3)}****${phone.slice(-4)}`;
export const maskedMail = (mail: string | null): string | null =>
  mail ? mail.replace(/^(.).*(?=@)/, '$1***') : null;

function screeningView(file: ApplicationFile): ScreeningView | null {
  const { screening } = file.application;
  if (!screening) return null;
  const rules = file.rules.flatMap((rule) => {
    const outcome = screening.rules.find((one) => one.ruleId === rule.ruleId);
    if (!outcome) return [];
    const { correction } = outcome;
    return [
      {
        ruleId: rule.ruleId,
        label: { ...rule.label },
        reason: { ...rule.reason },
        ask: rule.ask && { ...rule.ask },
        required: rule.required,
        read: outcome.result,
        result: correction?.result ?? outcome.result,
        quote: outcome.quote,
        correction: correction ? { ...correction, by: file.people.get(correction.by) ?? null } : null,
      },
    ];
  });
  return { result: screening.result, rules };
}

const shortView = (file: ApplicationFile, application: Application) => ({
  id: application.id,
  jobId: application.jobId,
  jobTitle: file.jobTitles.get(application.jobId) ?? '',
  status: application.status,
  updatedAt: application.updatedAt,
});

const duplicateView = (file: ApplicationFile, { suggestion, other, applications }: Duplicate) => ({
  id: suggestion.id,
  state: suggestion.state,
  reasons: [...suggestion.reasons],
  candidateId: other.id,
  name: other.name,
  city: other.city,
  createdAt: other.createdAt,
  applications: applications.map((one) => shortView(file, one)),
  undoable: suggestion.state === 'merged' && suggestion.moved?.into === file.candidate.id,
});

function interviewView({ interview, link, talentPool }: LinkedInterview, now: string) {
  const state = link?.revokedAt ? 'revoked' : link && link.expiresAt <= now ? 'expired' : 'active';
  return {
    id: interview.id,
    state: interview.state,
    lang: interview.lang,
    createdAt: interview.createdAt,
    startedAt: interview.startedAt,
    resumableUntil: interview.resumableUntil,
    submittedAt: interview.submittedAt,
    open: isEnterable(interview.state),
    link: link && {
      state: state as 'active' | 'expired' | 'revoked',
      createdAt: link.createdAt,
      expiresAt: link.expiresAt,
      revokedAt: link.revokedAt,
    },
    talentPool,
  };
}

function candidateView(
  { context, permissions }: Reader,
  file: ApplicationFile,
): ApplicationView['candidate'] {
  const { candidate, contact } = file;
  const full = permissions.has('candidate.write');
  const minor = minorRule(candidate.profile?.birthYear, nowOf(context.services));
  return {
    id: candidate.id,
    name: candidate.name,
    phone: full ? contact.phone : maskedPhone(contact.phone),
    email: full ? contact.email : maskedMail(contact.email),
    city: candidate.city,
    profile: candidate.profile && {
      ...candidate.profile,
      birthYear: minor ? candidate.profile.birthYear : null,
    },
    minor,
    edits: Object.entries(candidate.edits ?? {}).map(([field, { by, at }]) => ({
      field,
      by: file.people.get(by) ?? null,
      at,
    })),
    revision: candidate.revision,
    createdAt: candidate.createdAt,
  };
}

/** The lines with everything masked that must not sway a rater (R11); each keeps its length. */
function maskedPages(pages: readonly (readonly string[])[], profile: ResumeProfile): string[][] {
  return pages.map((lines) => redactResume(lines.join('\n'), profile).text.split('\n'));
}

function readView({ permissions }: Reader, { read }: ApplicationFile): ApplicationView['read'] {
  if (!read) return null;
  const { profile } = read;
  const shown = { sources: read.sources.map((source) => ({ ...source })) };
  if (permissions.has('candidate.write')) {
    return {
      ...shown,
      profile: { ...profile, birthYear: null },
      pages: read.pages.map((page) => [...page]),
      hidden: read.hidden.map((part) => ({ ...part })),
    };
  }
  const masked = (text: string) => redactResume(text, profile).text;
  return {
    ...shown,
    profile: {
      ...profile,
      birthYear: null,
      phone: maskedPhone(profile.phone),
      email: maskedMail(profile.email),
      warnings: profile.warnings.map((one) =>
        one.detail === undefined ? one : { ...one, detail: masked(one.detail) },
      ),
    },
    pages: maskedPages(read.pages, profile),
    hidden: read.hidden.map((part) => ({ ...part, text: masked(part.text) })),
  };
}

/** Names of files tell what the text hides (`张伟-男-28岁.pdf`): readers of masked text get the kind of file alone. */
function fileView(
  { context, permissions }: Reader,
  resume: Resume,
  applicationId: string | null,
): ReturnType<typeof resumeView> {
  const view = resumeView(context, resume, applicationId);
  if (permissions.has('candidate.write')) return view;
  return { ...view, fileName: /\.[a-z]{2,8}$/i.exec(view.fileName)?.[0].slice(1).toUpperCase() ?? '' };
}

/** Everything about one application, as its page shows it. */
export function applicationView(reader: Reader, file: ApplicationFile): ApplicationView {
  const { context } = reader;
  const { application, version } = file;
  const now = nowOf(context.services);
  return {
    ...shortView(file, application),
    jobState: file.jobState,
    jobVersion: version.number,
    linkDays: version.definition.interview.linkDays,
    score10: application.score10,
    suggestion: application.suggestion,
    moves: movesFrom(application.status),
    mayInvite: file.mayInvite,
    candidate: candidateView(reader, file),
    masked: !reader.permissions.has('candidate.write'),
    resume: file.resume && fileView(reader, file.resume, application.id),
    read: readView(reader, file),
    resumes: file.resumes.map((resume) => fileView(reader, resume, null)),
    screening: screeningView(file),
    duplicates: file.duplicates.map((one) => duplicateView(file, one)),
    otherApplications: file.otherApplications.map((one) => shortView(file, one)),
    interviews: file.interviews.map((one) => interviewView(one, now)),
    events: file.events.map((event) => ({
      id: event.id,
      from: event.fromStatus,
      to: event.toStatus,
      actorKind: event.actorKind,
      actorName: event.actorId ? (file.people.get(event.actorId) ?? null) : null,
      reasonCode: event.reasonCode,
      note: event.note,
      at: event.at,
    })),
    createdAt: application.createdAt,
  };
}
