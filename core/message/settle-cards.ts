import { openPlatform } from '../platform/connection.ts';
import type { BackgroundWork } from '../ports/background-jobs.ts';
import type { Message } from '../ports/repositories/messages.ts';
import { nowOf, type Services, type TenantContext, tenantContext } from '../ports/services.ts';
import { cardOfMessage } from './card-of-message.ts';
import { chunks } from './deliver.ts';
import { type Closing, closings, type NoticeKind } from './notice-kinds.ts';
import { messageWords, readingOf } from './notice-text.ts';

/**
 * Settles what hangs on a subject: notices made before count as read, waiting cards are not sent any more, and cards that were
 * sent lose their buttons. A card for several things stays, because only some of them are settled. Safe to repeat.
 */
export async function closeWork(
  services: Services,
  tenantId: string,
  { subjectId, closing, before }: BackgroundWork['message.close'],
): Promise<void> {
  const as = closings.find((one) => one === closing);
  if (!as) return;
  const context = tenantContext(services, tenantId, { kind: 'system', id: null }, 'zh');
  const { store } = context;
  const about = (await store.messages.noticesAbout(subjectId)).filter(
    ({ createdAt, kind }) => createdAt < before && !final.has(kind),
  );
  const unread = about.filter(({ readAt }) => readAt === null);
  await store.commit([
    ...chunks(about.map(({ id }) => id)).map((ids) => store.messages.withoutCard(ids)),
    ...unread.map(({ personId, id }) => store.messages.markRead(personId, [id], nowOf(services))),
  ]);
  for (const id of new Set(about.flatMap(({ messageId }) => messageId ?? []))) {
    const message = await store.messages.message(id);
    const settled = message && (message.closed === 'open' || message.closed === 'wanted');
    if (settled && (await store.messages.noticesOf(id)).length === 1)
      await closeMessage(context, message, as);
  }
}

/** Kinds that tell how a thing ended: nothing settles them, least of all the batch that they were written in. */
const final: ReadonlySet<NoticeKind> = new Set([
  'approval_decided',
  'second_round_cancelled',
  'scorecard_given',
]);

/** Ends one card: what waits is not sent, what was sent shows what came of it. */
export async function closeMessage(
  context: TenantContext,
  message: Message,
  closing: Closing,
): Promise<void> {
  const { services, store } = context;
  const set = { closing, updatedAt: nowOf(services) };
  if (message.state !== 'sent' || message.ref === null || message.accountId === null) {
    const state = message.state === 'waiting' && message.firstTriedAt === null ? 'skipped' : message.state;
    await store.commit([
      store.messages.update(message.id, message.revision, { ...set, state, closed: 'never' }),
    ]);
    return;
  }
  const wanted = message.closed === 'wanted' ? message : await closingBegun(context, message, closing);
  const shown = await showClosed(context, wanted, closing);
  await store.commit([
    store.messages.update(wanted.id, wanted.revision, {
      closed: shown ? 'done' : 'never',
      updatedAt: nowOf(services),
    }),
  ]);
}

async function closingBegun(
  { services, store }: TenantContext,
  message: Message,
  closing: Closing,
): Promise<Message> {
  const set = { closing, closed: 'wanted', updatedAt: nowOf(services) } as const;
  await store.commit([store.messages.update(message.id, message.revision, set)]);
  return { ...message, ...set, revision: message.revision + 1 };
}

async function showClosed(context: TenantContext, message: Message, closing: Closing): Promise<boolean> {
  const { services, store } = context;
  const { connection, row } = await openPlatform(services, store);
  const person = await store.people.get(message.personId);
  const reading = await readingOf(context, person?.locale);
  const notices = await store.messages.noticesOf(message.id);
  const card = await cardOfMessage(context, message, notices, { installation: row, reading });
  const words = messageWords(reading.locale)(`messages.closed_${closing}`);
  const answer = await connection.messages?.close(message.ref ?? '', message.accountId ?? '', card, words);
  return answer === 'closed';
}
