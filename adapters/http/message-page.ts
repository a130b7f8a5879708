import type { Context } from 'hono';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

/** A plain page that a person can act on: people come here from the office app, not from a program. */
export function messagePage(
  http: Context,
  page: {
    readonly status: number;
    readonly locale: string;
    readonly title: string;
    readonly text: string;
    /** `named`: the page that it leads to is told from which host it comes. */
    readonly link: { readonly label: string; readonly href: string; readonly named?: boolean } | null;
  },
): Response {
  const { title, text, link, locale } = page;
  const origin = link?.named ? ' referrerpolicy="origin"' : '';
  const anchor = link ? `<p><a href="${escaped(link.href)}"${origin}>${escaped(link.label)}</a></p>` : '';
  const html = `<!doctype html><html lang="${escaped(locale)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)}</title></head><body><h1>${escaped(title)}</h1><p>${escaped(text)}</p>${anchor}</body></html>`;
  return http.body(html, page.status as 200, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
  });
}
