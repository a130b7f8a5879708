import { AppError } from '../errors/app-error.ts';
import type { Services } from '../ports/services.ts';
import { nowOf } from '../ports/services.ts';

/** Destroys a tenant's keys and objects; given by the object store's side. */
export type EraseObjects = (tenantId: string) => Promise<number>;

/**
 * Erases a company: keys first, so that nothing can be read any more, then objects, then rows; a tombstone without a
 * name stays, and where the company came by a marketplace the proof that nothing else did. Safe to repeat after a stop at any point.
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
  const remaining = await system.countTenantRows(tenantId);
  if (remaining > 0) throw new AppError('CONFLICT', { details: { remaining } });
  const erasedAt = nowOf(services);
  const installation = await system.marketplace.ofCompany(tenantId);
  await system.commit([
    system.setTenantState(tenantId, 'erasing', 'erased', erasedAt),
    ...(installation
      ? [
          system.marketplace.update(installation.id, installation.revision, {
            state: 'erased',
            changedAt: erasedAt,
            proof: { erasedAt, rows, objects, remaining },
          }),
        ]
      : []),
  ]);
  log.info('company.erased', { tenant: tenantId, objects, rows });
}
