import { companyProfile } from '../company/company-settings.ts';
import { AppError } from '../errors/app-error.ts';
import { mayCall } from '../installation/installation-state.ts';
import type { Message, Notice } from '../ports/repositories/messages.ts';
import { nowOf, type Services, type TenantContext, tenantContext } from '../ports/services.ts';
import type { Change } from '../ports/unit-of-work.ts';
import { type MessageSettings, messageSettings, personMessageSettings } from './message-settings.ts';
import type { NoticeKind } from './notice-kinds.ts';
import { afterQuietHours } from './quiet-hours.ts';

/** Notices of one kind, with when their card may go out. */
interface Batch {
  readonly kind: NoticeKind;
  readonly notices: readonly Notice[];
  readonly dueMs: number;
}

const systemContext = (services: Services, tenantId: string): TenantContext =>
  tenantContext(services, tenantId, { kind: 'system', id: null }, 'zh');

/** Whether the company has an office platform that cards can go to now. */
export async function hasCards({
  services,
  store,
}: Pick<TenantContext, 'services' | 'store'>): Promise<boolean> {
  const row = await store.platform.installation();
  if (!row || !mayCall(row.state)) return false;
  return services.platforms.some(({ manifest }) => manifest.id === row.platform);
}

/** Which of a person's waiting notices get a card at all: not what is read, switched off, or older than the person's account. */
async function withCard(
  context: TenantContext,
  personId: string,
  notices: readonly Notice[],
  company: MessageSettings,
): Promise<readonly Notice[]> {
  const [person, own, possible] = await Promise.all([
    context.store.people.get(personId),
    personMessageSettings(context.store, personId),
    hasCards(context),
  ]);
  if (!possible || !own.cards || person?.state === 'disabled' || !person) return [];
  const off = new Set([...company.off, ...own.off]);
  return notices.filter(({ kind, readAt }) => readAt === null && !off.has(kind));
}

/** News of one kind waits until the digest time after the last card of the kind is over; urgent news never waits. */
async function batches(
  context: TenantContext,
  notices: readonly Notice[],
  company: MessageSettings,
  nowMs: number,
): Promise<readonly Batch[]> {
  const { zone } = await companyProfile(context.services.system, context.store);
  const kinds = [...new Set(notices.map(({ kind }) => kind))];
  return Promise.all(
    kinds.map(async (kind) => {
      const ofKind = notices.filter((notice) => notice.kind === kind);
      const personId = ofKind[0]?.personId ?? '';
      if (ofKind.some(({ urgent }) => urgent)) return { kind, notices: ofKind, dueMs: nowMs };
      const latest = await context.store.messages.latest(personId, kind);
      const held = latest ? Date.parse(latest.createdAt) + company.digestMinutes * 60_000 : nowMs;
      return { kind, notices: ofKind, dueMs: afterQuietHours(Math.max(held, nowMs), zone, company) };
    }),
  );
}

const newMessage = (services: Services, personId: string, kind: NoticeKind): Message => ({
  id: services.ids.next('msg'),
  personId,
  kind,
  state: 'waiting',
  ref: null,
  accountId: null,
  errorCode: null,
  platformCode: null,
  attempts: 0,
  firstTriedAt: null,
  sentAt: null,
  closing: null,
  closed: 'open',
  revision: 1,
  createdAt: nowOf(services),
  updatedAt: nowOf(services),
});

/**
 * Makes cards of a person's waiting notices: one a kind, however many there are, outside of quiet hours. What has to wait comes
 * back by a job of its own. Safe to repeat: a notice goes into one card.
 */
export async function deliverWork(services: Services, tenantId: string, personId: string): Promise<void> {
  const context = systemContext(services, tenantId);
  const { store } = context;
  const waiting = await store.messages.wanted(personId);
  if (waiting.length === 0) return;
  const company = await messageSettings(store);
  const chosen = await withCard(context, personId, waiting, company);
  const dropped = waiting.filter((notice) => !chosen.includes(notice));
  const nowMs = services.clock.now().getTime();
  const planned = await batches(context, chosen, company, nowMs);
  const made = planned.filter(({ dueMs }) => dueMs <= nowMs);
  const later = planned.filter(({ dueMs }) => dueMs > nowMs).map(({ dueMs }) => dueMs);
  const changes: Change[] = made.flatMap(({ kind, notices }) => {
    const message = newMessage(services, personId, kind);
    return [
      ...store.messages.addMessage(
        message,
        notices.map(({ id }) => id),
      ),
      services.system.enqueue(tenantId, 'message.send', { messageId: message.id }),
    ];
  });
  await store.commit([
    ...chunks(dropped.map(({ id }) => id)).map((ids) => store.messages.withoutCard(ids)),
    ...changes,
    ...(later.length > 0
      ? [
          services.system.enqueue(
            tenantId,
            'message.deliver',
            { personId },
            { runAt: new Date(Math.min(...later)).toISOString() },
          ),
        ]
      : []),
  ]);
}

/** A statement takes a hundred parameters at most. */
const chunkSize = 80;

/** A list in parts that one statement takes. */
export function chunks<T>(items: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / chunkSize) }, (_, n) =>
    items.slice(n * chunkSize, (n + 1) * chunkSize),
  );
}

/**
 * Puts a card that was given up back into the queue, as a new attempt.
 * @throws AppError `NOT_FOUND`; `STATE_CONFLICT` for one that was sent or still waits
 */
export async function sendAgain(context: TenantContext, messageId: string): Promise<void> {
  const { services, store, tenantId, actor } = context;
  const message = await store.messages.message(messageId);
  if (!message) throw new AppError('NOT_FOUND');
  if (!['failed', 'unreachable', 'uncertain'].includes(message.state)) {
    throw new AppError('STATE_CONFLICT', { details: { state: message.state } });
  }
  const now = nowOf(services);
  await store.commit([
    store.messages.update(messageId, message.revision, {
      state: 'waiting',
      errorCode: null,
      platformCode: null,
      attempts: 0,
      firstTriedAt: null,
      updatedAt: now,
    }),
    services.system.enqueue(tenantId, 'message.send', { messageId }),
    store.audit.add({
      actor,
      action: 'message.sent_again',
      subjectKind: 'message',
      subjectId: messageId,
      at: now,
    }),
  ]);
}
