import { ProxyAgent, fetch as undiciFetch } from 'undici';
import type { Fetch } from '#adapters/shared/http-fetch.ts';

/**
 * The `fetch` by which office platforms are called on Node: through the operator's forward proxy where one is set, so that the platforms
 * see its fixed address (their lists of trusted addresses ask for one). https tunnels through it; the proxy reads nothing.
 * @param proxy address with an optional user and password; null for none
 */
export function officeFetch(proxy: string | null): Fetch {
  if (proxy === null) return (address, init) => fetch(address, init);
  const { username, password, origin } = new URL(proxy);
  const login = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  const dispatcher = new ProxyAgent({
    uri: origin,
    ...(username === '' ? {} : { token: `Basic ${Buffer.from(login).toString('base64')}` }),
  });
  return async (address, init) =>
    (await undiciFetch(address, { ...init, dispatcher } as Parameters<
      typeof undiciFetch
    >[1])) as unknown as Response;
}
