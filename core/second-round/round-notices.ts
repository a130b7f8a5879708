import type { NoticeKind } from '../message/notice-kinds.ts';
import { notify } from '../message/notify.ts';
import type { SecondRound } from '../ports/repositories/second-rounds.ts';
import type { TenantContext } from '../ports/services.ts';
import type { Change } from '../ports/unit-of-work.ts';
import { endOf } from './second-round.ts';

/** News about a round that begins this soon does not wait for the morning. */
const urgentMs = 12 * 3_600_000;
const hourMs = 3_600_000;

/** Where a round is held, in one line; null while the platform makes the meeting. */
export const placeText = ({ place }: Pick<SecondRound, 'place'>): string | null =>
  place.kind === 'onsite' ? place.text : place.url;

/** Tells interviewers about a round. */
export function tellInterviewers(
  context: TenantContext,
  round: SecondRound,
  kind: NoticeKind,
  to: readonly string[],
): readonly Change[] {
  const { services, actor } = context;
  const place = placeText(round);
  return notify(context, {
    kind,
    to,
    subjectId: round.id,
    applicationId: round.applicationId,
    key: String(round.revision),
    params: {
      at: round.startsAt,
      ...(place ? { place } : {}),
      ...(actor.kind === 'person' && actor.id ? { by: actor.id } : {}),
    },
    urgent: Date.parse(round.startsAt) - services.clock.now().getTime() < urgentMs,
  });
}

/** Reminders: an hour before, and for the scorecards when it is over. Those of an older arrangement do nothing. */
export function remindLater({ services, tenantId }: TenantContext, round: SecondRound): readonly Change[] {
  const payload = { roundId: round.id, revision: round.revision };
  const before = Date.parse(round.startsAt) - hourMs;
  const times = [...(before > services.clock.now().getTime() ? [before] : []), Date.parse(endOf(round))];
  return times.map((at) =>
    services.system.enqueue(tenantId, 'second_round.remind', payload, { runAt: new Date(at).toISOString() }),
  );
}
