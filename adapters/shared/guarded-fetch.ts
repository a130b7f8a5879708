import { lookup } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import { AppError } from '#core/errors/app-error.ts';
import { type AllowedHosts, assertPublicAddress, isAllowedHost, isPublicAddress } from './address-guard.ts';
import type { Fetch } from './http-fetch.ts';

interface Resolved {
  readonly address: string;
  readonly family: number;
}

/** All addresses of a name. */
export type ResolveName = (name: string) => Promise<readonly Resolved[]>;

/** The socket's own look-up, refusing names with a private address: between a check and the connection no name can change its mind. */
function publicLookup(resolve: ResolveName): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname).then(
      (found) => {
        const [first] = found;
        if (first === undefined || !found.every(({ address }) => isPublicAddress(address))) {
          const details = { host: hostname, problem: 'a private network' };
          callback(new AppError('ADDRESS_REFUSED', { details }), '', 0);
        } else if (options.all === true) callback(null, [...found]);
        else callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, '', 0),
    );
  };
}

/** The guard's refusal, however deep the HTTP client has wrapped it. */
function refusalIn(error: unknown): AppError | null {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    if (at instanceof AppError) return at;
  }
  return null;
}

/**
 * A `fetch` for addresses typed by admins, Node only: checks the address (`assertPublicAddress`) and, at the moment of connecting,
 * every IP address behind the name. Redirects are never followed. On Workers `assertPublicAddress` alone serves: their
 * network is not the operator's.
 * @param resolve given in tests
 */
export function guardedFetch(allowed: AllowedHosts, resolve?: ResolveName): Fetch {
  const resolveName = resolve ?? ((name) => lookup(name, { all: true, verbatim: true }));
  const connect = async () => {
    const { Agent, fetch: undiciFetch } = await import('undici');
    const guarded = new Agent({ connect: { lookup: publicLookup(resolveName) } });
    const open = new Agent();
    return (url: URL, init: RequestInit) => {
      const dispatcher = isAllowedHost(url, allowed) ? open : guarded;
      const request = { ...init, redirect: 'manual', dispatcher } as Parameters<typeof undiciFetch>[1];
      return undiciFetch(url, request);
    };
  };
  let connected: ReturnType<typeof connect> | undefined;
  return async (address, init) => {
    const url = new URL(address);
    assertPublicAddress(url, allowed);
    connected ??= connect();
    try {
      return (await (
        await connected
      )(url, init)) as unknown as Response;
    } catch (error) {
      throw refusalIn(error) ?? error;
    }
  };
}
