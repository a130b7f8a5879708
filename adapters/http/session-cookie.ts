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

/** Gives the browser its session. */
export function setSessionCookie(c: Context, publicUrl: string, token: string): void {
  const secure = isSecure(publicUrl);
  setCookie(c, name(secure), token, {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    secure,
    maxAge: sessionDays * 86_400,
  });
}

/** Takes it back. */
export function clearSessionCookie(c: Context, publicUrl: string): void {
  const secure = isSecure(publicUrl);
  deleteCookie(c, name(secure), { path: '/', secure });
}
