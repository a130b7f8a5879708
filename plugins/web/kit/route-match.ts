/** Named parts of a path: `/jobs/:jobId` against `/jobs/j1` gives `{ jobId: 'j1' }`. */
export type PathParams = Readonly<Record<string, string>>;

/** Matches a path against a pattern whose parts are words or `:names`. A trailing slash makes no difference; null when it does not match. */
export function matchPath(pattern: string, path: string): PathParams | null {
  const wanted = pattern.split('/').filter(Boolean);
  const given = path.split('/').filter(Boolean);
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const piece = given[index] ?? '';
    if (!part.startsWith(':')) {
      if (part !== piece) return null;
      continue;
    }
    try {
      params[part.slice(1)] = decodeURIComponent(piece);
    } catch {
      return null;
    }
  }
  return params;
}

/** The first route whose pattern matches; words win over names because `routes` with fewer names come first. */
export function findRoute<Route extends { readonly path: string }>(
  routes: readonly Route[],
  path: string,
): { readonly route: Route; readonly params: PathParams } | null {
  const names = (pattern: string) => pattern.split('/').filter((part) => part.startsWith(':')).length;
  for (const route of [...routes].sort((a, b) => names(a.path) - names(b.path))) {
    const params = matchPath(route.path, path);
    if (params !== null) return { route, params };
  }
  return null;
}

/** The part of a path below a base, with a leading slash; the whole path when it is not below it. */
export function pathBelow(base: string, path: string): string {
  if (path === base) return '/';
  return path.startsWith(`${base}/`) ? path.slice(base.length) : path;
}
