import type { Context } from 'hono';
import { AppError } from '#core/errors/app-error.ts';
import { addressesOf } from '#core/platform/addresses.ts';
import { type LinkingSession, proveAccount } from '#core/platform/link-account.ts';
import { receiveCallback } from '#core/platform/receive-callback.ts';
import { finishSignIn, startSignIn } from '#core/platform/sign-in.ts';
import type { Services } from '#core/ports/services.ts';
import { readBytes } from '../body.ts';
import { identify } from '../caller.ts';
import { askingDevice } from '../device.ts';
import { failurePage } from '../failure-page.ts';
import { beginOfficeSignIn, keepAccountProof, takeOfficeSignIn } from '../office-sign-in.ts';
import { type AnyRoute, route } from '../route.ts';
import { setSessionCookie } from '../session-cookie.ts';

const tag = 'Office platforms';
const largestCallback = 262_144;

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

/** Who is signed in already in this browser, if anybody. */
async function currentSession(http: Context, services: Services): Promise<LinkingSession | null> {
  const caller = await identify(http, services, 'signed_in').catch(() => null);
  const session = caller?.session;
  return session ? { personId: session.person.id, tokenHash: session.tokenHash } : null;
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
      const { installationId } = request;
      const to = http.req.query('to') ?? '';
      beginOfficeSignIn(http, services.publicUrl, { ...started, installationId, to });
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
        const { verifier, mark, below } = takeOfficeSignIn(http, services.publicUrl, request.installationId);
        http.header('cache-control', 'no-store');
        const back = { ...request, redirectUri: signedInUrl, query: http.req.query(), verifier };
        if (mark !== '') {
          const session = await currentSession(http, services);
          keepAccountProof(
            http,
            services.publicUrl,
            await proveAccount(services, { ...back, mark, session }),
          );
          return http.redirect('/app/settings/account', 302);
        }
        const signedIn = await finishSignIn(services, { ...back, locale, device: askingDevice(http) });
        setSessionCookie(http, services.publicUrl, signedIn.sessionToken);
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
