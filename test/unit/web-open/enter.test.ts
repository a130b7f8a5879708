import { beforeAll, expect, test, vi } from 'vitest';
import type { BridgeModule, ClientBridge } from '#core/ports/client-bridge.ts';
import { createApiClient } from '#plugins/web/kit/api-client.ts';
import { type EnterParts, enter } from '#plugins/web/open/enter.ts';

const bridgeOf = (signInCode: ClientBridge['signInCode']): ClientBridge => ({
  signInCode,
  setTitle: () => undefined,
  close: null,
  share: null,
  shareOutside: null,
  scan: null,
  preview: null,
  pickPeople: null,
  dictate: null,
  showName: null,
});

// Node 20 has no navigator.
beforeAll(() => {
  vi.stubGlobal('navigator', {});
});

/** An entry in a client (or a plain browser) over a server that answers as told. */
function anEntry(options: {
  readonly bridge?: ClientBridge | null;
  readonly answers: Readonly<Record<string, { readonly status: number; readonly body: unknown }>>;
  readonly tried?: boolean;
}) {
  const seen: { path: string; headers: Headers; body: unknown }[] = [];
  const gone: string[] = [];
  let tried = options.tried ?? false;
  const fake: typeof fetch = async (url, init = {}) => {
    const path = String(url).replace('/api/v1', '');
    seen.push({ path, headers: new Headers(init.headers), body: init.body && JSON.parse(String(init.body)) });
    const { status, body } = options.answers[path] ?? { status: 500, body: {} };
    return new Response(JSON.stringify(body), { status });
  };
  const module: BridgeModule | null = options.bridge
    ? { isClient: () => true, openBridge: async () => options.bridge as ClientBridge }
    : null;
  const parts: EnterParts = {
    entry: { platform: 'dingtalk', installationId: 'ins_1', base: '/open/dingtalk/ins_1', below: '/jobs' },
    userAgent: 'test',
    framed: true,
    client: (bearer, headers) =>
      createApiClient({ fetch: fake, language: () => 'zh-CN', retryDelays: [], bearer, headers }),
    go: (address) => void gone.push(address),
    tried: { get: () => tried, set: (now) => (tried = now) },
    loadBridge: async () => module,
  };
  return { parts, seen, gone };
}

const start = { status: 200, body: { app: {}, sdk: {}, silentSignIn: 'code', state: 's1' } };
const signInPage = '/platform/dingtalk/sign-in/ins_1?to=%2Fjobs';

test('in the client a code is redeemed, and the token in memory goes with every later request', async () => {
  const { parts, seen } = anEntry({
    bridge: bridgeOf(async () => 'code-1'),
    answers: {
      '/open/dingtalk/ins_1': start,
      '/open/dingtalk/ins_1/session': { status: 200, body: { token: 'tok' } },
    },
  });
  const entered = await enter(parts);
  expect(entered.kind).toBe('in');
  expect(seen.at(-1)).toMatchObject({ body: { code: 'code-1', state: 's1', framed: true } });
  expect(seen.every(({ headers }) => headers.get('x-jinji-open') === 'ins_1')).toBe(true);
  if (entered.kind === 'in') expect(entered.place.bearer()).toBe('tok');
});

test('when the client gives no code the redirect is tried once, and then a person is asked', async () => {
  const bridge = bridgeOf(async () => {
    throw new Error('3');
  });
  const answers = { '/open/dingtalk/ins_1': start };
  const first = anEntry({ bridge, answers });
  expect(await enter(first.parts)).toEqual({ kind: 'leaving' });
  expect(first.gone).toEqual([signInPage]);
  const again = anEntry({ bridge, answers, tried: true });
  expect((await enter(again.parts)).kind).toBe('help');
  expect(again.gone).toEqual([]);
});

test('a client without codes comes by the redirect at each opening, and comes back signed in', async () => {
  const bridge = bridgeOf(null);
  const answers = { '/open/dingtalk/ins_1': start, '/session': { status: 200, body: {} } };
  const opening = anEntry({ bridge, answers });
  expect(await enter(opening.parts)).toEqual({ kind: 'leaving' });
  const back = anEntry({ bridge, answers, tried: true });
  expect((await enter(back.parts)).kind).toBe('in');
});

test('a plain browser with a session goes in, one without is asked and never sent away by itself', async () => {
  const known = anEntry({
    answers: { '/open/dingtalk/ins_1': start, '/session': { status: 200, body: {} } },
  });
  expect((await enter(known.parts)).kind).toBe('in');
  const unknown = anEntry({
    answers: { '/open/dingtalk/ins_1': start, '/session': { status: 401, body: { status: 401 } } },
  });
  expect(await enter(unknown.parts)).toEqual({ kind: 'help', problem: null });
  expect(unknown.gone).toEqual([]);
});

test('an unknown app is told of, without a way to a sign-in that cannot work', async () => {
  const { parts, gone } = anEntry({
    bridge: bridgeOf(null),
    answers: { '/open/dingtalk/ins_1': { status: 404, body: { status: 404, code: 'NOT_FOUND' } } },
  });
  expect((await enter(parts)).kind).toBe('help');
  expect(gone).toEqual([]);
});
