import { applyD1Migrations } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';

test('every released migration runs on D1', async () => {
  await applyD1Migrations(env.DB, env.MIGRATIONS);

  const applied = await env.DB.prepare('SELECT count(*) AS n FROM d1_migrations').first<{ n: number }>();

  expect(applied?.n).toBe(env.MIGRATIONS.length);
});

test('R2 gives back the range of an object that was asked for', async () => {
  await env.OBJECTS.put('recordings/a', new Uint8Array([10, 20, 30, 40]));

  const part = await env.OBJECTS.get('recordings/a', { range: { offset: 1, length: 2 } });

  expect(new Uint8Array(await (part as R2ObjectBody).arrayBuffer())).toEqual(new Uint8Array([20, 30]));
});
