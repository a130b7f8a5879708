import { signClientPage } from '#core/platform/client-signature.ts';
import { signInInPage, startClientPage } from '#core/platform/in-page-sign-in.ts';
import { askingDevice } from '../device.ts';
import { type AnyRoute, route } from '../route.ts';
import {
  ClientSessionBody,
  ClientSessionView,
  ClientStartView,
  SignatureBody,
  SignatureView,
} from '../schemas/client-pages.ts';
import { setSessionCookie } from '../session-cookie.ts';

const tag = 'Office platforms';

const pageOf = (params: Readonly<Record<string, string>>) => ({
  platform: params.platform ?? '',
  installationId: params.installationId ?? '',
});

/** What pages inside the office clients call. */
export const routes: readonly AnyRoute[] = [
  route({
    method: 'get',
    path: '/api/v1/open/:platform/:installationId',
    permission: 'public',
    rate: 60,
    tag,
    summary: 'What a page in the office client needs to sign in silently',
    response: ClientStartView,
    handle: ({ services, params }) => startClientPage(services, pageOf(params)),
  }),
  route({
    method: 'post',
    path: '/api/v1/open/:platform/:installationId/session',
    permission: 'public',
    rate: 30,
    tag,
    summary: 'Sign in with the code that the office client handed to the page',
    body: ClientSessionBody,
    response: ClientSessionView,
    // A code works once; an answer that is kept would hold a session.
    naturallyIdempotent: true,
    async handle({ services, params, body, http, locale }) {
      const { code, state, framed } = body;
      const signedIn = await signInInPage(services, {
        ...pageOf(params),
        code,
        state,
        locale,
        device: askingDevice(http),
      });
      setSessionCookie(http, services.publicUrl, signedIn.sessionToken, framed);
      return { token: framed ? signedIn.sessionToken : null };
    },
  }),
  route({
    method: 'post',
    path: '/api/v1/client/signature',
    whileSuspended: true,
    permission: 'signed_in',
    rate: 120,
    tag,
    summary: "Sign a page's address, so that the office client lets the page call its functions",
    body: SignatureBody,
    response: SignatureView,
    handle: ({ services, tenant, body }) => signClientPage(services, tenant.store, body.url),
  }),
  route({
    method: 'post',
    path: '/api/v1/interview/client/signature',
    permission: 'candidate',
    rate: 120,
    tag,
    summary: 'The same for a candidate who opened the interview in the office client',
    body: SignatureBody,
    response: SignatureView,
    handle: ({ services, tenant, body }) => signClientPage(services, tenant.store, body.url),
  }),
];
