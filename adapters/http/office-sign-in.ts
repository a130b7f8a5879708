import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { equalText } from '#adapters/shared/constant-time.ts';
import { AppError } from '#core/errors/app-error.ts';
import { isSecure } from './session-cookie.ts';

const signInSeconds = 600;

const cookieName = (publicUrl: string) => (isSecure(publicUrl) ? '__Host-jinji-office' : 'jinji-office');

/** A path below the entry of an office client; null for everything else, so that no sign-in leads elsewhere. */
const belowEntry = (text: string): string | null => (/^\/(?![/\\])[^\s\\]{0,1000}$/.test(text) ? text : null);

/** Remembers in the browser that it began a sign-in, for ten minutes. */
export function beginOfficeSignIn(
  http: Context,
  publicUrl: string,
  begun: {
    readonly installationId: string;
    readonly state: string;
    readonly verifier: string;
    /** Where to go below the entry. */
    readonly to?: string;
  },
): void {
  const below = belowEntry(begun.to ?? '') ?? '';
  setCookie(
    http,
    cookieName(publicUrl),
    [begun.installationId, begun.state, begun.verifier, below].join('.'),
    {
      httpOnly: true,
      sameSite: 'Lax',
      path: '/',
      secure: isSecure(publicUrl),
      maxAge: signInSeconds,
    },
  );
}

/** Reads and ends the cookie of a sign-in that this browser began. @throws AppError `PLATFORM_SIGN_IN` */
export function takeOfficeSignIn(
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
