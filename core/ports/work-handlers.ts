import type { BackgroundKind, BackgroundWork } from './background-jobs.ts';
import type { Services } from './services.ts';

/** Does one kind of background work; must bear being called twice for the same work. */
export type WorkHandler<K extends BackgroundKind> = (
  services: Services,
  tenantId: string,
  payload: BackgroundWork[K],
) => Promise<void>;

/** A handler for every kind. */
export type WorkHandlers = { readonly [K in BackgroundKind]: WorkHandler<K> };
