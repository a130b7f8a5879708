import { beforeAll, expect, test } from 'vitest';
import type { Database } from '#adapters/database/database.ts';
import { connectPlatform } from '#core/platform/connect-platform.ts';
import { receiveCallback } from '#core/platform/receive-callback.ts';
import type { Platform, PlatformPerson } from '#core/ports/platform.ts';
import { migratedLibsql } from '#test/support/libsql-database.ts';
import { platformGround } from '#test/support/platform-ground.ts';

const words = (text: string) => ({ zh: text, en: text });

/** A platform that does not exist: everything it is stands in this function. */
function pigeonPost(people: Map<string, PlatformPerson>): Platform {
  return {
    manifest: {
      id: 'pigeon-post',
      name: words('Pigeon post'),
      corpSetting: 'loft',
      settings: [
        {
          name: 'loft',
          label: words('Loft'),
          hint: words('On the roof'),
          secret: false,
          required: true,
          pattern: '^loft',
        },
      ],
      permissions: [],
    },
    clientPages: null,
    marketplace: null,
    connect: () => ({
      admins: null,
      approvals: null,
      client: null,
      check: async () => [],
      receive: async ({ body }) => ({
        answer: { contentType: 'text/plain', body: 'coo' },
        events: [{ id: 'e1', change: { kind: 'person', ids: [new TextDecoder().decode(body)] } }],
      }),
      calendar: null,
      messages: null,
      identity: {
        codeParameter: 'feather',
        signInAddress: () => 'https://pigeon.example.com',
        userOf: async ({ value }) => ({ id: value, name: null }),
      },
      directory: {
        departments: async () => ({
          items: [{ id: 'roof', parentId: null, name: '屋顶', order: 0, leaderIds: [] }],
          nextCursor: null,
        }),
        people: async (departmentId) => ({
          items: departmentId ? [...people.values()] : [],
          nextCursor: null,
        }),
        department: async () => null,
        person: async (id) => people.get(id) ?? null,
      },
    }),
  };
}

const aPerson = (id: string): PlatformPerson => ({
  id,
  name: `鸽${id}`,
  title: null,
  departmentIds: ['roof'],
  managerId: null,
  state: 'active',
});

let database: Database;
beforeAll(async () => {
  const [opened] = await migratedLibsql();
  if (opened) database = opened;
});

test('a fourth platform works by being named in the wiring: connected, read, kept right by events', async () => {
  const people = new Map([['1', aPerson('1')]]);
  const office = await platformGround(database, () => [pigeonPost(people)]);
  const { context, services } = office;
  await connectPlatform(context, 'pigeon-post', { loft: 'loft 7' });
  await office.work();
  const names = async () =>
    (await context.store.organisation.people({ after: null, limit: 9 })).map(({ value }) => value.name);
  expect(await names()).toEqual(['鸽1']);

  people.set('2', aPerson('2'));
  const installation = await context.store.platform.installation();
  const answer = await receiveCallback(services, 'pigeon-post', installation?.id ?? '', {
    method: 'POST',
    query: {},
    headers: {},
    body: new TextEncoder().encode('2'),
  });
  await office.work();
  expect(answer.body).toBe('coo');
  expect(await names()).toEqual(['鸽1', '鸽2']);
});
