import { AppError } from '../errors/app-error.ts';
import type { Delivery } from '../ports/repositories/deliveries.ts';
import { nowOf, type TenantContext } from '../ports/services.ts';
import { openPlatform } from './connection.ts';

/** How the platform's events arrive, and whether they could over a connection of our own. */
export interface EventDelivery extends Delivery {
  readonly connectionOffered: boolean;
}

/** @throws AppError `NOT_FOUND` without a connection, `PLATFORM_DISCONNECTED` */
export async function eventDelivery({ services, store }: TenantContext): Promise<EventDelivery> {
  const { row, connection } = await openPlatform(services, store);
  const none: Delivery = { way: 'callback', heardAt: null, connectedAt: null, lostAt: null, errorCode: null };
  const known = await store.platform.deliveries.get(row.id);
  return { ...(known ?? none), connectionOffered: connection.stream !== undefined };
}

/**
 * Chooses how events arrive; the connection is opened or closed within seconds.
 * @throws AppError `VALIDATION` where there is no such way, `NOT_FOUND`, `PLATFORM_DISCONNECTED`
 */
export async function chooseDelivery(context: TenantContext, way: Delivery['way']): Promise<EventDelivery> {
  const { services, store, actor, lang } = context;
  const { row, connection } = await openPlatform(services, store);
  if (way === 'connection' && connection.stream === undefined) {
    const problem =
      lang === 'zh'
        ? '这里不能使用长连接：需要在 Node 上运行，并且是平台提供长连接的自建应用'
        : 'a long connection needs Node, and an app that the company built itself on a platform that offers one';
    throw new AppError('VALIDATION', { details: { field: 'way', problem } });
  }
  await store.platform.deliveries.setWay(row.id, way);
  await store.commit([
    store.audit.add({
      actor,
      action: 'platform.delivery_chosen',
      subjectKind: 'platform',
      subjectId: row.id,
      at: nowOf(services),
      data: { way },
    }),
  ]);
  return eventDelivery(context);
}
