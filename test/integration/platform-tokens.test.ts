import { expect, test } from 'vitest';
import { createTenantStores } from '#adapters/database/tenant-store.ts';
import { tenantSecrets } from '#adapters/shared/tenant-secrets.ts';
import { tokenSource } from '#core/platform/token-source.ts';
import { secureRandom } from '#plugins/host/ports.ts';
import { countedIds, type FixedClock, fixedClock } from '#test/support/fixed-ports.ts';
import { migratedLibsql } from '#test/support/libsql-database.ts';
import { sealedGround } from '#test/support/sealed-ground.ts';

/** Two processes over one database file: own connections, own memory, one company. */
async function twoProcesses(clock: FixedClock) {
  const ground = sealedGround();
  await ground.ring.newest('tnt_1').catch(() => undefined);
  const databases = await migratedLibsql(2);
  const now = () => clock.now().toISOString();
  const doorbell = { ring: async () => undefined };
  return databases.map((database, process) => {
    const stores = createTenantStores({ database, ids: countedIds(), doorbell, now });
    const rows = stores.open('tnt_1').platform.tokens;
    const secrets = tenantSecrets(process === 0 ? ground.ring : ground.anotherRing());
    const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms / 10));
    const parts = {
      tenantId: 'tnt_1',
      installationId: 'ins_1',
      rows,
      secrets,
      clock,
      random: secureRandom,
      pause,
    };
    return { rows, tokens: tokenSource(parts) };
  });
}

/** A platform that counts how often it is asked for a token, and takes its time. */
function countingPlatform() {
  const platform = {
    issued: 0,
    issue: async () => {
      platform.issued += 1;
      const value = `token-${platform.issued}`;
      await new Promise((done) => setTimeout(done, 50));
      return { value, expiresInSeconds: 7200 };
    },
  };
  return platform;
}

test('two processes that need a token at once ask the platform once, and both get it', async () => {
  const clock = fixedClock();
  const [a, b] = await twoProcesses(clock);
  const platform = countingPlatform();
  const held = await Promise.all(
    [a, b, a, b, a, b].map((process) => process?.tokens.get('app', platform.issue)),
  );
  expect(platform.issued).toBe(1);
  expect(held.map((token) => token?.value)).toEqual(Array(6).fill('token-1'));
});

test('before its end one process renews while the other goes on with the old token', async () => {
  const clock = fixedClock();
  const [a, b] = await twoProcesses(clock);
  const platform = countingPlatform();
  await a?.tokens.get('app', platform.issue);
  clock.advance({ seconds: 7200 - 100 });
  const [first, second] = await Promise.all([
    a?.tokens.get('app', platform.issue),
    b?.tokens.get('app', platform.issue),
  ]);
  expect(platform.issued).toBe(2);
  expect([first?.value, second?.value].sort()).toEqual(['token-1', 'token-2']);
});

test('a refused token is replaced, and refusing it twice does not throw away its successor', async () => {
  const clock = fixedClock();
  const [a, b] = await twoProcesses(clock);
  const platform = countingPlatform();
  const old = await a?.tokens.get('app', platform.issue);
  if (!old) throw new Error('no token');
  await Promise.all([a?.tokens.refuse('app', old), b?.tokens.refuse('app', old)]);
  await a?.tokens.get('app', platform.issue);
  await b?.tokens.refuse('app', old);
  expect((await b?.tokens.get('app', platform.issue))?.value).toBe('token-2');
});

test('a process that dies while it renews gives way after its lease', async () => {
  const clock = fixedClock();
  const [a, b] = await twoProcesses(clock);
  const nowMs = clock.now().getTime();
  await a?.rows.lease('ins_1:app', 'of-the-dead', nowMs, nowMs + 15_000);
  const platform = countingPlatform();
  const waiting = b?.tokens.get('app', platform.issue);
  clock.advance({ seconds: 16 });
  expect((await waiting)?.value).toBe('token-1');
});

test('tokens lie sealed in the database', async () => {
  const clock = fixedClock();
  const [a] = await twoProcesses(clock);
  await a?.tokens.get('app', async () => ({ value: 'a-secret-token', expiresInSeconds: 60 }));
  expect(JSON.stringify(await a?.rows.get('ins_1:app'))).not.toContain('a-secret-token');
});
