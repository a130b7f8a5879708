import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '#adapters/http/app.ts';
import { nowOf, type Services } from '#core/ports/services.ts';
import { httpClient } from '../support/http-client.ts';
import { openReportGround, type ReportGround, type StaffMember } from '../support/report-ground.ts';

let folder: string;
let ground: ReportGround;
let owner: StaffMember;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jinji-idempotent-'));
  ground = await openReportGround({ dataDir: folder });
  owner = await ground.staff('owner', '周敏');
});
afterAll(async () => {
  await ground?.close();
  await rm(folder, { recursive: true, force: true });
});

const services = (): Services => ground.ground.installation.services;

/** The application with another system store or clock, asked by the owner. */
function clientOn(change: (services: Services) => Services) {
  const app = createApp({ services: change(services()), assets: {}, version: 'test' });
  return httpClient(async (path, init) => app.request(path, init), { cookie: owner.cookie });
}

/** A process that ends right after the write was committed: nothing of what would follow happens. */
const endsAfterCommit = (now: Services): Services => {
  const gone = async () => {
    throw new Error('the process ended here');
  };
  return { ...now, system: { ...now.system, finishIdempotent: gone, dropIdempotent: gone } };
};

const later =
  (seconds: number) =>
  (now: Services): Services => ({
    ...now,
    clock: { now: () => new Date(Date.parse(nowOf(now)) + seconds * 1000) },
  });

const invite = { name: '韩梅梅', roles: ['hr'] };
const invited = async () =>
  (await services().stores.open(ground.ground.owner.tenantId).people.list()).filter(
    ({ name }) => name === invite.name,
  ).length;

test('a process that ends between a write and its answer: the repeat does nothing and says that it was stored', async () => {
  const headers = { 'idempotency-key': 'ends-in-between' };
  const before = await invited();
  const lost = await clientOn(endsAfterCommit).post('/api/v1/people', invite, headers);
  const soon = await clientOn(later(5)).post('/api/v1/people', invite, headers);
  const repeated = await clientOn(later(70)).post('/api/v1/people', invite, headers);

  expect(lost.status).toBe(500);
  expect([soon.status, soon.body.code]).toEqual([409, 'CONFLICT']);
  expect([repeated.status, repeated.body.code]).toEqual([409, 'ALREADY_STORED']);
  expect(await invited()).toBe(before + 1);
});

test('a process that ends before its write: the repeat makes it', async () => {
  const headers = { 'idempotency-key': 'ends-before' };
  const before = await invited();
  const ends = (now: Services): Services => {
    const never = async () => {
      throw new Error('the process ended here');
    };
    const stopped = endsAfterCommit(now);
    return { ...stopped, system: { ...stopped.system, commit: never }, stores: refusing(now, never) };
  };
  const lost = await clientOn(ends).post('/api/v1/people', invite, headers);
  const repeated = await clientOn(later(70)).post('/api/v1/people', invite, headers);

  expect([lost.status, repeated.status]).toEqual([500, 201]);
  expect(await invited()).toBe(before + 1);
});

const refusing = (now: Services, commit: () => Promise<never>): Services['stores'] => ({
  open: (tenantId) => ({ ...now.stores.open(tenantId), commit }),
});

test('a write that was thought abandoned and is still going on writes nothing once another has taken its key', async () => {
  const headers = { 'idempotency-key': 'slow' };
  const before = await invited();
  let taken: { readonly status: number } | undefined;
  const slow = clientOn((now) => ({
    ...now,
    stores: {
      open: (tenantId) => {
        const store = now.stores.open(tenantId);
        return {
          ...store,
          async commit(changes) {
            taken ??= await clientOn(later(70)).post('/api/v1/people', invite, headers);
            await store.commit(changes);
          },
        };
      },
    },
  }));
  const late = await slow.post('/api/v1/people', invite, headers);

  expect([taken?.status, late.status]).toEqual([201, 409]);
  expect(await invited()).toBe(before + 1);
});

test('an answer kept for repeats is sealed: no link and no name of it can be read from the disk', async () => {
  const headers = { 'idempotency-key': 'kept-sealed' };
  const kept: string[] = [];
  const watched = (now: Services): Services => ({
    ...now,
    system: {
      ...now.system,
      finishIdempotent: (key, status, body) => {
        kept.push(body);
        return now.system.finishIdempotent(key, status, body);
      },
    },
  });
  const client = clientOn(watched);
  const first = await client.post('/api/v1/people', invite, headers);
  const repeated = await client.post('/api/v1/people', invite, headers);

  expect(repeated.body).toEqual(first.body);
  expect(first.body.link.url).toContain('/sign-in/');
  expect(kept).toHaveLength(1);
  expect(kept[0]).toMatch(/^s1\./);
});
