import { sql } from 'drizzle-orm';
import type { DeliveryRepository } from '#core/ports/repositories/deliveries.ts';
import { platformDeliveries as deliveries } from '../schema/platforms.ts';
import { own, type Scope } from './scope.ts';

const heardAgainMs = 600_000;

/** How events of one company arrive; the lease is taken and kept by one statement. */
export function deliveryRepository(scope: Scope): DeliveryRepository {
  const { database, tenantId } = scope;
  const ours = (id: string) => sql`tenant_id = ${tenantId} and id = ${id}`;
  return {
    async get(id) {
      const rows = await database.orm
        .select()
        .from(deliveries)
        .where(own(scope, deliveries, id));
      const row = rows[0];
      if (!row) return null;
      const { way, heardAt, connectedAt, lostAt, errorCode } = row;
      return { way, heardAt, connectedAt, lostAt, errorCode };
    },
    async setWay(id, way) {
      await database.run(
        sql`insert into platform_deliveries (tenant_id, id, way, lease_until) values (${tenantId}, ${id}, ${way}, 0)
            on conflict (tenant_id, id) do update set way = excluded.way`,
      );
    },
    async heard(id, at) {
      const before = new Date(Date.parse(at) - heardAgainMs).toISOString();
      await database.run(
        sql`insert into platform_deliveries (tenant_id, id, way, heard_at, lease_until)
            values (${tenantId}, ${id}, 'callback', ${at}, 0)
            on conflict (tenant_id, id) do update set heard_at = excluded.heard_at
            where heard_at is null or heard_at < ${before}`,
      );
    },
    async lease(id, lease, now, until) {
      const n = await database.run(
        sql`update platform_deliveries set lease = ${lease}, lease_until = ${until}
            where ${ours(id)} and way = 'connection' and (lease is null or lease = ${lease} or lease_until <= ${now})`,
      );
      return n === 1;
    },
    async report(id, lease, { connectedAt, lostAt, errorCode }) {
      await database.run(
        sql`update platform_deliveries set connected_at = ${connectedAt}, lost_at = ${lostAt}, error_code = ${errorCode}
            where ${ours(id)} and lease = ${lease}`,
      );
    },
    async release(id, lease) {
      await database.run(
        sql`update platform_deliveries set lease = null, lease_until = 0, connected_at = null
            where ${ours(id)} and lease = ${lease}`,
      );
    },
  };
}
