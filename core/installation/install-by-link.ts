import { AppError } from '../errors/app-error.ts';
import { platformOf } from '../platform/connection.ts';
import type { InstallLink } from '../ports/platform-marketplace.ts';
import type { Services } from '../ports/services.ts';
import { marketplaceOf, providerTools } from './provider-tools.ts';
import { keepNotice } from './receive-notices.ts';

/** Codes are short texts of the platform's making; whatever else comes back is none. */
const codePattern = /^[\w.~-]{16,512}$/;

/** @throws AppError `NOT_FOUND` where the platform has no such way, or the operator is no provider there */
export function installLinkOf(services: Services, platformId: string): InstallLink {
  const { installLink } = marketplaceOf(services, platformId);
  if (!installLink) throw new AppError('NOT_FOUND', { details: { platform: platformId } });
  return installLink;
}

/**
 * Begins an installation from a link of the operator's own: the platform's page to send the administrator to, and the state by which this
 * browser is known again.
 * @throws AppError `NOT_FOUND` where the platform has no such way, `PLATFORM_BUSY` before the first ticket, and what the platform answers
 */
export async function startInstallByLink(
  services: Services,
  platformId: string,
): Promise<{ readonly address: string; readonly state: string }> {
  const link = installLinkOf(services, platformId);
  const state = await services.digest.sha256(services.random.token(256));
  const redirectUri = `${services.publicUrl}/platform/${platformId}/installed`;
  const tools = providerTools(services, platformOf(services, platformId));
  return { address: await link.address({ redirectUri, state }, tools), state };
}

/**
 * Takes the code that the platform sent the browser back with, as if it had been pushed: it is redeemed by the work that follows, once.
 * The caller has compared the state.
 * @throws AppError `NOT_FOUND`, `PLATFORM_SIGN_IN` without a usable code
 */
export async function finishInstallByLink(
  services: Services,
  platformId: string,
  query: Readonly<Record<string, string>>,
): Promise<void> {
  const authCode = query[installLinkOf(services, platformId).codeParameter] ?? '';
  if (!codePattern.test(authCode))
    throw new AppError('PLATFORM_SIGN_IN', { details: { platform: platformId } });
  await keepNotice(services, platformId, {
    id: `link ${authCode}`,
    at: services.clock.now().getTime(),
    notice: { kind: 'code', authCode },
  });
}
