import { createContext, type ReactNode, useContext } from 'react';
import type { ClientBridge } from '#core/ports/client-bridge.ts';

/** Where the staff's pages stand: below which address, in whose client, and how a session is had again. */
export interface AppPlace {
  /** `/app`, or the entry of an office client. */
  readonly base: string;
  /** The office platform whose entry this is; null in a plain browser. */
  readonly platform: string | null;
  readonly bridge: ClientBridge;
  /** Sent with every request. */
  readonly headers: Readonly<Record<string, string>>;
  /** A session kept in memory, where the frame gets no cookie. */
  readonly bearer: () => string | null;
  /** Signs in again after the session has ended; null: only a person can. */
  readonly renew: (() => Promise<void>) | null;
}

/** What a plain browser can do by itself. */
export const browserBridge = (): ClientBridge => ({
  signInCode: null,
  setTitle: () => undefined,
  close: null,
  share:
    typeof navigator.share === 'function'
      ? ({ url, title, text }) => navigator.share({ url, title, text })
      : null,
  shareOutside: null,
  scan: null,
  preview: null,
  pickPeople: null,
  dictate: null,
  showName: null,
});

/** The HR app in a plain browser. */
export const plainPlace = (): AppPlace => ({
  base: '/app',
  platform: null,
  bridge: browserBridge(),
  headers: {},
  bearer: () => null,
  renew: null,
});

const PlaceContext = createContext<AppPlace | null>(null);

/** Gives the page's surroundings to everything inside. */
export function AppPlaceProvider(props: { readonly place: AppPlace; readonly children: ReactNode }) {
  return <PlaceContext.Provider value={props.place}>{props.children}</PlaceContext.Provider>;
}

/** The page's surroundings; null where nobody gave any. */
export function useAppPlace(): AppPlace | null {
  return useContext(PlaceContext);
}
