import { useT } from '../kit/i18n.tsx';

/** Acts that have words; the code itself stands for any other. */
const known = [
  'appeal.answered',
  'appeal.filed',
  'application.moved',
  'candidate.added',
  'candidate.edited',
  'candidate.erased',
  'candidate.erasure_done',
  'candidate.kept_apart',
  'candidate.merge_undone',
  'candidate.merged',
  'company.changed',
  'company.created',
  'decision.made',
  'decision.taken_back',
  'dimension.archived',
  'dimension.saved',
  'feedback.edited',
  'feedback.released',
  'flag.dismissed',
  'flag.restored',
  'interview.consented',
  'interview.expired',
  'interview.invited',
  'interview.link_renewed',
  'interview.link_revoked',
  'interview.link_shown',
  'interview.person_wanted',
  'interview.rescored',
  'interview.scored',
  'interview.started',
  'interview.submitted',
  'interview.withdrawn',
  'job.closed',
  'job.created',
  'job.deleted',
  'job.draft_saved',
  'job.published',
  'job.reopened',
  'organisation.changed',
  'organisation.removals_accepted',
  'organisation.restored',
  'person.changed',
  'person.invited',
  'person.left_platform',
  'person.link_renewed',
  'person.signed_out',
  'platform.changed',
  'platform.connected',
  'platform.disconnected',
  'recording.played',
  'report.exported',
  'calibration.adopted',
  'calibration.retired',
  'report.rated',
  'reports.compared',
  'resume.deleted',
  'resume.opened',
  'resume.retried',
  'resume.uploaded',
  'retention.swept',
  'screening.opened',
  'session.started',
  'transcript.corrected',
] as const;

/** First words of actions, which the log can be narrowed to. */
export const auditAreas = [
  'job',
  'candidate',
  'resume',
  'interview',
  'report',
  'decision',
  'feedback',
  'appeal',
  'person',
  'session',
  'company',
  'platform',
  'organisation',
  'retention',
] as const;
export type AuditArea = (typeof auditAreas)[number];

/** What an act is called in the reader's language. */
export function useActWords(): (action: string) => string {
  const t = useT();
  return (action) => {
    const found = known.find((one) => one === action);
    return found ? t(`settings.act_${found}`) : action;
  };
}
