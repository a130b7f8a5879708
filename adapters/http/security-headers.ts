import type { ClientPagePolicy } from '#core/ports/platform-client.ts';

/** The audiences of pages; each has its own policy. */
export type PageKind = 'staff' | 'candidate' | 'file';

const policy = (extra: Record<string, string>): string =>
  Object.entries({
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self'",
    'img-src': "'self' data: blob:",
    'media-src': "'self' blob:",
    'connect-src': "'self'",
    'font-src': "'self'",
    'form-action': "'self'",
    'base-uri': "'none'",
    'frame-ancestors': "'none'",
    ...extra,
  })
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');

const policies: Readonly<Record<PageKind, string>> = {
  staff: policy({ 'frame-src': "'self' blob:", 'object-src': "'none'" }),
  candidate: policy({ 'worker-src': "'self'" }),
  // A file shown as itself (a report, a résumé) runs nothing and loads nothing.
  file: "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox",
};

/** Headers of every answer, equal on both runtimes. */
export function securityHeaders(kind: PageKind, secure: boolean): Record<string, string> {
  return {
    'content-security-policy': policies[kind],
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy':
      kind === 'candidate'
        ? 'camera=(self), microphone=(self), geolocation=()'
        : 'camera=(), microphone=(), geolocation=()',
    ...(secure ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  };
}

const listed = (...places: readonly string[]): string => places.join(' ');

/**
 * Headers of the staff's pages inside an office client: only that platform's own hosts are let in, and only it may frame
 * them (design D21).
 */
export function clientPageHeaders(pages: ClientPagePolicy, secure: boolean): Record<string, string> {
  return {
    ...securityHeaders('staff', secure),
    'content-security-policy': policy({
      'script-src': listed("'self'", ...pages.scripts),
      'connect-src': listed("'self'", ...pages.connects),
      'img-src': listed("'self' data: blob:", ...pages.images),
      'frame-src': listed("'self' blob:", ...pages.frames),
      'frame-ancestors': pages.ancestors.length > 0 ? listed(...pages.ancestors) : "'none'",
    }),
    'permissions-policy': 'camera=(), microphone=(self), geolocation=()',
  };
}

/** Headers of the pages' scripts and styles, whose names change with their content. */
export const assetHeaders: Readonly<Record<string, string>> = {
  'cache-control': 'public, max-age=31536000, immutable',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
};
