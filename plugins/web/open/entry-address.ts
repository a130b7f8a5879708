/** The parts of an office client's entry: `/open/<platform>/<installation>/…`. */
export interface EntryAddress {
  readonly platform: string;
  readonly installationId: string;
  /** `/open/<platform>/<installation>`, below which the app's pages lie. */
  readonly base: string;
  /** What lies below, with its query, to come back to after signing in. */
  readonly below: string;
}

/** Reads the entry out of the page's address; null for another address. */
export function entryAddress(pathname: string, search: string): EntryAddress | null {
  const [, platform, installationId, rest = ''] = /^\/open\/([\w-]+)\/([\w-]+)(\/.*)?$/.exec(pathname) ?? [];
  if (platform === undefined || installationId === undefined) return null;
  return {
    platform,
    installationId,
    base: `/open/${platform}/${installationId}`,
    below: `${rest === '' ? '/' : rest}${search}`,
  };
}

/** Where a browser goes to sign in by redirect, and comes back. */
export const signInAddress = ({ platform, installationId, below }: EntryAddress): string =>
  `/platform/${platform}/sign-in/${installationId}?to=${encodeURIComponent(below)}`;

/**
 * The page that a message's link names by `?to=`, as an address of this entry; null where the address names none. Other parameters
 * go along.
 */
export function wantedPage({ base }: EntryAddress, search: string): string | null {
  const wanted = new URLSearchParams(search);
  const to = wanted.get('to');
  if (to === null || !/^\/(?![/\\])[^\s\\]*$/.test(to)) return null;
  wanted.delete('to');
  const [path = '/', query = ''] = to.split('?');
  const all = [query, wanted.toString()].filter(Boolean).join('&');
  return `${base}${path}${all === '' ? '' : `?${all}`}`;
}
