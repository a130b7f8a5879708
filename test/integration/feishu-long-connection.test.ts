import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { feishuLongConnection } from '#adapters/feishu/long-connection.ts';
import { AppError } from '#core/errors/app-error.ts';
import type { PlatformEvent } from '#core/ports/platform.ts';
import type { OpenStream } from '#core/ports/platform-stream.ts';
import { type FeishuPushServer, feishuPushServer } from '../emulators/feishu/push.ts';

/** Ends as soon as the state is there, so that a slow machine costs a passing test nothing; milliseconds. */
const patience = 30_000;

const app = { appId: 'cli_0123456789abcdef', appSecret: 'emulated-feishu-secret-0123456789' };
let server: FeishuPushServer;
let stream: OpenStream | null = null;
beforeEach(async () => {
  server = await feishuPushServer(app);
});
afterEach(async () => {
  stream?.close();
  await stream?.ended;
  stream = null;
  await server.close();
});

function connectionOf(settings: Readonly<Record<string, string>> = app) {
  const installation = { id: 'ins_1', tenantId: 'tnt_1', platform: 'feishu', settings };
  const events: PlatformEvent[] = [];
  let opened = 0;
  let failing = false;
  const held = feishuLongConnection(
    { fetch: (address, init) => fetch(address, init), apiBase: server.api, nowSeconds: () => 1_800_000_000 },
    installation as Parameters<typeof feishuLongConnection>[1],
  );
  const listener = {
    received: async (more: readonly PlatformEvent[]) => {
      if (failing) throw new Error('the database is away');
      events.push(...more);
    },
    opened: () => {
      opened += 1;
    },
  };
  return {
    events,
    opened: () => opened,
    fail: (now: boolean) => {
      failing = now;
    },
    open: () => held.open(listener),
  };
}

test('events over Feishu’s long connection come through the official SDK, acknowledged once stored, else asked for again', async () => {
  const connection = connectionOf();
  stream = await connection.open();
  expect(connection.opened()).toBe(1);
  const first = server.send('contact.user.updated_v3', 'e-1', { open_id: 'ou_1' });
  await vi.waitFor(() => expect(server.answers.get(first)).toBe(200), patience);
  expect(connection.events).toEqual([{ id: 'e-1', change: { kind: 'person', ids: ['ou_1'] } }]);
  connection.fail(true);
  const second = server.send('contact.user.updated_v3', 'e-2', { open_id: 'ou_2' });
  await vi.waitFor(() => expect(server.answers.get(second)).toBe(500), patience);
});

test('a connection that breaks has ended, and another one can be opened', async () => {
  const connection = connectionOf();
  const broken = await connection.open();
  server.drop();
  await broken.ended;
  stream = await connection.open();
  await vi.waitFor(() => expect(server.open()).toBe(1), patience);
  expect(connection.opened()).toBe(2);
});

test('keys that Feishu refuses are named by their field', async () => {
  const wrong = connectionOf({ ...app, appSecret: 'another-secret' });
  const error = await wrong.open().catch((refusal: unknown) => refusal);
  expect(error).toBeInstanceOf(AppError);
  expect(error).toMatchObject({ code: 'PLATFORM_SETTINGS', details: { field: 'appSecret' } });
  expect(wrong.opened()).toBe(0);
});
