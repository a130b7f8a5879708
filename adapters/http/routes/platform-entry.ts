import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { equalText } from '#adapters/shared/constant-time.ts';
import { AppError } from '#core/errors/app-error.ts';
import { errorCodes } from '#core/errors/error-codes.ts';
import { addressesOf } from '#core/platform/platform-status.ts';
import { receiveCallback } from '#core/platform/receive-callback.ts';
import { finishSignIn, startSignIn } from '#core/platform/sign-in.ts';
import type { Services } from '#core/ports/services.ts';
import { readBytes } from '../body.ts';
import { identify } from '../caller.ts';
import { type AnyRoute, route } from '../route.ts';
import { isSecure, setSessionCookie } from '../session-cookie.ts';

const tag = 'Office platforms';
const largestCallback = 262_144;
const signInSeconds = 600;

const cookieName = (publicUrl: string) => (isSecure(publicUrl) ? '__Host-jinji-office' : 'jinji-office');

const paramsOf = (params: Readonly<Record<string, string>>) => ({
  platform: params.platform ?? '',
  installationId: params.installationId ?? '',
});

/** Callbacks come in with GET (a check of the address) and POST (events); both prove themselves by their signature. */
const callback = (method: 'get' | 'post'): AnyRoute =>
  route({
    method,
    path: '/platform/:platform/callback/:installationId',
    permission: 'public',
    signed: true,
    ...(method === 'post' ? { rawBody: true } : {}),
    tag,
    summary: method === 'get' ? 'Check of the callback address by the platform' : 'Events of the platform',
    response: 'stream',
    async handle({ services, params, http }) {
      const { platform, installationId } = paramsOf(params);
      const { contentType, body } = await receiveCallback(services, platform, installationId, {
        method: method === 'get' ? 'GET' : 'POST',
        query: http.req.query(),
        headers: Object.fromEntries(http.req.raw.headers.entries()),
        body: method === 'get' ? new Uint8Array() : await readBytes(http, largestCallback),
      });
      return http.body(body, 200, { 'content-type': contentType, 'cache-control': 'no-store' });
    },
  });

/** Reads and ends the cookie of a sign-in that this browser began. @throws AppError `PLATFORM_SIGN_IN` */
function takeBegun(
  http: Context,
  publicUrl: string,
  installationId: string,
): { readonly verifier: string; readonly below: string | null } {
  const [installation = '', state = '', verifier = '', ...to] = (
    getCookie(http, cookieName(publicUrl)) ?? ''
  ).split('.');
  deleteCookie(http, cookieName(publicUrl), { path: '/', secure: isSecure(publicUrl) });
  const same = state !== '' && equalText(state, http.req.query('state') ?? '');
  if (!same || installation !== installationId) throw new AppError('PLATFORM_SIGN_IN');
  return { verifier, below: belowEntry(to.join('.')) };
}

/** A path below the entry of an office client; null for everything else, so that no sign-in leads elsewhere. */
const belowEntry = (text: string): string | null => (/^\/(?![/\\])[^\s\\]{0,1000}$/.test(text) ? text : null);

/** Who is signed in already in this browser, if anybody. */
async function currentPerson(http: Context, services: Services) {
  const caller = await identify(http, services, 'signed_in').catch(() => null);
  const session = caller?.session;
  return session ? { tenantId: session.tenant.id, personId: session.person.id } : null;
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

/** A page that a person can act on: people come here from the office app, not from a program. */
function failurePage(http: Context, error: AppError, locale: string, again: string): Response {
  const words = locale === 'zh-CN' ? 'zh' : 'en';
  const { title, remedy } = errorCodes[error.code];
  const filled = remedy[words].replace(/\{(\w+)\}/g, (_, name) => String(error.details[name] ?? ''));
  const link = words === 'zh' ? '重新登录' : 'Sign in again';
  const html = `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title[words])}</title></head><body><h1>${escaped(title[words])}</h1><p>${escaped(filled)}</p><p><a href="${escaped(again)}">${link}</a></p></body></html>`;
  return http.body(html, error.status as 401, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
  });
}

const entryPath = ({ platform, installationId }: ReturnType<typeof paramsOf>): string =>
  `/open/${platform}/${installationId}`;

const signIn: readonly AnyRoute[] = [
  route({
    method: 'get',
    path: '/platform/:platform/sign-in/:installationId',
    permission: 'public',
    rate: 60,
    tag,
    summary: 'Home page of the app in the office client: goes to the platform to sign in',
    response: 'stream',
    async handle({ services, params, http }) {
      const request = paramsOf(params);
      const { signedInUrl } = addressesOf(services.publicUrl, request.platform, request.installationId);
      const userAgent = http.req.header('user-agent') ?? '';
      const started = await startSignIn(services, { ...request, redirectUri: signedInUrl, userAgent });
      const secure = isSecure(services.publicUrl);
      const below = belowEntry(http.req.query('to') ?? '') ?? '';
      const value = [request.installationId, started.state, started.verifier, below].join('.');
      setCookie(http, cookieName(services.publicUrl), value, {
        httpOnly: true,
        sameSite: 'Lax',
        path: '/',
        secure,
        maxAge: signInSeconds,
      });
      http.header('cache-control', 'no-store');
      return http.redirect(started.address, 302);
    },
  }),
  route({
    method: 'get',
    path: '/platform/:platform/signed-in/:installationId',
    permission: 'public',
    rate: 60,
    tag,
    summary: 'Where the platform sends the browser back: opens the session and Jinji',
    response: 'stream',
    async handle({ services, params, http, locale }) {
      const request = paramsOf(params);
      const { signedInUrl, homeUrl } = addressesOf(
        services.publicUrl,
        request.platform,
        request.installationId,
      );
      const found = await services.system.installation(request.installationId);
      if (found?.platform !== request.platform) throw new AppError('NOT_FOUND');
      try {
        const { verifier, below } = takeBegun(http, services.publicUrl, request.installationId);
        const signedIn = await finishSignIn(services, {
          ...request,
          redirectUri: signedInUrl,
          query: http.req.query(),
          verifier,
          current: await currentPerson(http, services),
          locale,
        });
        setSessionCookie(http, services.publicUrl, signedIn.sessionToken);
        http.header('cache-control', 'no-store');
        return http.redirect(below === null ? '/app/' : `${entryPath(request)}${below}`, 302);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        services.log.warn('platform.sign_in_failed', { platform: request.platform, code: error.code });
        return failurePage(http, error, locale, homeUrl);
      }
    },
  }),
];

/** What the platforms and the browsers that they send call. */
export const routes: readonly AnyRoute[] = [callback('get'), callback('post'), ...signIn];
