import { afterAll, expect, test } from 'vitest';
import { guardedFetch } from '#adapters/shared/guarded-fetch.ts';
import { httpFetch } from '#adapters/shared/http-fetch.ts';
import { startServer } from '#test/support/http-server.ts';

const server = await startServer((_, response) =>
  response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end('ok'),
);
afterAll(() => server.close());
const port = new URL(server.origin).port;
const refused = { code: 'ADDRESS_REFUSED' };
const resolvingTo =
  (...addresses: string[]) =>
  async () =>
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));

test('a public name that resolves to a private address is refused while connecting', async () => {
  for (const found of [['127.0.0.1'], ['::1'], ['8.8.8.8', '10.0.0.1'], ['::ffff:127.0.0.1'], []]) {
    const call = guardedFetch([], resolvingTo(...found))(`https://rebind.example.com:${port}/`, {});
    await expect(call).rejects.toMatchObject(refused);
  }
  expect(server.requests).toHaveLength(0);
});

test('a name that changes its address after a check gets nowhere', async () => {
  const answers = [['93.184.216.34'], ['127.0.0.1']];
  const changing = async () => await resolvingTo(...(answers.shift() ?? ['127.0.0.1']))();
  await changing();
  await expect(guardedFetch([], changing)(`https://rebind.example.com:${port}/`, {})).rejects.toMatchObject(
    refused,
  );
});

test('private addresses are refused before anything is resolved', async () => {
  const never = async () => {
    throw new Error('resolved');
  };
  for (const address of ['https://127.0.0.1/', 'https://localhost/', 'http://example.com/']) {
    await expect(guardedFetch([], never)(address, {})).rejects.toMatchObject(refused);
  }
});

test('a host allowed by name is reached, and its redirect is not followed', async () => {
  const before = server.requests.length;
  const answer = await guardedFetch([`127.0.0.1:${port}`])(`${server.origin}/v1`, {
    method: 'POST',
    body: 'x',
  });
  expect(answer.status).toBe(302);
  expect(server.requests).toHaveLength(before + 1);
});

test('the refusal passes through the retrying client as it is, without a second attempt', async () => {
  let lookups = 0;
  const counting = async () => {
    lookups += 1;
    return resolvingTo('10.0.0.1')();
  };
  const send = httpFetch({ fetch: guardedFetch([], counting), timeoutMs: 1000 });
  await expect(send('https://rebind.example.com/', {})).rejects.toMatchObject(refused);
  expect(lookups).toBe(1);
});
