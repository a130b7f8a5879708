import { cardStanding } from '#core/message/card-standing.ts';
import { sendAgain } from '#core/message/deliver.ts';
import { type InboxItem, inbox, readNotices, type SentItem, sentCards } from '#core/message/inbox.ts';
import {
  messageSettings,
  personMessageSettings,
  saveMessageSettings,
  savePersonMessageSettings,
} from '#core/message/message-settings.ts';
import { nowOf, type TenantContext } from '#core/ports/services.ts';
import { type AnyRoute, route } from '../route.ts';
import {
  CompanyMessageSettings,
  NoticeList,
  NoticeQuery,
  type NoticeView,
  OwnMessageSettings,
  OwnMessageSettingsView,
  ReadBody,
  SentQuery,
  SentView,
  UnreadView,
} from '../schemas/messages.ts';
import { List } from '../schemas/shared.ts';

const tag = 'Notices';
const pageSize = 30;

const noticeView = ({ notice, title, lines, path }: InboxItem): NoticeView => ({
  id: notice.id,
  kind: notice.kind,
  title,
  lines: lines.map((line) => ({ ...line })),
  path,
  createdAt: notice.createdAt,
  readAt: notice.readAt,
});

const sentView = ({ message, personName, reason }: SentItem): SentView => ({
  id: message.id,
  kind: message.kind,
  personName,
  state: message.state,
  reason,
  platformCode: message.platformCode,
  attempts: message.attempts,
  sentAt: message.sentAt,
  createdAt: message.createdAt,
});

async function ownView(tenant: TenantContext): Promise<OwnMessageSettingsView> {
  const [own, company, cards] = await Promise.all([
    personMessageSettings(tenant.store, tenant.actor.id ?? ''),
    messageSettings(tenant.store),
    cardStanding(tenant),
  ]);
  return {
    own: { ...own, off: [...own.off] },
    companyOff: [...company.off],
    cardsPossible: cards.possible,
    cardsNotSetUp: cards.notSetUp?.[tenant.lang] ?? null,
  };
}

async function companyView(tenant: TenantContext): Promise<CompanyMessageSettings> {
  const settings = await messageSettings(tenant.store);
  return { ...settings, off: [...settings.off] };
}

const settings: readonly AnyRoute[] = [
  route({
    method: 'get',
    path: '/api/v1/notices/settings',
    permission: 'signed_in',
    tag,
    summary: 'Which cards the caller wants in the office app',
    response: OwnMessageSettingsView,
    handle: ({ tenant }) => ownView(tenant),
  }),
  route({
    method: 'put',
    path: '/api/v1/notices/settings',
    permission: 'signed_in',
    tag,
    summary: 'Choose which cards the caller wants in the office app',
    body: OwnMessageSettings,
    response: OwnMessageSettingsView,
    async handle({ services, tenant, body }) {
      const { store, actor } = tenant;
      await store.commit([savePersonMessageSettings(store, actor.id ?? '', body, nowOf(services))]);
      return ownView(tenant);
    },
  }),
  route({
    method: 'get',
    path: '/api/v1/messages/settings',
    permission: 'settings.read',
    tag,
    summary: "The company's quiet hours, digest time, and kinds that are off",
    response: CompanyMessageSettings,
    handle: ({ tenant }) => companyView(tenant),
  }),
  route({
    method: 'put',
    path: '/api/v1/messages/settings',
    permission: 'settings.write',
    tag,
    summary: "Save the company's rules for cards",
    body: CompanyMessageSettings,
    response: CompanyMessageSettings,
    async handle({ services, tenant, body }) {
      const { store, actor, tenantId } = tenant;
      const at = nowOf(services);
      await store.commit([
        saveMessageSettings(store, body, at),
        store.audit.add({
          actor,
          action: 'message.settings_changed',
          subjectKind: 'company',
          subjectId: tenantId,
          at,
        }),
      ]);
      return companyView(tenant);
    },
  }),
];

/** The inbox of every member of staff, and the cards that carry it into the office app. */
export const routes: readonly AnyRoute[] = [
  route({
    method: 'get',
    path: '/api/v1/notices',
    permission: 'signed_in',
    tag,
    summary: "The caller's notices, newest first",
    query: NoticeQuery,
    response: NoticeList,
    async handle({ tenant, query }) {
      const page = { cursor: query.cursor, limit: query.limit ?? pageSize };
      const found = await inbox(tenant, { unread: query.unread === 'true' }, page);
      return { items: found.items.map(noticeView), nextCursor: found.nextCursor };
    },
  }),
  route({
    method: 'get',
    path: '/api/v1/notices/unread',
    permission: 'signed_in',
    tag,
    summary: 'How many notices the caller has not read',
    response: UnreadView,
    handle: async ({ tenant }) => ({ unread: await tenant.store.messages.unread(tenant.actor.id ?? '') }),
  }),
  route({
    method: 'post',
    path: '/api/v1/notices/read',
    permission: 'signed_in',
    tag,
    summary: "Mark the caller's notices as read; without ids all of them",
    body: ReadBody,
    response: UnreadView,
    naturallyIdempotent: true,
    async handle({ tenant, body }) {
      await readNotices(tenant, body.ids ?? null);
      return { unread: await tenant.store.messages.unread(tenant.actor.id ?? '') };
    },
  }),
  ...settings,
  route({
    method: 'get',
    path: '/api/v1/messages',
    permission: 'settings.read',
    tag,
    summary: 'Cards that were sent to the staff, with what became of each',
    query: SentQuery,
    response: List(SentView),
    async handle({ tenant, query }) {
      const page = { cursor: query.cursor, limit: query.limit ?? pageSize };
      const found = await sentCards(tenant, { state: query.state }, page);
      return { items: found.items.map(sentView), nextCursor: found.nextCursor };
    },
  }),
  route({
    method: 'post',
    path: '/api/v1/messages/:messageId/send-again',
    permission: 'settings.write',
    tag,
    summary: 'Send a card again that was given up',
    response: 'none',
    handle: ({ tenant, params }) => sendAgain(tenant, params.messageId ?? ''),
  }),
];
