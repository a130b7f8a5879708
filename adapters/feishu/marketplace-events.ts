import { isRecord } from '#adapters/shared/platform-call.ts';
import type { CallbackRequest } from '#core/ports/platform.ts';
import type { MarketplaceNotice, ProviderTicket, ReceivedNotices } from '#core/ports/platform-marketplace.ts';
import { answer, changeOf, type OpenedPush, openPush } from './events.ts';
import type { FeishuStore } from './store.ts';

/** A ticket comes every hour and lives three: https://open.feishu.cn/document/server-docs/event-subscription-guide/app-ticket-events (read 2026-02). */
const ticketMs = 3 * 3_600_000;
/** From here on a number counts microseconds: some events print them. */
const microseconds = 1e15;

/**
 * Verifies and reads a push to the store app: events of all companies come to one address, each names its `tenant_key`.
 * https://open.feishu.cn/document/server-docs/application-v6/event (read 2026-02)
 */
export function receiveStorePush(
  store: FeishuStore,
  request: CallbackRequest,
  nowMs: number,
): ReceivedNotices {
  const nowSeconds = Math.floor(nowMs / 1000);
  const push = openPush(store, request, nowSeconds);
  if (push.check !== null) return { answer: answer(push.check), ticket: null, notices: [] };
  const at = timeOf(push, nowMs);
  const notice = noticeOf(push, nowSeconds);
  return {
    answer: answer({}),
    ticket: ticketOf(push, at),
    notices: notice === null || push.id === '' ? [] : [{ id: push.id, at, notice }],
  };
}

/** Seconds with a fraction in the old envelope; milliseconds, or microseconds, in the new one. */
function timeOf({ header }: OpenedPush, nowMs: number): number {
  const created = Number(header.create_time);
  if (created > 0) return Math.floor(created > microseconds ? created / 1000 : created);
  const seconds = Number(header.ts);
  return seconds > 0 ? Math.floor(seconds * 1000) : nowMs;
}

function ticketOf({ type, event }: OpenedPush, at: number): ProviderTicket | null {
  const { app_ticket: value } = event;
  if (type !== 'app_ticket' || typeof value !== 'string' || value === '') return null;
  return { value, expiresAt: at + ticketMs };
}

const openId = (value: unknown): string | null =>
  isRecord(value) && typeof value.open_id === 'string' && value.open_id !== '' ? value.open_id : null;

function noticeOf({ type, header, event }: OpenedPush, nowSeconds: number): MarketplaceNotice | null {
  const corpId = String(header.tenant_key ?? event.tenant_key ?? '');
  if (corpId === '') return null;
  switch (type) {
    case 'app_open':
      // `installer_employee` is anybody of the staff: no reason to make that person an owner.
      return { kind: 'granted', corpId, installerId: openId(event.installer) };
    case 'app_status_change':
      if (event.status === 'start_by_tenant') return { kind: 'resumed', corpId };
      return /^stop_by_(tenant|platform)$/.test(String(event.status)) ? { kind: 'suspended', corpId } : null;
    case 'app_uninstalled':
      return { kind: 'uninstalled', corpId };
    default:
      return companyEvent(corpId, changeOf(type, event, nowSeconds));
  }
}

function companyEvent(corpId: string, change: ReturnType<typeof changeOf>): MarketplaceNotice | null {
  if (change.kind === 'none') return null;
  return change.kind === 'directory' ? { kind: 'changed', corpId } : { kind: 'directory', corpId, change };
}
