import { expect, test } from 'vitest';
import { prepareSignInLink } from '#core/company/sign-in.ts';
import { aCast, anOwner, cookieName } from './cast.ts';
import { clientOf, type Ground } from './http-ground.ts';

const tokenOf = (link: string): string => new URL(link).pathname.split('/').at(-1) ?? '';

/** Signing in, staying in, getting out, and what other sites cannot do. */
export function sessions(ground: Ground): void {
  test('a sign-in link opens a session in a cookie that scripts and other sites cannot use', async () => {
    const { ownerLink } = await aCast(ground());
    const client = clientOf(ground());

    const answer = await client.signIn(ownerLink);
    const session = await client.get('/api/v1/session');

    const cookie = answer.headers.getSetCookie()[0] ?? '';
    expect(cookie).toMatch(/^\S+; /);
    expect(cookie.startsWith(`${cookieName(ground())}=`)).toBe(true);
    expect(cookie).toMatch(/; HttpOnly/);
    expect(cookie).toMatch(/; SameSite=Lax/);
    expect(/; Secure/.test(cookie)).toBe(ground().publicUrl.startsWith('https:'));
    expect(session.status).toBe(200);
    expect(session.body.permissions).toContain('company.erase');
  });

  test('whoever signs in for the first time goes on in the language of that page, and keeps it afterwards', async () => {
    const { tenantId, ownerLink } = await aCast(ground());
    const { services } = ground();
    const signIn = (link: string, language: string) =>
      clientOf(ground(), { 'accept-language': language }).signIn(link);

    await signIn(ownerLink, 'en-GB,en;q=0.9');
    const owner = (await services.stores.open(tenantId).people.list()).find(({ roles }) =>
      roles.includes('owner'),
    );
    const later = await prepareSignInLink(services, tenantId, owner?.id ?? '');
    await services.system.commit([later.change]);
    await signIn(later.url, 'zh-CN');

    expect((await services.stores.open(tenantId).people.get(owner?.id ?? ''))?.locale).toBe('en-US');
  });

  test('a sign-in link opened by several at once lets one of them in', async () => {
    const { ownerLink } = await aCast(ground());
    const body = { token: tokenOf(ownerLink) };

    const answers = await Promise.all(
      Array.from({ length: 4 }, () => clientOf(ground()).post('/api/v1/session', body)),
    );
    const later = await clientOf(ground()).post('/api/v1/session', body);

    expect(answers.map(({ status }) => status).sort()).toEqual(
      [204, 409, 409, 409].map((n, i) => (i === 0 ? n : expect.toBeOneOf([409, 410]))),
    );
    expect([later.status, later.body.code]).toEqual([410, 'LINK_USED']);
  });

  test.each([
    ['no-such-token-at-all-00'],
    ['../../etc/passwd'],
    ['令牌'],
    ["' OR 1=1 --"],
    ['x'.repeat(5000)],
  ])('the sign-in token %j is refused without a fault of the server', async (token) => {
    const answer = await clientOf(ground()).post('/api/v1/session', { token });

    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  test('signing out ends the session on the server, not only in the browser', async () => {
    const { headers } = await aCast(ground());
    const client = clientOf(ground(), headers.owner);

    await client.call('DELETE', '/api/v1/session');

    expect((await client.get('/api/v1/session')).status).toBe(401);
  });

  test('a person whose access is taken away is out at once', async () => {
    const { client, headers } = await anOwner(ground());
    const people = await client.get('/api/v1/people');
    const hr = people.body.items.find(({ roles }: { roles: string[] }) => roles.includes('hr'));

    const changed = await client.call('PATCH', `/api/v1/people/${hr.id}`, { body: { state: 'disabled' } });

    expect(changed.status).toBe(200);
    expect((await clientOf(ground(), headers.hr).get('/api/v1/session')).status).toBe(401);
  });

  test.each<[string, Record<string, string>]>([
    ['without the header of our pages', { 'x-jinji-request': '' }],
    ['from another origin', { origin: 'https://evil.example' }],
    ['from another site', { 'sec-fetch-site': 'cross-site' }],
  ])('a write %s is refused', async (_how, headers) => {
    const { client } = await anOwner(ground());

    const answer = await client.post('/api/v1/people', { name: '李雷', roles: ['hr'] }, headers);

    expect([answer.status, answer.body.code]).toEqual([403, 'CSRF']);
  });

  test.each(['Bearer short', 'Bearer no-such-link-token-at-all', 'Basic abc', 'Bearer '])(
    'a candidate with the credentials %j is told clearly',
    async (authorization) => {
      const answer = await clientOf(ground(), { authorization }).get('/api/v1/interview');

      expect(answer.status).toBeOneOf([401, 404]);
      expect(answer.body.title).toMatch(/[\u4e00-\u9fff]/);
    },
  );
}
