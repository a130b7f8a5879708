import { AppError } from '../errors/app-error.ts';
import type { ClientSignature } from '../ports/platform-client.ts';
import type { TenantStore } from '../ports/repositories/tenant-store.ts';
import type { Services } from '../ports/services.ts';
import { openPlatform } from './connection.ts';

/**
 * Signs a page's address for the office client of the company.
 * @param url only addresses of this installation of Jinji are signed: a signature opens the client's functions to the page
 * @throws AppError `VALIDATION` for a foreign address, `NOT_FOUND` without an office app that has pages, `PLATFORM_DISCONNECTED`
 */
export async function signClientPage(
  services: Services,
  store: TenantStore,
  url: string,
): Promise<ClientSignature> {
  if (!isOwnAddress(services.publicUrl, url)) {
    throw new AppError('VALIDATION', {
      details: { field: 'url', problem: `${services.publicUrl}/…` },
    });
  }
  const { connection } = await openPlatform(services, store);
  if (!connection.client) throw new AppError('NOT_FOUND');
  const nonceStr = (await services.digest.sha256(services.random.token(128))).slice(0, 16);
  return connection.client.sign({ url, nonceStr });
}

/** Whether an address lies on this installation: scheme, host and port, nobody's name before the host. */
export function isOwnAddress(publicUrl: string, url: string): boolean {
  const own = `${publicUrl}/`;
  return url.startsWith(own) && !/[\s\\]/.test(url);
}
