import { AppError } from '../errors/app-error.ts';
import type { CallbackRequest, ReceivedCallback } from '../ports/platform.ts';
import type { MarketplaceChannel, MarketplaceNotice, ReceivedNotice } from '../ports/platform-marketplace.ts';
import { systemTenant } from '../ports/secrets.ts';
import { nowOf, type Services } from '../ports/services.ts';
import { keepTicket, marketplaceOf } from './provider-tools.ts';

/** What a notice is sealed as until its work is done: it may hold a code. */
export const noticePurpose = (id: string): string => `marketplace.notice:${id}`;

/**
 * Takes a push to the provider: verifies it first, keeps a ticket sealed, stores each new notice sealed with its work in one batch, and
 * gives the answer that the platform wants within its second. A repetition is answered and nothing else.
 * @throws AppError `NOT_FOUND` where the operator is no provider, `PLATFORM_CALLBACK_REFUSED`
 */
export async function receiveNotices(
  services: Services,
  platformId: string,
  channel: MarketplaceChannel,
  request: CallbackRequest,
): Promise<ReceivedCallback['answer']> {
  const marketplace = marketplaceOf(services, platformId);
  const nowMs = services.clock.now().getTime();
  const { answer, ticket, notices } = await marketplace.receive(channel, request, nowMs);
  if (ticket) await keepTicket(services, platformId, ticket);
  for (const received of notices) await keepNotice(services, platformId, received);
  return answer;
}

/** Stores a notice sealed, with its work, once. */
export async function keepNotice(
  services: Services,
  platformId: string,
  received: ReceivedNotice,
): Promise<void> {
  const { system, digest, secrets } = services;
  // Ids are the platform's and of any length; the stored one is bounded.
  const id = await digest.sha256(`${platformId} ${received.id}`);
  if (await system.marketplace.notice(id)) return;
  const { notice, at, notBefore = 0 } = received;
  const receivedAt = nowOf(services);
  const runAt = new Date(Math.max(notBefore, Date.parse(receivedAt))).toISOString();
  const row = {
    id,
    platform: platformId,
    corpId: notice.kind === 'code' ? null : notice.corpId,
    kind: notice.kind,
    at,
    sealed: await secrets.seal(systemTenant, noticePurpose(id), JSON.stringify(notice)),
    receivedAt,
    doneAt: null,
  };
  try {
    await system.commit([
      system.marketplace.addNotice(row),
      system.enqueue(systemTenant, 'marketplace.notice', { noticeId: id }, { runAt }),
    ]);
  } catch (error) {
    // Delivered twice at the same moment: the other delivery has stored it.
    if (!(error instanceof AppError) || error.code !== 'CONFLICT') throw error;
  }
}

/** Reads a stored notice. */
export async function openNotice(
  services: Services,
  { id, sealed }: { readonly id: string; readonly sealed: string },
): Promise<MarketplaceNotice> {
  return JSON.parse(
    await services.secrets.open(systemTenant, noticePurpose(id), sealed),
  ) as MarketplaceNotice;
}
