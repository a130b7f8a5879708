import { AppError } from '#core/errors/app-error.ts';
import { finishOpening, identityOf, installedFor, startOpening } from '#core/installation/open-app.ts';
import { receiveNotices } from '#core/installation/receive-notices.ts';
import { addressesOf } from '#core/platform/addresses.ts';
import type { MarketplaceChannel } from '#core/ports/platform-marketplace.ts';
import { readBytes } from '../body.ts';
import { askingDevice } from '../device.ts';
import { failurePage } from '../failure-page.ts';
import { beginOfficeSignIn, takeOfficeSignIn } from '../office-sign-in.ts';
import { type AnyRoute, route } from '../route.ts';
import { setSessionCookie } from '../session-cookie.ts';

const tag = 'Marketplaces';
const largestPush = 1_048_576;
/** Stands in the cookie where the address of a company's own app names its installation. */
const anyCompany = 'marketplace';

const channelOf = (name: string | undefined): MarketplaceChannel => {
  if (name === 'suite' || name === 'company') return name;
  throw new AppError('NOT_FOUND');
};

const openPath = (platform: string) => `/platform/${platform}/open`;

/** Pushes come in with GET (a check of the address) and POST (notices); both prove themselves by their signature. */
const push = (method: 'get' | 'post'): AnyRoute =>
  route({
    method,
    path: '/platform/:platform/marketplace/:channel',
    permission: 'public',
    signed: true,
    ...(method === 'post' ? { rawBody: true } : {}),
    tag,
    summary:
      method === 'get'
        ? 'Check of a provider’s callback address by the platform'
        : 'Tickets and notices of the platform’s marketplace',
    response: 'stream',
    async handle({ services, params, http }) {
      const channel = channelOf(params.channel);
      const { contentType, body } = await receiveNotices(services, params.platform ?? '', channel, {
        method: method === 'get' ? 'GET' : 'POST',
        query: http.req.query(),
        headers: Object.fromEntries(http.req.raw.headers.entries()),
        body: method === 'get' ? new Uint8Array() : await readBytes(http, largestPush),
      });
      return http.body(body, 200, { 'content-type': contentType, 'cache-control': 'no-store' });
    },
  });

const open: readonly AnyRoute[] = [
  route({
    method: 'get',
    path: '/platform/:platform/open',
    permission: 'public',
    rate: 60,
    tag,
    summary: 'Home page of the marketplace app: finds the company and opens its entry, or signs in first',
    response: 'stream',
    async handle({ services, params, http, locale }) {
      const platform = params.platform ?? '';
      http.header('cache-control', 'no-store');
      try {
        const corpId = http.req.query('corpid') ?? '';
        if (corpId !== '') {
          const { id } = await installedFor(services, platform, corpId);
          const to = http.req.query('to') ?? '';
          const { homeUrl } = addressesOf(services.publicUrl, platform, id);
          // A page of the menu; the entry itself takes paths of its own only.
          return http.redirect(to === '' ? homeUrl : `${homeUrl}?to=${encodeURIComponent(to)}`, 302);
        }
        const started = await startOpening(services, platform, http.req.header('user-agent') ?? '');
        beginOfficeSignIn(http, services.publicUrl, { ...started, installationId: anyCompany });
        return http.redirect(started.address, 302);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        return failurePage(http, error, locale, openPath(platform));
      }
    },
  }),
  route({
    method: 'get',
    path: '/platform/:platform/opened',
    permission: 'public',
    rate: 60,
    tag,
    summary: 'Where the platform sends the browser back to the marketplace app: opens the session and Jinji',
    response: 'stream',
    async handle({ services, params, http, locale }) {
      const platform = params.platform ?? '';
      try {
        identityOf(services, platform);
        const { verifier } = takeOfficeSignIn(http, services.publicUrl, anyCompany);
        const query = http.req.query();
        const { installationId, sessionToken } = await finishOpening(services, platform, {
          query,
          verifier,
          locale,
          device: askingDevice(http),
        });
        setSessionCookie(http, services.publicUrl, sessionToken);
        http.header('cache-control', 'no-store');
        return http.redirect(addressesOf(services.publicUrl, platform, installationId).homeUrl, 302);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        services.log.warn('platform.sign_in_failed', { platform, code: error.code });
        return failurePage(http, error, locale, openPath(platform));
      }
    },
  }),
];

/** What the marketplaces and the apps that they installed call. */
export const routes: readonly AnyRoute[] = [push('get'), push('post'), ...open];
