import type { Services } from '../ports/services.ts';
import { nowOf } from '../ports/services.ts';

/** Destroys a tenant's keys and objects; given by the object store's side. */
export type EraseObjects = (tenantId: string) => Promise<number>;

/**
 * Erases a company: keys first, so that nothing can be read any more, then objects, then rows; a tombstone without a
 * name stays. Safe to repeat after a stop at any point.
 */
export async function eraseCompanyWork(
  services: Services,
  eraseObjects: EraseObjects,
  tenantId: string,
): Promise<void> {
  const { system, log } = services;
  const tenant = await system.tenant(tenantId);
  if (tenant?.state !== 'erasing') return;
  const objects = await eraseObjects(tenantId);
  const rows = await system.eraseTenantRows(tenantId);
  await system.commit([system.setTenantState(tenantId, 'erasing', 'erased', nowOf(services))]);
  log.info('company.erased', { tenant: tenantId, objects, rows });
}
