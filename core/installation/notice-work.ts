import { AppError } from '../errors/app-error.ts';
import { openPlatform, platformOf } from '../platform/connection.ts';
import type { MarketplaceGrant, MarketplaceNotice } from '../ports/platform-marketplace.ts';
import type { MarketplaceInstallation, StoredNotice } from '../ports/repositories/marketplace.ts';
import { nowOf, type Services } from '../ports/services.ts';
import { followAdminRoles } from './admin-roles.ts';
import { grantOf } from './grant.ts';
import { installCompany } from './install-company.ts';
import { type InstallationEvent, mayCall } from './installation-state.ts';
import { marketplaceOf, providerTools } from './provider-tools.ts';
import { openNotice } from './receive-notices.ts';
import { settle } from './settle.ts';

type About = Extract<MarketplaceNotice, { readonly kind: InstallationEvent }>;

/** Acts on a verified notice. Twice is as good as once, and any order ends in what the platform says last. */
export async function noticeWork(services: Services, noticeId: string): Promise<void> {
  const { marketplace } = services.system;
  const stored = await marketplace.notice(noticeId);
  if (!stored || stored.doneAt !== null) return;
  const notice = await openNotice(services, stored);
  await actOn(services, stored, notice);
  await services.system.commit([marketplace.finishNotice(noticeId, nowOf(services))]);
}

async function actOn(services: Services, stored: StoredNotice, notice: MarketplaceNotice): Promise<void> {
  if (notice.kind === 'directory') return passOn(services, stored, notice);
  if (notice.kind === 'admins') return followAdmins(services, stored.platform, notice.corpId);
  if (notice.kind === 'code') return redeem(services, stored, notice.authCode);
  const about: About = notice;
  const living = await services.system.marketplace.living(stored.platform, about.corpId);
  const installerId = about.kind === 'granted' ? about.installerId : null;
  const grant: MarketplaceGrant = { corpId: about.corpId, companyName: null, installerId, settings: {} };
  // Notices come late and in any order: the one that the platform dates last says how it stands.
  const turn =
    about.kind === 'changed'
      ? null
      : await services.system.marketplace.newestTurn(stored.platform, about.corpId);
  const event = turn ?? about.kind;
  await follow(services, stored.platform, { living, event, grant, redeemed: false });
}

async function redeem(services: Services, { platform }: StoredNotice, authCode: string): Promise<void> {
  const tools = providerTools(services, platformOf(services, platform));
  let grant: MarketplaceGrant;
  try {
    grant = await marketplaceOf(services, platform).redeem(authCode, tools);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'PLATFORM_SIGN_IN') throw error;
    // Used or over: only a new installation by the company's administrator brings another code.
    services.log.error('marketplace.code_refused', { platform }, error);
    return;
  }
  const living = await services.system.marketplace.living(platform, grant.corpId);
  await follow(services, platform, { living, event: 'granted', grant, redeemed: true });
}

interface Following {
  readonly living: MarketplaceInstallation | null;
  readonly event: InstallationEvent;
  readonly grant: MarketplaceGrant;
  /** The grant's settings are new, not only its names. */
  readonly redeemed: boolean;
}

async function follow(services: Services, platformId: string, following: Following): Promise<void> {
  const { living, event, grant, redeemed } = following;
  const tools = providerTools(services, platformOf(services, platformId));
  const settings = redeemed || !living ? grant.settings : await grantOf(services, living);
  const standing = await marketplaceOf(services, platformId).standing(
    { corpId: grant.corpId, settings },
    tools,
  );
  if (living) {
    const named = { ...grant, settings };
    return settle(services, {
      row: living,
      event,
      standing,
      grant: redeemed ? named : null,
      installerId: grant.installerId,
    });
  }
  const begins =
    standing.kind === 'authorised' || (event === 'granted' && standing.kind !== 'gone' && redeemed);
  // Gone before it was here, or a notice about a company that never installed.
  if (!begins || event === 'uninstalled') return;
  const told = standing.kind === 'authorised' ? standing.grant : grant;
  const whole = { ...told, installerId: grant.installerId ?? told.installerId };
  const row = await installCompany(services, platformId, whole);
  const first = event === 'suspended' ? event : 'granted';
  return settle(services, { row, event: first, standing, grant: null, installerId: null });
}

async function followAdmins(services: Services, platform: string, corpId: string): Promise<void> {
  const row = await services.system.marketplace.living(platform, corpId);
  if (!row || row.state === 'erased' || !mayCall(row.state)) return;
  const store = services.stores.open(row.companyId);
  const { connection } = await openPlatform(services, store);
  await followAdminRoles(services, store, connection, null);
}

/** A company's own event that came to the provider's address: from here on as if it had come to the company's. */
async function passOn(
  services: Services,
  { id, platform }: StoredNotice,
  { corpId, change }: Extract<MarketplaceNotice, { readonly kind: 'directory' }>,
): Promise<void> {
  const row = await services.system.marketplace.living(platform, corpId);
  if (!row) return;
  const store = services.stores.open(row.companyId);
  if (await store.platform.event(id)) return;
  await services.system.commit([
    store.platform.addEvent({
      id,
      installationId: row.id,
      change,
      receivedAt: nowOf(services),
      doneAt: null,
    }),
    services.system.enqueue(row.companyId, 'platform.event', { eventId: id }),
  ]);
}
