import { AppError } from '../errors/app-error.ts';
import type { CallbackRequest, ReceivedCallback } from '../ports/platform.ts';
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
  for (const { id: eventId, change } of events) {
    // Ids are the platform's and of any length; the stored one is bounded.
    const id = await services.digest.sha256(`${installationId} ${eventId}`);
    if (await store.platform.event(id)) continue;
    try {
      await store.commit([
        store.platform.addEvent({ id, installationId, change, receivedAt: nowOf(services), doneAt: null }),
        services.system.enqueue(found.tenantId, 'platform.event', { eventId: id }),
      ]);
    } catch (error) {
      // Delivered twice at the same moment: the other delivery has stored it.
      if (!(error instanceof AppError) || error.code !== 'CONFLICT') throw error;
    }
  }
  return answer;
}
