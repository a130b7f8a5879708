import { type Context, Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { chooseLocale, type Locale } from '#core/i18n/locale.ts';
import type { Services } from '#core/ports/services.ts';
import { clientPageHeaders, type PageKind, securityHeaders } from './security-headers.ts';
import { isSecure } from './session-cookie.ts';

/** One entry of Vite's manifest: the script of a page with its styles and the chunks it imports at once. */
export interface EntryAssets {
  readonly script: string;
  readonly styles: readonly string[];
  readonly imports: readonly string[];
}

/** The pages' files by entry name (`app`, `open`, `interview`, `me`). */
export type PageAssets = Readonly<Record<string, EntryAssets>>;

const titles: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  app: { 'zh-CN': '进击 · AI 面试', 'en-US': 'Jinji · AI interviews' },
  open: { 'zh-CN': '进击 · AI 面试', 'en-US': 'Jinji · AI interviews' },
  interview: { 'zh-CN': 'AI 面试', 'en-US': 'AI interview' },
  me: { 'zh-CN': '我的面试反馈', 'en-US': 'My interview feedback' },
};

function shell(name: string, locale: Locale, assets: EntryAssets): string {
  const title = titles[name]?.[locale] ?? 'Jinji';
  return [
    '<!doctype html>',
    `<html lang="${locale}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">',
    '<meta name="robots" content="noindex">',
    '<meta name="format-detection" content="telephone=no">',
    `<title>${title}</title>`,
    '<link rel="icon" href="/favicon.svg" type="image/svg+xml">',
    ...assets.styles.map((href) => `<link rel="stylesheet" href="/${href}">`),
    ...assets.imports.map((href) => `<link rel="modulepreload" href="/${href}">`),
    `<script type="module" src="/${assets.script}"></script>`,
    '</head>',
    '<body>',
    '<div id="root"></div>',
    `<noscript>${locale === 'zh-CN' ? '请在浏览器中启用 JavaScript 后重试。' : 'Please enable JavaScript and try again.'}</noscript>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

const favicon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" fill="none"><rect width="32" height="32" rx="8" fill="#3a49c9"/><path d="M8 23.5v-4M14 23.5v-8M20 23.5v-5.5" stroke="#fff" stroke-opacity=".55" stroke-width="3.2" stroke-linecap="round"/><path d="M7.5 14.5 14 8.5l4.5 4L25 7" stroke="#fff" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round"/></svg>';

/** The pages: shells without any inline script, filled by the entries' bundles. */
export function pages(services: Services, assets: PageAssets): Hono {
  const app = new Hono();
  const secure = isSecure(services.publicUrl);
  const page = (name: string, kind: PageKind) => (c: Context) =>
    shown(c, name, securityHeaders(kind, secure));
  const shown = (c: Context, name: string, headers: Readonly<Record<string, string>>) => {
    const entry = assets[name];
    if (!entry) return c.text('The pages have not been built: run `npm run build`.', 503);
    const locale = chooseLocale(getCookie(c, 'lang'), c.req.header('accept-language'));
    return c.body(shell(name, locale, entry), 200, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-language': locale,
      vary: 'accept-language, cookie',
      ...headers,
    });
  };
  /** The staff's pages inside an office client, each platform with its own policy. */
  const inClient = (c: Context) => {
    const platform = services.platforms.find(({ manifest }) => manifest.id === c.req.param('platform'));
    if (!platform?.clientPages) return c.notFound();
    return shown(c, 'open', clientPageHeaders(platform.clientPages, secure));
  };
  app.get('/favicon.svg', (c) =>
    c.body(favicon, 200, { 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=86400' }),
  );
  app.get('/robots.txt', (c) => c.text('User-agent: *\nDisallow: /\n'));
  app.get('/', (c) => c.redirect('/app/', 302));
  app.get('/app', (c) => c.redirect('/app/', 302));
  app.get('/app/*', page('app', 'staff'));
  app.get('/sign-in/:token', page('app', 'staff'));
  app.get('/open/:platform/:installationId', inClient);
  app.get('/open/:platform/:installationId/*', inClient);
  app.get('/i/:token', page('interview', 'candidate'));
  app.get('/me/:token', page('me', 'candidate'));
  return app;
}
