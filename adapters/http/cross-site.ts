import type { Context } from 'hono';
import { AppError } from '#core/errors/app-error.ts';

/**
 * Refuses writes that another site makes with this browser's cookie: the header `X-Jinji-Request` cannot be sent
 * across origins without a preflight, which is never granted; `Sec-Fetch-Site` and `Origin` are checked besides
 * (design D21).
 * @throws AppError `CSRF`
 */
export function refuseCrossSite(c: Context, publicUrl: string): void {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return;
  const site = c.req.header('sec-fetch-site');
  const origin = c.req.header('origin');
  const own = origin === undefined || origin === publicUrl || origin === new URL(c.req.url).origin;
  if (
    c.req.header('x-jinji-request') !== '1' ||
    (site && site !== 'same-origin' && site !== 'none') ||
    !own
  ) {
    throw new AppError('CSRF');
  }
}
