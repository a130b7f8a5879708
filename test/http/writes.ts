import { expect, test } from 'vitest';
import { aCast, anOwner } from './cast.ts';
import { clientOf, type Ground, ownAddress } from './http-ground.ts';

const path = '/api/v1/people';
const someone = { name: '韩梅梅', roles: ['hr'] };

/** What a write may hold, and what happens when it comes twice. */
export function writes(ground: Ground): void {
  const peopleOf = async (client: ReturnType<typeof clientOf>): Promise<string[]> =>
    (await client.get(path)).body.items.map(({ name }: { name: string }) => name);

  test('a write repeated under its key is done once and answered alike', async () => {
    const { client } = await anOwner(ground());
    const headers = { 'idempotency-key': 'one-click' };

    const first = await client.post(path, someone, headers);
    const second = await client.post(path, someone, headers);

    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
    expect(second.headers.get('idempotent-replay')).toBe('true');
    expect((await peopleOf(client)).filter((name) => name === someone.name)).toHaveLength(1);
  });

  test('a key used for another body is refused', async () => {
    const { client } = await anOwner(ground());
    const headers = { 'idempotency-key': 'one-click' };
    await client.post(path, someone, headers);

    const other = await client.post(path, { ...someone, name: '李雷' }, headers);

    expect([other.status, other.body.code]).toEqual([409, 'IDEMPOTENCY_MISMATCH']);
    expect(await peopleOf(client)).not.toContain('李雷');
  });

  test('the same write sent by several tabs at once is done once', async () => {
    const { client } = await anOwner(ground());
    const headers = { 'idempotency-key': 'many-tabs' };

    const answers = await Promise.all(Array.from({ length: 6 }, () => client.post(path, someone, headers)));

    for (const { status } of answers) expect(status).toBeOneOf([201, 409]);
    expect(answers.some(({ status }) => status === 201)).toBe(true);
    expect((await peopleOf(client)).filter((name) => name === someone.name)).toHaveLength(1);
  });

  test('a refused write leaves its key free for the corrected one', async () => {
    const { client } = await anOwner(ground());
    const headers = { 'idempotency-key': 'corrected' };

    const refused = await client.post(path, { name: '', roles: [] }, headers);
    const corrected = await client.post(path, someone, headers);

    expect([refused.status, corrected.status]).toEqual([422, 201]);
  });

  test('the keys of two people do not meet', async () => {
    const [a, b] = [await anOwner(ground()), await anOwner(ground())];
    const headers = { 'idempotency-key': 'the-same' };

    const answers = [
      await a.client.post(path, someone, headers),
      await b.client.post(path, someone, headers),
    ];

    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(answers[0]?.body.person.id).not.toBe(answers[1]?.body.person.id);
  });

  test('a field that the route does not know is named in the reader’s language', async () => {
    const { client } = await anOwner(ground());

    const zh = await client.post(path, { ...someone, salary: 1 });
    const en = await client.post(path, { ...someone, salary: 1 }, { 'accept-language': 'en' });

    for (const answer of [zh, en]) {
      expect(answer.status).toBe(422);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
      expect(answer.body.errors).toEqual([expect.objectContaining({ field: 'salary' })]);
    }
    expect(zh.body.errors[0].problem).toMatch(/[\u4e00-\u9fff]/);
    expect(en.body.errors[0].problem).not.toMatch(/[\u4e00-\u9fff]/);
  });

  test.each<[string, string | Uint8Array, string, number]>([
    ['no JSON', '{"name": ', 'application/json', 400],
    ['not UTF-8', Uint8Array.of(0x7b, 0xff, 0xfe, 0x7d), 'application/json', 400],
    ['a form', 'name=a', 'application/x-www-form-urlencoded', 415],
    ['a list where an object belongs', '[1,2]', 'application/json', 422],
    ['deeply nested', `{"name":${'['.repeat(20_000)}${']'.repeat(20_000)}}`, 'application/json', 422],
    ['a prototype', '{"__proto__":{"roles":["owner"]},"name":"a","roles":["hr"]}', 'application/json', 422],
    ['one megabyte', JSON.stringify({ name: 'x'.repeat(1_048_576) }), 'application/json', 413],
  ])('a body that is %s is refused with a clear problem', async (_what, body, type, status) => {
    const { client } = await anOwner(ground());

    const answer = await client.call('POST', path, { body, headers: { 'content-type': type } });

    expect(answer.status, JSON.stringify(answer.body)).toBe(status);
    expect(answer.body).toMatchObject({ status, title: expect.any(String), remedy: expect.any(String) });
  });

  test('a stranger who tries many tokens is slowed down and told when to come back', async () => {
    await aCast(ground());
    const address = ownAddress();
    const client = clientOf(ground(), address);

    const answers = [];
    for (let i = 0; i < 22; i += 1) {
      answers.push(await client.post('/api/v1/session', { token: `guess-number-${i}-of-many` }));
    }
    const elsewhere = await clientOf(ground()).post('/api/v1/session', { token: 'another-stranger-here' });

    const last = answers.at(-1);
    expect([last?.status, last?.body.code]).toEqual([429, 'RATE_LIMITED']);
    expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(answers.filter(({ status }) => status === 429).length).toBeLessThanOrEqual(4);
    expect(elsewhere.status).toBe(404);
  });
}
