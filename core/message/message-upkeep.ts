import { nowOf, type Services, tenantContext } from '../ports/services.ts';
import { interviewOwners, notify } from './notify.ts';

const hourMs = 3_600_000;
/** An invitation that nobody opened is told of this long before its link ends. */
const warnMs = 24 * hourMs;
/** Days that notices and cards are kept. */
const keepDays = 180;
const mostAtOnce = 1000;
const lastRunKey = 'messages.last_upkeep';

/**
 * Once an hour: tells of invitations that are about to end unopened, and forgets notices after half a year. Safe to repeat; each
 * invitation is told of once.
 */
export async function messageUpkeep(services: Services, tenantId: string): Promise<void> {
  const context = tenantContext(services, tenantId, { kind: 'system', id: null }, 'zh');
  const { store } = context;
  const at = nowOf(services);
  const now = Date.parse(at);
  const last = await store.settings.get<{ readonly at: string }>(lastRunKey);
  if (last && now - Date.parse(last.at) < hourMs) return;
  const soon = await store.interviews.overdue(new Date(now + warnMs).toISOString(), mostAtOnce);
  for (const interview of soon) {
    if (interview.state !== 'created' && interview.state !== 'notified') continue;
    // An invitation for less than two days is not warned of at once.
    if (now - Date.parse(interview.createdAt) < warnMs) continue;
    await store.commit([
      ...notify(context, {
        kind: 'invitation_unopened',
        to: await interviewOwners(context, interview),
        subjectId: interview.id,
        applicationId: interview.applicationId,
      }),
    ]);
  }
  await store.commit([
    store.settings.set(lastRunKey, { at }, at),
    ...store.messages.sweep(new Date(now - keepDays * 24 * hourMs).toISOString()),
  ]);
}
