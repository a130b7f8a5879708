import type { AppRoute, AreaModule, NavEntry } from '../kit/app-route.ts';

/** Each page area registers itself by having `plugins/web/<area>/routes.tsx`. */
const areas = Object.values(import.meta.glob<AreaModule>('../*/routes.tsx', { eager: true }));

/** All pages of the HR app. */
export const routes: readonly AppRoute[] = areas.flatMap((area) => area.routes);

/** The main navigation in its order. */
export const navEntries: readonly NavEntry[] = areas
  .flatMap((area) => area.nav)
  .sort((a, b) => a.order - b.order);
