import type { ComponentType } from 'react';
import type { Permission } from '#core/access/permissions.ts';
import type { MessageKey, PlainMessageKey } from '#core/i18n/translator.ts';
import type { IconName } from './icons.tsx';

/** An area of the catalogue: what stands before the dot of its keys. */
export type WordArea = MessageKey extends infer Key
  ? Key extends `${infer Area}.${string}`
    ? Area
    : never
  : never;

/** One page of the HR app. Its code is a chunk of its own, loaded when it is first opened. */
export interface AppRoute {
  /** `/jobs/:jobId`; parts are words or `:names`, read with `useParam`. */
  readonly path: string;
  /** Title of the browser tab. */
  readonly titleKey: PlainMessageKey;
  /** `() => import('./job-list-page.tsx')`; that module exports `Page`. */
  readonly load: () => Promise<{ readonly Page: ComponentType }>;
  /** Areas of words that the page shows besides `common` and `app`; they come along with its code. */
  readonly words?: readonly WordArea[];
  /** Without it the reader sees a page that says so. */
  readonly permission?: Permission;
}

/** An entry of the main navigation. */
export interface NavEntry {
  readonly to: string;
  readonly labelKey: PlainMessageKey;
  readonly icon: IconName;
  /** Ascending; jobs 10, candidates 20, reports 30, settings 90. */
  readonly order: number;
  readonly permission?: Permission;
}

/** What `plugins/web/<area>/routes.tsx` exports. */
export interface AreaModule {
  readonly routes: readonly AppRoute[];
  readonly nav: readonly NavEntry[];
}
