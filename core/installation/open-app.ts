import type { Device } from '../company/device.ts';
import { AppError } from '../errors/app-error.ts';
import { openPlatform } from '../platform/connection.ts';
import { enterAs } from '../platform/sign-in.ts';
import type { MarketplaceIdentity } from '../ports/platform-marketplace.ts';
import type { MarketplaceInstallation } from '../ports/repositories/marketplace.ts';
import type { Services } from '../ports/services.ts';
import { marketplaceOf } from './provider-tools.ts';

const openedUrl = (services: Services, platformId: string): string =>
  `${services.publicUrl}/platform/${platformId}/opened`;

/** The company's installation. @throws AppError `APP_NOT_INSTALLED` when there is none, or it is not ready yet */
export async function installedFor(
  services: Services,
  platformId: string,
  corpId: string,
): Promise<MarketplaceInstallation> {
  const row = await services.system.marketplace.living(platformId, corpId);
  if (!row || row.state === 'pending') {
    throw new AppError('APP_NOT_INSTALLED', { details: { platform: platformId } });
  }
  return row;
}

/** @throws AppError `NOT_FOUND`, `APP_NOT_INSTALLED` where only an address that names the company leads in */
export function identityOf(services: Services, platformId: string): MarketplaceIdentity {
  const { identity } = marketplaceOf(services, platformId);
  if (!identity) throw new AppError('APP_NOT_INSTALLED', { details: { platform: platformId } });
  return identity;
}

/** Begins a sign-in of somebody whose company is not known yet. */
export async function startOpening(services: Services, platformId: string, userAgent: string) {
  const identity = identityOf(services, platformId);
  const state = await services.digest.sha256(services.random.token(256));
  const verifier = await services.digest.sha256(services.random.token(256));
  const redirectUri = openedUrl(services, platformId);
  return { address: identity.signInAddress({ redirectUri, state, userAgent, verifier }), state, verifier };
}

/**
 * Redeems the platform's code: it says which company, and there a session is opened.
 * @throws AppError `PLATFORM_SIGN_IN`, `APP_NOT_INSTALLED`, `PLATFORM_DISCONNECTED`, `FORBIDDEN`
 */
export async function finishOpening(
  services: Services,
  platformId: string,
  given: {
    readonly query: Readonly<Record<string, string>>;
    readonly verifier: string;
    readonly locale: string;
    readonly device?: Device | null;
  },
): Promise<{ readonly installationId: string; readonly sessionToken: string }> {
  const identity = identityOf(services, platformId);
  const value = given.query[identity.codeParameter];
  if (!value) throw new AppError('PLATFORM_SIGN_IN', { details: { platform: platformId } });
  const redirectUri = openedUrl(services, platformId);
  const { corpId, ...user } = await identity.userOf({ value, redirectUri, verifier: given.verifier });
  const row = await installedFor(services, platformId, corpId);
  const store = services.stores.open(row.companyId);
  const { connection } = await openPlatform(services, store);
  const entering = { user, locale: given.locale, device: given.device };
  const { sessionToken } = await enterAs(services, store, connection, entering);
  return { installationId: row.id, sessionToken };
}
