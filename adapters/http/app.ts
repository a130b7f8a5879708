import type { Static, TSchema } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { Hono, type Context as HonoContext } from 'hono';
import { getCookie } from 'hono/cookie';
import { AppError } from '#core/errors/app-error.ts';
import { chooseLocale, type Locale } from '#core/i18n/locale.ts';
import { type Services, tenantContext } from '#core/ports/services.ts';
import { readJsonBody } from './body.ts';
import { type Caller, identify } from './caller.ts';
import { refuseCrossSite } from './cross-site.ts';
import { failurePage } from './failure-page.ts';
import { isFinished, jsonResponse } from './finished-response.ts';
import { once } from './idempotency.ts';
import { openApiDocument } from './openapi.ts';
import { type PageAssets, pages } from './pages.ts';
import { problemOf, problemResponse } from './problem.ts';
import { memoryRateLimiter, type RateLimiter } from './rate-limit.ts';
import type { AnyRoute, RouteCall } from './route.ts';
import { allRoutes } from './routes/all-routes.ts';
import { securityHeaders } from './security-headers.ts';
import { isSecure } from './session-cookie.ts';
import { validate, validateQuery } from './validate.ts';
import { RequestInvalid } from './validation-error.ts';

/** What a request carries from one step to the next. */
type Env = { Variables: { requestId: string } };
type Context = HonoContext<Env>;

export interface AppOptions {
  readonly services: Services;
  readonly assets: PageAssets;
  /** Version shown by `/healthz`. */
  readonly version: string;
  /** Checks each answer against its schema: on in tests, where a drift must not pass unseen. */
  readonly checkResponses?: boolean;
  /** The client's address, as the runtime knows it. */
  readonly clientAddress?: (c: HonoContext) => string;
}

const localeOf = (c: Context): Locale => chooseLocale(getCookie(c, 'lang'), c.req.header('accept-language'));

/** The whole HTTP side of Jinji, the same on Node and workerd. */
export function createApp(options: AppOptions): Hono<Env> {
  const { services } = options;
  const app = new Hono<Env>();
  const secure = isSecure(services.publicUrl);
  const limiter = memoryRateLimiter();
  const headers = securityHeaders('staff', secure);

  app.use(async (c, next) => {
    c.set('requestId', services.ids.next('req'));
    await next();
    if (isFinished(c.res)) return;
    for (const [name, value] of Object.entries(headers)) {
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
    }
    c.res.headers.set('x-request-id', c.get('requestId'));
  });
  app.onError((error, c) => failed(error, c, services));
  app.notFound((c) => {
    const asked = new AppError('NOT_FOUND');
    // A person with a link that was cut off reads a page; programs read a problem document.
    const byPerson = c.req.method === 'GET' && /\btext\/html\b/.test(c.req.header('accept') ?? '');
    return byPerson ? failurePage(c, asked, localeOf(c), null) : failed(asked, c, services);
  });

  app.get('/healthz', async (c) => {
    const ok = await services.system.ready().catch(() => false);
    return c.json({ ok, version: options.version }, ok ? 200 : 503, { 'cache-control': 'no-store' });
  });
  // Made when first asked for: it takes longer than the rest of the start.
  let document: string | undefined;
  app.get('/openapi.json', (c) => {
    document ??= JSON.stringify(openApiDocument(allRoutes, options.version));
    return c.body(document, 200, { 'content-type': 'application/json; charset=utf-8' });
  });
  const surroundings = { ...options, headers, limiter };
  for (const spec of allRoutes) {
    app.on(spec.method.toUpperCase(), spec.path, (c) => answer(spec, c, surroundings));
  }
  app.route('/', pages(services, options.assets));
  return app;
}

function failed(error: unknown, c: Context, services: Services): Response {
  const requestId: string = c.get('requestId') ?? '';
  const problem = problemOf(
    error,
    localeOf(c),
    requestId,
    error instanceof RequestInvalid ? error.fields : [],
  );
  if (problem.status >= 500) {
    services.log.error('request.failed', { code: problem.code, requestId, path: c.req.routePath }, error);
  }
  const seconds = error instanceof AppError ? error.details.seconds : undefined;
  return problemResponse(problem, seconds === undefined ? {} : { 'retry-after': String(seconds) });
}

/** What every route needs besides its own. */
interface Surroundings extends AppOptions {
  /** Headers of every answer. */
  readonly headers: Readonly<Record<string, string>>;
  readonly limiter: RateLimiter;
}

async function answer(spec: AnyRoute, c: Context, options: Surroundings): Promise<Response> {
  const { services, limiter } = options;
  if (spec.rate !== undefined) {
    const address = options.clientAddress?.(c) ?? 'unknown';
    limiter.hit(`${spec.method} ${spec.path} ${address}`, spec.rate, services.clock.now());
  }
  if (spec.signed !== true) refuseCrossSite(c, services.publicUrl);
  const caller = await identify(c, services, spec.permission);
  refuseWhileSuspended(spec, caller);
  const locale = localeOf(c);
  const query = spec.query ? validateQuery(spec.query, c.req.query(), locale) : undefined;
  const text = spec.body && !spec.rawBody ? await readJsonBody(c, spec.maxBytes ?? 262_144) : '';
  const body = spec.body && !spec.rawBody ? validate(spec.body, parseJson(text), locale) : undefined;
  const key = c.req.header('idempotency-key');
  // Candidates are known by a header, so no cookie is ever set for them and the answer can be made in one piece.
  const whole = caller.link ? { ...options.headers, 'x-request-id': c.get('requestId') } : null;
  const run = async (used: Services) => {
    const call = callOf(c, used, caller, locale, query, body);
    return respond(spec, await spec.handle(call), c, options.checkResponses === true, whole);
  };
  if (
    !key ||
    c.req.method === 'GET' ||
    spec.naturallyIdempotent ||
    spec.response === 'stream' ||
    spec.rawBody
  ) {
    return run(services);
  }
  if (key.length > 200)
    throw new AppError('BAD_REQUEST', {
      details: {
        field: 'Idempotency-Key',
        problem: { zh: '最多 200 个字符', en: 'has at most 200 characters' },
      },
    });
  const who = caller.session?.tokenHash ?? caller.link?.tokenHash ?? options.clientAddress?.(c) ?? '';
  const tenantId = caller.session?.tenant.id ?? caller.link?.tenantId ?? null;
  const { method, path } = c.req;
  return once(services, { caller: who, tenantId, method, path, key, body: text }, run);
}

/** A suspended company shows everything and changes nothing. @throws AppError `COMPANY_READ_ONLY` */
function refuseWhileSuspended(spec: AnyRoute, { session }: Caller): void {
  if (session?.tenant.state !== 'suspended' || spec.method === 'get' || spec.whileSuspended) return;
  throw new AppError('COMPANY_READ_ONLY');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text === '' ? '{}' : text);
  } catch (cause) {
    throw new AppError('BAD_REQUEST', {
      cause,
      details: { field: 'body', problem: { zh: '不是有效的 JSON', en: 'is not valid JSON' } },
    });
  }
}

function callOf(
  c: Context,
  services: Services,
  caller: Caller,
  locale: Locale,
  query: unknown,
  body: unknown,
): RouteCall<never, never> {
  const missing = (): never => {
    throw new AppError('UNAUTHENTICATED');
  };
  const lang = locale === 'zh-CN' ? 'zh' : 'en';
  return {
    params: c.req.param() as Record<string, string>,
    query: query as never,
    body: body as never,
    services,
    locale,
    requestId: c.get('requestId'),
    device: (c.req.header('x-jinji-device') ?? '').slice(0, 64),
    http: c,
    get session() {
      return caller.session ?? missing();
    },
    get link() {
      return caller.link ?? missing();
    },
    get tenant() {
      const { session, link } = caller;
      if (session) {
        return tenantContext(services, session.tenant.id, { kind: 'person', id: session.person.id }, lang);
      }
      if (link)
        return tenantContext(services, link.tenantId, { kind: 'candidate', id: link.interviewId }, lang);
      return missing();
    },
  };
}

function respond(
  spec: AnyRoute,
  result: unknown,
  c: Context,
  check: boolean,
  whole: Readonly<Record<string, string>> | null,
): Response {
  if (result instanceof Response) return result;
  if (spec.response === 'none') return c.body(null, 204, { 'cache-control': 'no-store' });
  const schema = spec.response as TSchema;
  if (check && !Value.Check(schema, result)) {
    const first = Value.Errors(schema, result).First();
    throw new AppError('INTERNAL', {
      cause: new Error(
        `${spec.method} ${spec.path} answers against its schema at ${first?.path}: ${first?.message}`,
      ),
    });
  }
  const text = JSON.stringify(result as Static<TSchema>);
  if (whole) return jsonResponse(text, spec.status ?? 200, whole);
  // Workers' types leave open that the bytes are shared memory; they never are.
  const bytes = new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>;
  return c.body(bytes, spec.status ?? 200, {
    'content-type': 'application/json',
    // Compression lets answers pass that say they are small: packing them costs more than it spares.
    'content-length': String(bytes.byteLength),
    'cache-control': 'no-store',
  });
}
