import { expect, test } from 'vitest';
import { allRoutes } from '#adapters/http/routes/all-routes.ts';
import { clientOf, type Ground } from './http-ground.ts';

interface Operation {
  readonly 'x-permission': string;
  readonly summary: string;
  readonly parameters: readonly { readonly name: string; readonly in: string }[];
  readonly responses: Readonly<Record<string, unknown>>;
}
interface OpenApi {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

/** Every `$ref` of a document. */
function references(value: unknown): string[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, part]) =>
    key === '$ref' && typeof part === 'string' ? [part] : references(part),
  );
}

const find = (document: unknown, pointer: string): unknown =>
  pointer
    .slice(2)
    .split('/')
    .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], document);

/** What the product says about itself, and what stands in every head. */
export function documents(ground: Ground): void {
  test('the health check is honest: 503 as soon as a migration is missing, 200 once it is there', async () => {
    const { engine } = ground();
    const client = clientOf(ground());

    const before = await client.get('/healthz');
    await engine.batch(["UPDATE d1_migrations SET name = 'lost-' || name"]);
    const broken = await client.get('/healthz');
    await engine.batch(['UPDATE d1_migrations SET name = substr(name, 6)']);
    const after = await client.get('/healthz');

    expect([before.status, before.body.ok]).toEqual([200, true]);
    expect([broken.status, broken.body.ok]).toEqual([503, false]);
    expect([after.status, after.body.ok]).toEqual([200, true]);
    expect(before.headers.get('cache-control')).toBe('no-store');
  });

  test('the API description names every route with its permission, and every reference in it leads somewhere', async () => {
    const { body } = await clientOf(ground()).get('/openapi.json');
    const document = body as OpenApi;

    expect(document.openapi).toMatch(/^3\.1\./);
    for (const spec of allRoutes) {
      const path = spec.path.replace(/:(\w+)/g, '{$1}');
      const operation = document.paths[path]?.[spec.method];
      expect(operation, `${spec.method} ${path}`).toBeDefined();
      expect(operation?.['x-permission']).toBe(spec.permission);
      expect(operation?.summary.length).toBeGreaterThan(5);
      const named = operation?.parameters.filter((p) => p.in === 'path').map(({ name }) => name);
      expect(named).toEqual([...spec.path.matchAll(/:(\w+)/g)].map(([, name]) => name));
    }
    const count = Object.values(document.paths).flatMap((methods) => Object.keys(methods)).length;
    expect(count).toBe(allRoutes.length);
    for (const reference of references(document)) expect(find(document, reference), reference).toBeDefined();
  });

  test('no two routes share a method and a path', () => {
    const names = allRoutes.map(({ method, path }) => `${method} ${path.replace(/:\w+/g, ':')}`);

    expect(new Set(names).size).toBe(names.length);
  });

  test.each([
    ['zh-CN,zh;q=0.9', /[\u4e00-\u9fff]/],
    ['en-GB,en;q=0.9', /^[\x20-\x7e“”’]+$/],
  ])('a reader of %s gets problems in that language with a remedy', async (language, words) => {
    const answer = await clientOf(ground()).get('/api/v1/jobs', { 'accept-language': language });

    expect(answer.status).toBe(401);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.body.type).toBe('/problems/UNAUTHENTICATED');
    expect(answer.body.title).toMatch(words);
    expect(answer.body.remedy).toMatch(words);
    expect(answer.body.requestId).toBe(answer.headers.get('x-request-id'));
  });

  test('an unknown address is a problem document, not a page of the framework', async () => {
    const answer = await clientOf(ground()).get('/api/v1/no-such-thing');

    expect([answer.status, answer.body.code]).toEqual([404, 'NOT_FOUND']);
  });

  test.each([
    ['/healthz', 'api'],
    ['/api/v1/session', 'api'],
    ['/app/', 'page'],
    ['/sign-in/some-token-of-a-link', 'page'],
    ['/no-such-page', 'api'],
  ])('%s carries the security headers', async (path) => {
    const answer = await clientOf(ground()).get(path);

    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe-(inline|eval)|\*/);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    expect(answer.headers.get('x-powered-by')).toBeNull();
    const secure = ground().publicUrl.startsWith('https:');
    expect(answer.headers.get('strict-transport-security') !== null).toBe(secure);
  });

  test('a page is a shell without inline script, whose files are served to be kept', async () => {
    const answer = await ground().ask('/app/', { headers: { 'accept-language': 'en' } });
    const html = await answer.text();
    const script = /<script type="module" src="([^"]+)">/.exec(html)?.[1] ?? '';
    const served = await ground().ask(script);
    await served.arrayBuffer();

    expect(html).toContain('<html lang="en-US">');
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/);
    expect(html).not.toMatch(/\son\w+=|style=/);
    expect(served.status).toBe(200);
    expect(served.headers.get('content-type')).toMatch(/javascript/);
    expect(served.headers.get('cache-control')).toContain('immutable');
    expect(served.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('what was built for the server is not served', async () => {
    for (const path of ['/data/library.json', '/assets/../data/library.json', '/.vite/manifest.json']) {
      const answer = await ground().ask(path);
      await answer.arrayBuffer();
      expect([404, 400], path).toContain(answer.status);
    }
  });
}
