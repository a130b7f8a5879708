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

/** Headers of the pages' scripts and styles, whose names change with their content. */
export const assetHeaders: Readonly<Record<string, string>> = {
  'cache-control': 'public, max-age=31536000, immutable',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
};
