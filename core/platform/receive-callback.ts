import { AppError } from '../errors/app-error.ts';
import type { CallbackRequest, ReceivedCallback } from '../ports/platform.ts';
import type { TenantStore } from '../ports/repositories/tenant-store.ts';
import { nowOf, type Services } from '../ports/services.ts';
import { openPlatform } from './connection.ts';

/**
 * Takes a request of a platform: verifies it first, stores each new event with the work that it asks for in one batch, and gives
 * the answer that the platform wants at once. An event that is known already is answered and nothing else.
 * @throws AppError `NOT_FOUND` for an unknown installation, `PLATFORM_CALLBACK_REFUSED`, `PLATFORM_DISCONNECTED`
 */
export async function receiveCallback(
  services: Services,
  platformId: string,
  installationId: string,
  request: CallbackRequest,
): Promise<ReceivedCallback['answer']> {
  const found = await services.system.installation(installationId);
  if (found?.platform !== platformId) throw new AppError('NOT_FOUND');
  const store = services.stores.open(found.tenantId);
  const { connection } = await openPlatform(services, store);
  const { answer, events } = await connection.receive(request);
  await store.platform.deliveries.heard(installationId, nowOf(services));
  await storeEvents(services, store, installationId, events);
  return answer;
}

/**
 * Stores each new event with the work that it asks for, in one batch; an event that is known already is passed over. However events
 * arrive, they go through here.
 * @param events of a delivery that was verified
 */
export async function storeEvents(
  services: Services,
  store: TenantStore,
  installationId: string,
  events: ReceivedCallback['events'],
): Promise<void> {
  for (const { id: eventId, change, notBefore = 0 } of events) {
    // Ids are the platform's and of any length; the stored one is bounded.
    const id = await services.digest.sha256(`${installationId} ${eventId}`);
    if (await store.platform.event(id)) continue;
    const receivedAt = nowOf(services);
    const runAt = new Date(Math.max(notBefore, Date.parse(receivedAt))).toISOString();
    try {
      await store.commit([
        store.platform.addEvent({ id, installationId, change, receivedAt, doneAt: null }),
        services.system.enqueue(store.tenantId, 'platform.event', { eventId: id }, { runAt }),
      ]);
    } catch (error) {
      // Delivered twice at the same moment: the other delivery has stored it.
      if (!(error instanceof AppError) || error.code !== 'CONFLICT') throw error;
    }
  }
}
