import { createContext, type ReactNode, useContext } from 'react';
import type { Permission } from '#core/access/permissions.ts';
import type { ApiClient } from './api-client.ts';

/** Who is signed in, as `GET /api/v1/session` answers. */
export interface Session {
  readonly person: { readonly id: string; readonly name: string | null; readonly roles: readonly string[] };
  readonly tenant: {
    readonly id: string;
    readonly name: string;
    readonly sample: boolean;
    /** `suspended`: everything can be read, nothing changed. */
    readonly state?: 'active' | 'suspended';
    /** When an uninstalled company is erased. */
    readonly eraseAt?: string | null;
  };
  readonly locale: string;
  /** IANA zone of the company; the browser's own when the server names none. */
  readonly zone?: string;
  readonly permissions: readonly Permission[];
}

const ApiContext = createContext<ApiClient | null>(null);
const SessionContext = createContext<Session | null>(null);
const ReadAgainContext = createContext<() => void>(() => undefined);

/** Gives the API client to everything inside. */
export function ApiProvider(props: { readonly api: ApiClient; readonly children: ReactNode }) {
  return <ApiContext.Provider value={props.api}>{props.children}</ApiContext.Provider>;
}

/** The page's API client. @throws Error outside an `ApiProvider`. */
export function useApi(): ApiClient {
  const api = useContext(ApiContext);
  if (api === null) throw new Error('useApi needs an ApiProvider above it');
  return api;
}

/** Gives the session to everything inside. */
export function SessionProvider(props: {
  readonly session: Session;
  /** Reads the session again. */
  readonly onReadAgain: () => void;
  readonly children: ReactNode;
}) {
  return (
    <ReadAgainContext.Provider value={props.onReadAgain}>
      <SessionContext.Provider value={props.session}>{props.children}</SessionContext.Provider>
    </ReadAgainContext.Provider>
  );
}

/** Reads the session again, after something in it was changed. */
export const useReadSessionAgain = (): (() => void) => useContext(ReadAgainContext);

/** The signed-in person, the company and the permissions. @throws Error outside a `SessionProvider`. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('useSession needs a SessionProvider above it');
  return session;
}

/** Whether the reader holds a permission. It hides what would fail; the server decides. */
export function useMay(permission: Permission): boolean {
  return useSession().permissions.includes(permission);
}
