import type { Context } from 'hono';
import type { AppError } from '#core/errors/app-error.ts';
import { errorCodes } from '#core/errors/error-codes.ts';
import { messagePage } from './message-page.ts';

/** What went wrong, what to do about it, and the way to sign in again where there is one. */
export function failurePage(http: Context, error: AppError, locale: string, again: string | null): Response {
  const words = locale === 'zh-CN' ? 'zh' : 'en';
  const { title, remedy } = errorCodes[error.code];
  const text = remedy[words].replace(/\{(\w+)\}/g, (_, name) => String(error.details[name] ?? ''));
  const label = words === 'zh' ? '重新登录' : 'Sign in again';
  const link = again === null ? null : { label, href: again };
  return messagePage(http, { status: error.status, locale, title: title[words], text, link });
}
