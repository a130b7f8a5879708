import { expect, test } from 'vitest';
import { apiName, callPaces } from '#adapters/shared/call-pace.ts';
import { fixedClock } from '#test/support/fixed-ports.ts';

function lane(limits: Parameters<typeof callPaces>[0]) {
  const clock = fixedClock();
  const started = clock.now().getTime();
  const pace = callPaces(limits).of('ins_1', clock, async (ms) => clock.advance({ seconds: ms / 1000 }));
  const sent = async (calls: number, api = 'users') => {
    const moments: number[] = [];
    const one = async () => {
      await pace.wait(api);
      moments.push(clock.now().getTime() - started);
    };
    await Promise.all(Array.from({ length: calls }, one));
    return moments;
  };
  return { pace, sent };
}

test('calls go out at once while the window has room, and never more than the limit in any stretch of it', async () => {
  const moments = await lane([{ calls: 20, perMs: 1000 }]).sent(100);
  expect(moments.slice(0, 20).every((at) => at === 0)).toBe(true);
  for (const at of moments)
    expect(moments.filter((other) => other > at - 1000 && other <= at).length).toBeLessThanOrEqual(20);
  expect(moments.at(-1)).toBeLessThan(5000);
});

test('the longer window counts too', async () => {
  const moments = await lane([
    { calls: 50, perMs: 1000 },
    { calls: 100, perMs: 60_000 },
  ]).sent(101);
  expect(moments[99]).toBeLessThan(2000);
  expect(moments[100]).toBeGreaterThanOrEqual(60_000);
});

test('an API that the platform asked to leave alone rests, the others go on', async () => {
  const { pace, sent } = lane([{ calls: 20, perMs: 1000 }]);
  pace.hold('users', 7000);
  expect(await sent(1, 'departments')).toEqual([0]);
  expect(await sent(1, 'users')).toEqual([7000]);
});

test('calls of one API are counted together whatever ids stand in the path', () => {
  expect(apiName('/contact/v3/users/ou_7d8a6e?x=1')).toBe('/contact/v3/users/:id');
  expect(apiName('/contact/v3/departments/0/children')).toBe('/contact/v3/departments/:id/children');
  expect(apiName('/v1.0/contact/users/me')).toBe('/v1.0/contact/users/me');
});
