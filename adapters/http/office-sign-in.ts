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
    /** Set when the signed-in person began to link their account: ties it to their session. */
    readonly mark?: string;
  },
): void {
  const below = belowEntry(begun.to ?? '') ?? '';
  setCookie(
    http,
    cookieName(publicUrl),
    [begun.installationId, begun.state, begun.verifier, begun.mark ?? '', below].join('.'),
    {
      httpOnly: true,
      sameSite: 'Lax',
      path: '/',
      secure: isSecure(publicUrl),
      maxAge: signInSeconds,
    },
  );
}

const proofName = (publicUrl: string) =>
  isSecure(publicUrl) ? '__Host-jinji-office-account' : 'jinji-office-account';

/** Keeps the sealed proof of an office account until the person says yes. */
export function keepAccountProof(http: Context, publicUrl: string, sealed: string): void {
  setCookie(http, proofName(publicUrl), sealed, {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    secure: isSecure(publicUrl),
    maxAge: signInSeconds,
  });
}

export const accountProof = (http: Context, publicUrl: string): string | null =>
  getCookie(http, proofName(publicUrl)) ?? null;

export function dropAccountProof(http: Context, publicUrl: string): void {
  deleteCookie(http, proofName(publicUrl), { path: '/', secure: isSecure(publicUrl) });
}

/** Reads and ends the cookie of a sign-in that this browser began. @throws AppError `PLATFORM_SIGN_IN` */
export function takeOfficeSignIn(
  http: Context,
  publicUrl: string,
  installationId: string,
): { readonly verifier: string; readonly mark: string; readonly below: string | null } {
  const [installation = '', state = '', verifier = '', mark = '', ...to] = (
    getCookie(http, cookieName(publicUrl)) ?? ''
  ).split('.');
  deleteCookie(http, cookieName(publicUrl), { path: '/', secure: isSecure(publicUrl) });
  const same = state !== '' && equalText(state, http.req.query('state') ?? '');
  if (!same || installation !== installationId) throw new AppError('PLATFORM_SIGN_IN');
  return { verifier, mark, below: belowEntry(to.join('.')) };
}
