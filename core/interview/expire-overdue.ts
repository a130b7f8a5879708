import { interviewOwners, notify } from '../message/notify.ts';
import type { TenantStore } from '../ports/repositories/tenant-store.ts';
import { nowOf, type Services, tenantContext } from '../ports/services.ts';
import { meLinkOf } from './me-link.ts';

/**
 * Ends interviews whose link or 72 hours have passed; the application shows `expired` and may be invited again.
 * Returns how many ended.
 */
export async function expireOverdue(services: Services, store: TenantStore): Promise<number> {
  const now = nowOf(services);
  const context = tenantContext(services, store.tenantId, { kind: 'system', id: null }, 'zh');
  const overdue = await store.interviews.overdue(now, 100);
  for (const interview of overdue) {
    const application = await store.applications.get(interview.applicationId);
    const open = application && (application.status === 'invited' || application.status === 'in_interview');
    await store.commit([
      store.interviews.move(interview.id, [interview.state], 'expired', now),
      ...(await meLinkOf(context, interview.id)).changes,
      ...(open
        ? [
            store.applications.move(application.id, application.status, 'expired', now),
            store.applications.addEvent({
              id: services.ids.next('evt'),
              applicationId: application.id,
              fromStatus: application.status,
              toStatus: 'expired',
              actorKind: 'system',
              actorId: null,
              reasonCode: null,
              note: null,
              at: now,
            }),
          ]
        : []),
      ...notify(context, {
        kind: 'invitation_expired',
        to: await interviewOwners(context, interview),
        subjectId: interview.id,
        applicationId: interview.applicationId,
      }),
      store.audit.add({
        actor: { kind: 'system', id: null },
        action: 'interview.expired',
        subjectKind: 'interview',
        subjectId: interview.id,
        at: now,
      }),
    ]);
  }
  return overdue.length;
}
