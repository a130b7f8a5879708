import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { dingtalkPlatform } from '#adapters/dingtalk/dingtalk-platform.ts';
import { notify } from '#core/message/notify.ts';
import { connectPlatform } from '#core/platform/connect-platform.ts';
import { nowOf } from '#core/ports/services.ts';
import { openSocket } from '#plugins/host/open-socket.ts';
import { createStreamLoop, type StreamLoop } from '#plugins/host/stream-loop.ts';
import { migratedLibsql } from '#test/support/libsql-database.ts';
import { type PlatformGround, platformGround } from '#test/support/platform-ground.ts';
import { isExact } from '../contract/mirrored-company.ts';
import { dingtalkOffice } from '../contract/office-dingtalk.ts';
import { dingtalkCardTemplate } from '../emulators/dingtalk/dingtalk-emulator.ts';
import { type DingtalkStreamServer, dingtalkStreamServer } from '../emulators/dingtalk/push.ts';
import { madeCompany } from '../emulators/shared/company.ts';

/** Ends as soon as the state is there, so that a slow machine costs a passing test nothing; milliseconds. */
const patience = 30_000;

const times = { lookMs: 40, leaseMs: 60_000, firstRestMs: 10, longestRestMs: 80 };
const loops: StreamLoop[] = [];
let server: DingtalkStreamServer;
type OfficeEmulator = ReturnType<typeof dingtalkOffice.open>;
let ground: PlatformGround & { readonly emulator: OfficeEmulator; readonly installationId: string };

beforeEach(async () => {
  server = await dingtalkStreamServer();
  const [database] = await migratedLibsql();
  if (!database) throw new Error('no database');
  const held: { emulator?: OfficeEmulator } = {};
  const made = await platformGround(database, (clock) => {
    const emulator = dingtalkOffice.open((ids) => madeCompany({ departments: 3, people: 8, ...ids }), clock);
    held.emulator = emulator;
    // The directory is the emulator's, the gateway a server of its own.
    const stream = dingtalkPlatform({
      fetch: (address, init) => fetch(address, init),
      apiBase: server.api,
      openSocket: openSocket(null),
    });
    const { platform } = emulator;
    return [
      {
        ...platform,
        connect: (installation, tools) => {
          const gateway = stream.connect(installation, tools).stream;
          return { ...platform.connect(installation, tools), ...(gateway ? { stream: gateway } : {}) };
        },
      },
    ];
  });
  if (!held.emulator) throw new Error('no emulator');
  await connectPlatform(made.context, 'dingtalk', held.emulator.settings);
  await made.work();
  const row = await made.context.store.platform.installation();
  if (!row) throw new Error('not connected');
  ground = { ...made, emulator: held.emulator, installationId: row.id };
});

afterEach(async () => {
  await Promise.all(loops.splice(0).map((loop) => loop.stop()));
  await server.close();
});

const delivery = () => ground.context.store.platform.deliveries.get(ground.installationId);

async function chosen(processes = 1): Promise<void> {
  await ground.context.store.platform.deliveries.setWay(ground.installationId, 'connection');
  for (let n = 0; n < processes; n += 1) {
    const loop = createStreamLoop(times);
    loops.push(loop);
    loop.start(ground.services);
  }
  await vi.waitFor(() => expect(server.open()).toBe(1), patience);
}

function renamed(title: string): string {
  const { people } = ground.emulator.company;
  const [person] = [...people.values()];
  if (!person) throw new Error('nobody');
  people.set(person.id, { ...person, title });
  return person.id;
}

const answered = (messageId: string) =>
  vi.waitFor(() => {
    const found = server.answers.find((answer) => answer.messageId === messageId);
    expect(found).toBeDefined();
    return found;
  }, patience);

test('an event over the connection is stored, then acknowledged, and its repetition changes nothing', async () => {
  await chosen();
  const id = renamed('区域经理');
  const event = { eventType: 'user_modify_org', eventId: 'e-1', data: { userId: [id] } };
  const first = await answered(server.send(event));
  expect(first).toMatchObject({ code: 200, data: JSON.stringify({ status: 'SUCCESS', message: '' }) });
  await answered(server.send(event));
  ground.emulator.faults.calls.length = 0;
  await ground.work();
  expect(ground.emulator.faults.calls.filter((path) => path.includes('user/get'))).toHaveLength(1);
  expect(await isExact(ground, ground.emulator)).toBe(true);
  expect(await delivery()).toMatchObject({ way: 'connection', errorCode: null, lostAt: null });
});

test('a broken, an ended and a refused connection are opened again, and what came meanwhile is not lost', async () => {
  await chosen();
  server.drop();
  await vi.waitFor(() => expect(server.opened()).toBeGreaterThanOrEqual(2), patience);
  await vi.waitFor(() => expect(server.open()).toBe(1), patience);
  server.refuse(3, 503, 'ServiceUnavailable');
  server.askToLeave();
  await vi.waitFor(() => expect(server.opened()).toBeGreaterThanOrEqual(6), patience);
  await vi.waitFor(() => expect(server.open()).toBe(1), patience);
  const id = renamed('店长助理');
  await answered(server.send({ eventType: 'user_modify_org', eventId: 'e-2', data: { userId: [id] } }));
  await ground.work();
  expect(await isExact(ground, ground.emulator)).toBe(true);
});

test('pings are echoed, unknown topics refused, and what is no frame does no harm', async () => {
  await chosen();
  server.sendRaw('not a frame');
  server.sendRaw(JSON.stringify({ type: 'CALLBACK', headers: { messageId: 'm-callback' }, data: '{}' }));
  server.sendRaw(JSON.stringify({ type: 'EVENT', header: { messageId: 'm-bad' }, data: '{' }));
  server.ping();
  expect(await answered('m-callback')).toMatchObject({ code: 404 });
  expect((await answered('m-bad'))?.data).toContain('LATER');
  await vi.waitFor(
    () => expect(server.answers.some(({ data }) => data.includes('opaque'))).toBe(true),
    patience,
  );
});

test('of two processes one holds the connection; the other takes over when it stops, and both end at once', async () => {
  await chosen(2);
  await new Promise((later) => setTimeout(later, 200));
  expect(server.open()).toBe(1);
  const first = loops[0];
  await first?.stop();
  await vi.waitFor(() => expect(server.open()).toBe(1), patience);
  const began = Date.now();
  await Promise.all(loops.splice(0).map((loop) => loop.stop()));
  // Far less than the lease that a dead process would leave behind.
  expect(Date.now() - began).toBeLessThan(times.leaseMs / 3);
  await vi.waitFor(() => expect(server.open()).toBe(0), patience);
  expect(await delivery()).toMatchObject({ connectedAt: null });
});

test('choosing the callback again closes the connection; keys that are refused are told by their code', async () => {
  await chosen();
  await ground.context.store.platform.deliveries.setWay(ground.installationId, 'callback');
  await vi.waitFor(() => expect(server.open()).toBe(0), patience);
  server.refuse(50, 400, 'invalidClientIdOrSecret');
  await ground.context.store.platform.deliveries.setWay(ground.installationId, 'connection');
  await vi.waitFor(async () => expect((await delivery())?.errorCode).toBe('PLATFORM_SETTINGS'), patience);
  const text = JSON.stringify(ground.lines);
  for (const secret of ground.emulator.secrets) expect(text).not.toContain(secret);
});

test('a pressed button over the connection is answered, done once, and closes its card', async () => {
  const { context, services, emulator } = ground;
  await connectPlatform(context, 'dingtalk', { cardTemplateId: dingtalkCardTemplate });
  await chosen();
  const [account = ''] = emulator.company.people.keys();
  const id = services.ids.next('per');
  const createdAt = nowOf(services);
  const person = { id, name: '许静', state: 'active', locale: 'zh-CN', createdAt, lastSeenAt: null } as const;
  await context.store.commit([
    context.store.people.add({ ...person, roles: ['interviewer'] }),
    context.store.platform.addAccount({ id: account, personId: id, createdAt, grantedRoles: [] }),
    ...notify(context, { kind: 'second_round_arranged', to: [id], subjectId: 'rnd_1', urgent: true }),
  ]);
  await ground.work();
  const pressed = emulator.cards.pressed(account, '知道了');
  const first = await answered(server.press(pressed?.data));
  await answered(server.press(pressed?.data));
  expect(first).toMatchObject({ code: 200, data: JSON.stringify({ response: null }) });
  emulator.faults.calls.length = 0;
  await ground.work();

  expect(emulator.cards.cardsOf(account)).toMatchObject([{ closed: '已确认', buttons: [] }]);
  expect(emulator.faults.calls.filter((path) => path.endsWith('/card/instances'))).toHaveLength(1);
  expect(await context.store.messages.unread(id)).toBe(0);
});
