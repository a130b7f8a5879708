import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';

/** Days after which an unused session ends. */
export const sessionDays = 30;

const name = (secure: boolean): string => (secure ? '__Host-jinji' : 'jinji');

/** Whether links of this installation are https, so that cookies can be bound to it. */
export const isSecure = (publicUrl: string): boolean => publicUrl.startsWith('https:');

/** The session token of a request, or undefined. */
export const sessionToken = (c: Context, publicUrl: string): string | undefined =>
  getCookie(c, name(isSecure(publicUrl)));

/**
 * Gives the browser its session.
 * @param framed inside a frame of an office client: Lax cookies are not sent there, so it gets one of its own that is kept apart
 *   for each site around it (design D21); over plain http browsers refuse such cookies, and the page keeps its token in memory
 */
export function setSessionCookie(c: Context, publicUrl: string, token: string, framed = false): void {
  const secure = isSecure(publicUrl);
  const apart = framed && secure;
  setCookie(c, name(secure), token, {
    httpOnly: true,
    sameSite: apart ? 'None' : 'Lax',
    path: '/',
    secure,
    ...(apart ? { partitioned: true } : {}),
    maxAge: sessionDays * 86_400,
  });
}

/** Takes it back. */
export function clearSessionCookie(c: Context, publicUrl: string): void {
  const secure = isSecure(publicUrl);
  deleteCookie(c, name(secure), { path: '/', secure });
}
