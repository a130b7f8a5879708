/** What staff are told of. Stored in the database; words are in the catalogue under `messages.kind_<kind>` and `messages.title_<kind>`. */
export const noticeKinds = [
  'report_ready',
  'rating_needed',
  'invitation_unopened',
  'invitation_expired',
  'candidate_withdrew',
  'second_round_arranged',
  'second_round_moved',
  'second_round_cancelled',
  'second_round_soon',
  'scorecard_needed',
  'scorecard_given',
  'approval_asked',
  'approval_decided',
  'appeal_filed',
  'correction_asked',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** Kinds whose card has a button that says "seen" without opening a page. */
export const acknowledged: ReadonlySet<NoticeKind> = new Set([
  'second_round_arranged',
  'second_round_moved',
  'second_round_cancelled',
]);

/** What came of a thing, shown on a card that is closed; words under `messages.closed_<code>`. */
export const closings = ['acknowledged', 'done', 'decided', 'moved', 'cancelled'] as const;
export type Closing = (typeof closings)[number];

/** The page that a notice of this kind opens, below `/app`. */
export function noticePath(
  kind: NoticeKind,
  { subjectId, applicationId }: { readonly subjectId: string; readonly applicationId: string | null },
): string {
  switch (kind) {
    case 'report_ready':
    case 'rating_needed':
      return `/reports/${applicationId ?? ''}`;
    case 'invitation_unopened':
    case 'invitation_expired':
    case 'candidate_withdrew':
      return `/candidates/${applicationId ?? ''}`;
    case 'second_round_arranged':
    case 'second_round_moved':
    case 'second_round_cancelled':
    case 'second_round_soon':
    case 'scorecard_needed':
    case 'scorecard_given':
      return `/second-rounds/${subjectId}`;
    case 'approval_asked':
    case 'approval_decided':
      return `/approvals/${subjectId}`;
    case 'appeal_filed':
      return '/reports/appeals';
    case 'correction_asked':
      return '/requests';
  }
}

/** The page for several notices of one kind. */
export const digestPath = '/notices';
