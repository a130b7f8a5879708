import type { Context } from 'hono';
import type { AppError } from '#core/errors/app-error.ts';
import { errorCodes } from '#core/errors/error-codes.ts';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

/** A page that a person can act on: people come here from the office app, not from a program. */
export function failurePage(http: Context, error: AppError, locale: string, again: string): Response {
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
