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
  const connect = async () => {
    const { ProxyAgent, fetch: undiciFetch } = await import('undici');
    const dispatcher = new ProxyAgent({
      uri: origin,
      ...(username === '' ? {} : { token: `Basic ${Buffer.from(login).toString('base64')}` }),
    });
    return (address: string, init: RequestInit) =>
      undiciFetch(address, { ...init, dispatcher } as Parameters<typeof undiciFetch>[1]);
  };
  let connected: ReturnType<typeof connect> | undefined;
  return async (address, init) => {
    connected ??= connect();
    return (await (
      await connected
    )(address, init)) as unknown as Response;
  };
}
