import { AppError } from '#core/errors/app-error.ts';
import { setAdminRoleRule } from '#core/installation/admin-roles.ts';
import { monthlyQuota } from '#core/organisation/monthly-quota.ts';
import { checkPlatform, connectPlatform, disconnectPlatform } from '#core/platform/connect-platform.ts';
import { openPlatform } from '#core/platform/connection.ts';
import { chooseDelivery, eventDelivery } from '#core/platform/event-delivery.ts';
import { type PlatformStatus, platformStatuses } from '#core/platform/platform-status.ts';
import type { PermissionCheck } from '#core/ports/platform.ts';
import { type AnyRoute, route } from '../route.ts';
import {
  AdminRolesBody,
  ChecksView,
  ConnectBody,
  DeliveryBody,
  DeliveryView,
  MonthlyCallsView,
  PlatformView,
} from '../schemas/platforms.ts';
import { List } from '../schemas/shared.ts';

const tag = 'Office platforms';

const view = ({ manifest, quota, connected }: PlatformStatus): PlatformView => ({
  id: manifest.id,
  name: manifest.name,
  settings: manifest.settings.map(({ pattern: _, ...setting }) => setting),
  permissions: [...manifest.permissions],
  quota,
  connected: connected && {
    installationId: connected.installation.id,
    corpId: connected.installation.corpId,
    kind: connected.installation.kind,
    state: connected.installation.state,
    settings: { ...connected.settings },
    callbackUrl: connected.callbackUrl,
    homeUrl: connected.homeUrl,
    redirectUrl: connected.redirectUrl,
    connectedAt: connected.installation.createdAt,
    checks: connected.installation.checks && {
      ...connected.installation.checks,
      results: [...connected.installation.checks.results],
    },
    facts: connected.installation.facts,
    adminRoles: connected.adminRoles,
  },
});

const checksView = (checks: readonly PermissionCheck[]): ChecksView => ({ checks: [...checks] });

async function connectedTo(tenant: Parameters<typeof platformStatuses>[0], platform: string): Promise<void> {
  if ((await tenant.store.platform.installation())?.platform !== platform) throw new AppError('NOT_FOUND');
}

/** Connecting an office platform. */
export const routes: readonly AnyRoute[] = [
  route({
    method: 'get',
    path: '/api/v1/platforms',
    permission: 'settings.read',
    tag,
    summary: 'Office platforms, what each asks for, and which one is connected',
    response: List(PlatformView),
    handle: async ({ tenant }) => ({ items: (await platformStatuses(tenant)).map(view), nextCursor: null }),
  }),
  route({
    method: 'get',
    path: '/api/v1/office-calls',
    permission: 'settings.read',
    tag,
    summary: "This month's calls of the connected platform's free edition, by Jinji's own count",
    response: MonthlyCallsView,
    handle: async ({ services, tenant }) => ({ quota: await monthlyQuota(services, tenant.store) }),
  }),
  route({
    method: 'put',
    path: '/api/v1/platforms/:platform',
    permission: 'settings.write',
    tag,
    summary:
      'Connect a self-built app or change its settings; tries every permission before anything is saved',
    body: ConnectBody,
    response: ChecksView,
    handle: async ({ tenant, params, body }) =>
      checksView((await connectPlatform(tenant, params.platform ?? '', body.settings)).checks),
  }),
  route({
    method: 'post',
    path: '/api/v1/platforms/:platform/check',
    permission: 'settings.write',
    tag,
    summary: 'Try every permission of the connected app again',
    response: ChecksView,
    async handle({ tenant, params }) {
      await connectedTo(tenant, params.platform ?? '');
      return checksView(await checkPlatform(tenant));
    },
  }),
  route({
    method: 'get',
    path: '/api/v1/platforms/:platform/delivery',
    permission: 'settings.read',
    tag,
    summary: 'How events of the platform arrive, and when one last did',
    response: DeliveryView,
    async handle({ tenant, params }) {
      await connectedTo(tenant, params.platform ?? '');
      return { ...(await eventDelivery(tenant)) };
    },
  }),
  route({
    method: 'put',
    path: '/api/v1/platforms/:platform/delivery',
    permission: 'settings.write',
    tag,
    summary: 'Choose whether events arrive at the callback address or over a long connection',
    body: DeliveryBody,
    response: DeliveryView,
    async handle({ tenant, params, body }) {
      await connectedTo(tenant, params.platform ?? '');
      return { ...(await chooseDelivery(tenant, body.way)) };
    },
  }),
  route({
    method: 'put',
    path: '/api/v1/platforms/:platform/admin-roles',
    permission: 'settings.write',
    tag,
    summary: 'Which role in Jinji follows from being an administrator on the platform',
    body: AdminRolesBody,
    response: 'none',
    async handle({ tenant, params, body }) {
      await connectedTo(tenant, params.platform ?? '');
      const { connection } = await openPlatform(tenant.services, tenant.store);
      await setAdminRoleRule(tenant, body, connection);
    },
  }),
  route({
    method: 'delete',
    path: '/api/v1/platforms/:platform',
    permission: 'settings.write',
    tag,
    summary: 'Disconnect, and delete everything that came from the platform',
    response: 'none',
    async handle({ tenant, params }) {
      await connectedTo(tenant, params.platform ?? '');
      await disconnectPlatform(tenant);
    },
  }),
];
