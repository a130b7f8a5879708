import { type Permission, permissionsOf } from '../access/permissions.ts';
import type { Interview } from '../ports/repositories/interviews.ts';
import { nowOf, type TenantContext } from '../ports/services.ts';
import type { Change } from '../ports/unit-of-work.ts';
import type { Closing, NoticeKind } from './notice-kinds.ts';

/** Something to tell people of the staff. */
export interface News {
  readonly kind: NoticeKind;
  /** Ids of people; whoever does the thing is left out, because they know. */
  readonly to: readonly string[];
  /** What it is about; its page is opened by the notice (`noticePath`), and `closeCards` names it again. */
  readonly subjectId: string;
  /** Whose name and job stand in the words; looked up when it is read. */
  readonly applicationId?: string | null | undefined;
  /** Tells this news from others of the kind about the subject: the same key is told a person once. */
  readonly key?: string | undefined;
  /** `at` ISO time, `place`, `by` person id, `state` a code; no names. */
  readonly params?: Readonly<Record<string, string | number>> | undefined;
  /** Its card may come in quiet hours. */
  readonly urgent?: boolean | undefined;
}

/**
 * The writes that tell people: put them into the batch of the event that causes them, so that both happen or neither. Each person
 * finds it in the inbox at once; a card over the office platform follows by a job.
 */
export function notify(
  { services, store, tenantId, actor }: Pick<TenantContext, 'services' | 'store' | 'tenantId' | 'actor'>,
  news: News,
): readonly Change[] {
  const createdAt = nowOf(services);
  const to = [...new Set(news.to)].filter((id) => id !== '' && id !== actor.id);
  return to.flatMap((personId) => [
    store.messages.addNotice({
      id: services.ids.next('ntc'),
      personId,
      kind: news.kind,
      key: [news.kind, news.subjectId, news.key ?? ''].join(':'),
      subjectId: news.subjectId,
      applicationId: news.applicationId ?? null,
      params: news.params ?? {},
      urgent: news.urgent ?? false,
      card: 'wanted',
      messageId: null,
      createdAt,
      readAt: null,
    }),
    services.system.enqueue(tenantId, 'message.deliver', { personId }),
  ]);
}

/** The write by which cards about a subject lose their buttons and show what came of it; put it into the batch that settles it. */
export const closeCards = (
  { services, tenantId }: Pick<TenantContext, 'services' | 'tenantId'>,
  subjectId: string,
  closing: Closing,
): Change =>
  services.system.enqueue(tenantId, 'message.close', { subjectId, closing, before: nowOf(services) });

/** Ids of the active staff who may do something. */
export async function peopleWith(
  { store }: Pick<TenantContext, 'store'>,
  permission: Permission,
): Promise<readonly string[]> {
  const people = await store.people.list();
  return people
    .filter(({ state, roles }) => state === 'active' && permissionsOf(roles).has(permission))
    .map(({ id }) => id);
}

/** Whom an interview's news goes to: who invited, while they may still decide; else everyone who may. */
export async function interviewOwners(
  context: Pick<TenantContext, 'store'>,
  { createdBy }: Pick<Interview, 'createdBy'>,
): Promise<readonly string[]> {
  const deciders = await peopleWith(context, 'decision.write');
  return deciders.includes(createdBy) ? [createdBy] : deciders;
}
