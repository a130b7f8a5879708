import type {
  ClientSessionView,
  ClientStartView,
  SignatureView,
} from '#adapters/http/schemas/client-pages.ts';
import type { BridgeModule, ClientBridge } from '#core/ports/client-bridge.ts';
import type { ApiClient } from '../kit/api-client.ts';
import type { ApiProblem } from '../kit/api-problem.ts';
import { type AppPlace, browserBridge } from '../kit/client-bridge.tsx';
import { asProblem } from '../kit/use-query.ts';
import { type EntryAddress, signInAddress } from './entry-address.ts';

/** Every platform's bridge, loaded only where that platform's client is. */
const bridges = import.meta.glob<BridgeModule>('../../*/bridge.ts');

/** How opening the entry ended. */
export type Entered =
  | { readonly kind: 'in'; readonly place: AppPlace }
  /** The browser is on its way to the platform's sign-in. */
  | { readonly kind: 'leaving' }
  /** Only a person can go on: in a plain browser, or after a refusal. */
  | { readonly kind: 'help'; readonly problem: ApiProblem | null };

/** What opening works with; the browser's own things stand behind it. */
export interface EnterParts {
  readonly entry: EntryAddress;
  readonly userAgent: string;
  readonly framed: boolean;
  /** A client for requests of this entry. */
  readonly client: (bearer: () => string | null, headers: Readonly<Record<string, string>>) => ApiClient;
  readonly go: (address: string) => void;
  /** Lives as long as the window: whether the redirect was tried. */
  readonly tried: { get(): boolean; set(tried: boolean): void };
  readonly loadBridge?: (platform: string) => Promise<BridgeModule | null>;
}

const builtBridge = async (platform: string): Promise<BridgeModule | null> =>
  (await bridges[`../../${platform}/bridge.ts`]?.()) ?? null;

/**
 * Opens the entry of an office client: signs in silently at each opening by the client's code, else by the platform's redirect, once;
 * what is left is a page that a person can act on.
 */
export async function enter(parts: EnterParts): Promise<Entered> {
  const { entry, tried } = parts;
  const headers = { 'X-Jinji-Open': entry.installationId };
  let token: string | null = null;
  const api = parts.client(() => token, headers);
  const path = `/open/${entry.platform}/${entry.installationId}`;
  try {
    const start = await api.get<ClientStartView>(path);
    const bridge = await openedBridge(parts, start, api);
    const place = (renew: AppPlace['renew']): AppPlace => ({
      base: entry.base,
      platform: entry.platform,
      bridge: bridge ?? browserBridge(),
      headers,
      bearer: () => token,
      renew,
    });
    const code = bridge?.signInCode;
    if (code) {
      const signIn = async ({ state }: ClientStartView) => {
        const body = { code: await code(), state, framed: parts.framed };
        ({ token } = await api.post<ClientSessionView>(`${path}/session`, body));
      };
      await signIn(start);
      return { kind: 'in', place: place(async () => signIn(await api.get<ClientStartView>(path))) };
    }
    return await withoutCode({ parts, api, place, inClient: bridge !== null });
  } catch (error) {
    // The person may be unknown to the code but known to the redirect (an older client): it is tried once.
    const problem = asProblem(error);
    if (problem.problem.status === 404 || tried.get()) return { kind: 'help', problem };
    return redirect(parts);
  }
}

function redirect({ entry, tried, go }: EnterParts): Entered {
  tried.set(true);
  go(signInAddress(entry));
  return { kind: 'leaving' };
}

/** The bridge of this client; null in a plain browser, or where its SDK does not come. */
async function openedBridge(
  { entry, userAgent, loadBridge = builtBridge }: EnterParts,
  start: ClientStartView,
  api: ApiClient,
): Promise<ClientBridge | null> {
  try {
    const module = await loadBridge(entry.platform);
    if (!module?.isClient(userAgent)) return null;
    return await module.openBridge({
      app: start.app,
      sdk: start.sdk,
      sign: (url) => api.post<SignatureView>('/client/signature', { url }),
    });
  } catch {
    return null;
  }
}

async function withoutCode({
  parts,
  api,
  place,
  inClient,
}: {
  readonly parts: EnterParts;
  readonly api: ApiClient;
  readonly place: (renew: AppPlace['renew']) => AppPlace;
  readonly inClient: boolean;
}): Promise<Entered> {
  const { tried } = parts;
  const again = async () => void redirect(parts);
  // In a client everybody comes by its sign-in, each time it is opened: the phone may have changed hands.
  if (inClient && !tried.get()) return redirect(parts);
  try {
    await api.get('/session');
    return { kind: 'in', place: place(again) };
  } catch (error) {
    const problem = asProblem(error);
    tried.set(false);
    return { kind: 'help', problem: problem.problem.status === 401 ? null : problem };
  }
}
