import { AppError } from '../errors/app-error.ts';
import { openPlatform } from '../platform/connection.ts';
import { surelyNotDone } from '../platform/surely-not-done.ts';
import type { CardSent, PlatformMessages } from '../ports/platform-messages.ts';
import type { Message, Notice } from '../ports/repositories/messages.ts';
import type { InstallationRow } from '../ports/repositories/platforms.ts';
import { nowOf, type Services, type TenantContext, tenantContext } from '../ports/services.ts';
import { cardOfMessage } from './card-of-message.ts';
import { readingOf } from './notice-text.ts';

/** Failures before a card is given up: about half a day. */
const mostAttempts = 11;
/** Seconds until it is tried again: 30 s, doubling to four hours. */
const restSeconds = (attempts: number): number => Math.min(14_400, 30 * 2 ** attempts);
/** When a platform is asked what became of a card that it took. */
const outcomeAfterMs = 60_000;

type Set = Parameters<TenantContext['store']['messages']['update']>[2];

interface Sending {
  readonly context: TenantContext;
  readonly message: Message;
  readonly notices: readonly Notice[];
}

const save = async (
  { context, message }: Sending,
  set: Set,
  then: { check?: boolean; againAtMs?: number } = {},
) => {
  const { services, store, tenantId } = context;
  const messageId = message.id;
  const at = (ms: number) => ({ runAt: new Date(ms).toISOString() });
  await store.commit([
    store.messages.update(messageId, message.revision, { ...set, updatedAt: nowOf(services) }),
    ...(then.check
      ? [
          services.system.enqueue(
            tenantId,
            'message.check',
            { messageId },
            at(services.clock.now().getTime() + outcomeAfterMs),
          ),
        ]
      : []),
    ...(then.againAtMs
      ? [services.system.enqueue(tenantId, 'message.send', { messageId }, at(then.againAtMs))]
      : []),
  ]);
};

/**
 * Sends one card, at most once: before the first try its time is written down, and a try whose answer was lost is repeated only
 * while the platform itself knows the card by its key. Whatever happens ends in a state that people can see.
 */
export async function sendWork(services: Services, tenantId: string, messageId: string): Promise<void> {
  const context = tenantContext(services, tenantId, { kind: 'system', id: null }, 'zh');
  const { store } = context;
  const message = await store.messages.message(messageId);
  if (message?.state !== 'waiting') return;
  const notices = await store.messages.noticesOf(messageId);
  const sending = { context, message, notices };
  if (message.firstTriedAt === null && notices.every(({ readAt }) => readAt !== null)) {
    return save(sending, { state: 'skipped' });
  }
  const accountId = (await store.platform.accounts()).find((one) => one.personId === message.personId)?.id;
  if (accountId === undefined) return save(sending, { state: 'unreachable', errorCode: 'NO_ACCOUNT' });
  try {
    const { connection, row } = await openPlatform(services, store);
    if (connection.messages === null) return await save(sending, { state: 'skipped' });
    if (connection.messages.notSetUp !== null)
      return await save(sending, { state: 'unreachable', errorCode: 'NO_CARDS' });
    await trySending(sending, { messages: connection.messages, installation: row, accountId });
  } catch (error) {
    await goOnLater(sending, error);
  }
}

async function trySending(
  sending: Sending,
  to: {
    readonly messages: PlatformMessages;
    readonly installation: InstallationRow;
    readonly accountId: string;
  },
): Promise<void> {
  const { context, notices } = sending;
  const { services, store } = context;
  const nowMs = services.clock.now().getTime();
  const { firstTriedAt } = sending.message;
  if (firstTriedAt !== null && !to.messages.mayRepeat(Date.parse(firstTriedAt), nowMs)) {
    return save(sending, { state: 'uncertain', errorCode: 'UPSTREAM_UNAVAILABLE' });
  }
  const person = await store.people.get(sending.message.personId);
  const reading = await readingOf(context, person?.locale);
  const card = await cardOfMessage(context, sending.message, notices, {
    installation: to.installation,
    reading,
  });
  const message = await begun(sending.context, sending.message, to.accountId);
  const begunSending = { ...sending, message };
  let sent: CardSent;
  try {
    sent = await to.messages.send(to.accountId, card, firstTriedAt !== null);
  } catch (error) {
    return goOnLater(begunSending, error);
  }
  if (sent.kind === 'unlicensed')
    return save(begunSending, { state: 'unreachable', errorCode: 'NO_LICENCE' });
  if (sent.kind === 'unreachable') {
    return save(begunSending, {
      state: 'unreachable',
      errorCode: 'OUT_OF_RANGE',
      platformCode: sent.platformCode,
    });
  }
  await save(
    begunSending,
    { state: 'sent', ref: sent.ref, sentAt: nowOf(services), errorCode: null, platformCode: null },
    { check: to.messages.outcome !== null },
  );
}

/** Writes down that it is tried, before the platform is asked. */
async function begun(
  { services, store }: TenantContext,
  message: Message,
  accountId: string,
): Promise<Message> {
  const set = {
    accountId,
    firstTriedAt: message.firstTriedAt ?? nowOf(services),
    updatedAt: nowOf(services),
  };
  await store.commit([store.messages.update(message.id, message.revision, set)]);
  return { ...message, ...set, revision: message.revision + 1 };
}

/** Keeps the reason with the card. What may pass is tried again for half a day; what a person has to mend ends it. */
async function goOnLater(sending: Sending, error: unknown): Promise<void> {
  const { context, message } = sending;
  const known = error instanceof AppError ? error : null;
  // Another worker sends this card.
  if (known?.code === 'CONFLICT') throw error;
  const { services } = context;
  const passes = known === null || known.retryable;
  const reason = {
    errorCode: known?.code ?? 'INTERNAL',
    platformCode: known?.details.platformCode === undefined ? null : String(known.details.platformCode),
    attempts: message.attempts + 1,
    // What the platform refused it has not done, so the next try is the first one.
    ...(surelyNotDone(error) ? { firstTriedAt: null } : {}),
  };
  services.log.warn('message.not_sent', {
    message: message.id,
    code: reason.errorCode,
    attempts: message.attempts,
  });
  if (!passes || message.attempts >= mostAttempts) return save(sending, { state: 'failed', ...reason });
  const seconds = Math.max(restSeconds(message.attempts), Number(known?.details.seconds ?? 0));
  await save(sending, reason, { againAtMs: services.clock.now().getTime() + seconds * 1000 });
}

/** Asks what became of a card that the platform took: some drop cards over a limit and say nothing. */
export async function checkWork(services: Services, tenantId: string, messageId: string): Promise<void> {
  const store = services.stores.open(tenantId);
  const message = await store.messages.message(messageId);
  if (message?.state !== 'sent' || message.ref === null || message.accountId === null) return;
  const { connection } = await openPlatform(services, store);
  const outcome = await connection.messages?.outcome?.(message.ref, message.accountId);
  if (!outcome || outcome.kind === 'delivered') return;
  if (outcome.kind === 'pending') throw new AppError('PLATFORM_BUSY', { details: { seconds: 60 } });
  await store.commit([
    store.messages.update(messageId, message.revision, {
      state: 'failed',
      errorCode: 'PLATFORM_BUSY',
      platformCode: outcome.platformCode,
      updatedAt: nowOf(services),
    }),
  ]);
}
