import { permissionsOf } from '../access/permissions.ts';
import type { PlatformChange } from '../ports/platform.ts';
import type { TenantStore } from '../ports/repositories/tenant-store.ts';
import { nowOf, type Services, type TenantContext, tenantContext } from '../ports/services.ts';
import type { Change } from '../ports/unit-of-work.ts';
import { confirmRound } from '../second-round/confirm-round.ts';
import { closeMessage } from './settle-cards.ts';

type CardAction = Extract<PlatformChange, { readonly kind: 'card_action' }>;

/** The permission that a button's deed asks for, besides that the card is the presser's own. */
const demanded = { acknowledge: 'rating.write' } as const;

/**
 * Acts on a pressed button as the person who pressed it: the account on the platform must be theirs, the card must be theirs, and
 * their role must allow it now. Pressed twice, or by somebody else, nothing happens.
 */
export async function actOnCard(services: Services, store: TenantStore, pressed: CardAction): Promise<void> {
  const message = await store.messages.message(pressed.cardKey);
  const account = await store.platform.account(pressed.personId);
  if (!message || account?.personId !== message.personId || message.closed !== 'open') return;
  const person = await store.people.get(message.personId);
  if (person?.state !== 'active' || pressed.action !== 'acknowledge') return;
  if (!permissionsOf(person.roles).has(demanded[pressed.action])) return;
  const lang = person.locale === 'en-US' ? 'en' : 'zh';
  const context = tenantContext(services, store.tenantId, { kind: 'person', id: person.id }, lang);
  const revision = message.revision + (pressed.ref === null ? 0 : 1);
  await store.commit([
    ...(pressed.ref === null
      ? []
      : [
          store.messages.update(message.id, message.revision, {
            ref: pressed.ref,
            updatedAt: nowOf(services),
          }),
        ]),
    ...(await seen(context, message.id)),
  ]);
  await closeMessage(context, { ...message, ref: pressed.ref ?? message.ref, revision }, 'acknowledged');
}

async function seen(context: TenantContext, messageId: string): Promise<readonly Change[]> {
  const { services, store, actor } = context;
  const notices = await store.messages.noticesOf(messageId);
  const at = nowOf(services);
  const rounds = await Promise.all(notices.map(({ subjectId }) => confirmRound(context, subjectId)));
  return [
    store.messages.markRead(
      actor.id ?? '',
      notices.map(({ id }) => id),
      at,
    ),
    ...rounds.flat(),
    store.audit.add({
      actor,
      action: 'message.acknowledged',
      subjectKind: 'message',
      subjectId: messageId,
      at,
    }),
  ];
}
