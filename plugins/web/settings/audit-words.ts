import { useT } from '../kit/i18n.tsx';

/** Acts that have words; the code itself stands for any other. */
const known = [
  'appeal.changed',
  'appeal.filed',
  'appeal.kept',
  'application.moved',
  'approval.asked',
  'approval.decided',
  'approval.withdrawn',
  'approval.timed_out',
  'approval.passed_on',
  'approval.escalated',
  'approval.sent',
  'approval.not_sent',
  'approval.delegated',
  'approval.delegation_ended',
  'approval_chain.saved',
  'offer.drafted',
  'offer.reopened',
  'offer.approved_without_chain',
  'offer.sent',
  'offer.accepted',
  'offer.declined',
  'offer.withdrawn',
  'candidate.added',
  'candidate.edited',
  'candidate.erased',
  'candidate.erasure_done',
  'candidate.kept_apart',
  'candidate.merge_undone',
  'candidate.merged',
  'company.changed',
  'company.created',
  'consent.withdrawn',
  'decision.made',
  'decision.taken_back',
  'dimension.archived',
  'dimension.restored',
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
  'message.acknowledged',
  'message.sent_again',
  'message.settings_changed',
  'organisation.changed',
  'organisation.removals_accepted',
  'organisation.restored',
  'person.account_linked',
  'person.account_unlinked',
  'person.changed',
  'person.invited',
  'person.left_platform',
  'person.roles_followed',
  'person.link_renewed',
  'person.signed_out',
  'platform.activated',
  'platform.changed',
  'platform.connected',
  'platform.delivery_chosen',
  'platform.disconnected',
  'platform.installed',
  'platform.role_rule_changed',
  'platform.scope_changed',
  'platform.suspended',
  'platform.uninstalled',
  'recording.played',
  'report.exported',
  'report.opened_blind',
  'calibration.adopted',
  'calibration.retired',
  'report.rated',
  'report.viewed',
  'reports.compared',
  'resume.deleted',
  'resume.opened',
  'resume.retried',
  'resume.uploaded',
  'retention.swept',
  'rights.correction_asked',
  'rights.correction_declined',
  'rights.correction_done',
  'rights.exported',
  'screening.corrected',
  'screening.correction_removed',
  'screening.opened',
  'second_round.arranged',
  'second_round.calendar_again',
  'second_round.cancelled',
  'second_round.moved',
  'second_round.rated',
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
  'approval',
  'offer',
  'second_round',
  'message',
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

const kinds = [
  'application',
  'interview',
  'candidate',
  'resume',
  'recording',
  'job',
  'job_version',
  'dimension',
  'calibration',
  'approval',
  'message',
  'person',
  'company',
  'platform',
  'organisation',
] as const;

/** What an act was about, in the reader's language. */
export function useKindWords(): (kind: string) => string {
  const t = useT();
  return (kind) => {
    const found = kinds.find((one) => one === kind);
    return found ? t(`settings.kind_${found}`) : t('settings.kind_other');
  };
}

/** The page that shows what an act was about; null where none does. */
export function pageOf(subject: {
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
}): string | null {
  if (subject.subjectKind === 'application') {
    return `/${subject.action.startsWith('report.') ? 'reports' : 'candidates'}/${subject.subjectId}`;
  }
  if (subject.subjectKind === 'job') return `/jobs/${subject.subjectId}`;
  return null;
}
