import { expect, test } from 'vitest';
import { sealedVersion, tenantSecrets } from '#adapters/shared/tenant-secrets.ts';
import { newMaster, sealedGround } from '#test/support/sealed-ground.ts';

const damaged = { code: 'STORED_DATA_DAMAGED' };

function aGround() {
  const ground = sealedGround();
  return { ...ground, secrets: tenantSecrets(ground.ring) };
}

test.each(['13812345678', '', '王芳 <wang.fang@example.com>', '😀'.repeat(1000)])(
  'gives back the sealed text %j',
  async (text) => {
    const { secrets, anotherRing } = aGround();
    const sealed = await secrets.seal('tnt_1', 'candidate.phone', text);
    expect(sealed).toMatch(/^s1\.1\.[A-Za-z0-9_-]+$/);
    expect(await secrets.open('tnt_1', 'candidate.phone', sealed)).toBe(text);
    expect(await tenantSecrets(anotherRing()).open('tnt_1', 'candidate.phone', sealed)).toBe(text);
  },
);

test('the same text sealed twice looks different', async () => {
  const { secrets } = aGround();
  const twice = [await secrets.seal('tnt_1', 'p', 'a'), await secrets.seal('tnt_1', 'p', 'a')];
  expect(new Set(twice).size).toBe(2);
});

test('a sealed text opens only for its tenant and purpose', async () => {
  const { secrets } = aGround();
  const sealed = await secrets.seal('tnt_1', 'candidate.phone:can_1', '13812345678');
  await secrets.seal('tnt_2', 'candidate.phone:can_1', 'x');
  await expect(secrets.open('tnt_1', 'candidate.phone:can_2', sealed)).rejects.toMatchObject(damaged);
  await expect(secrets.open('tnt_2', 'candidate.phone:can_1', sealed)).rejects.toMatchObject(damaged);
  await expect(secrets.open('tnt_3', 'candidate.phone:can_1', sealed)).rejects.toMatchObject(damaged);
});

test('tenant and purpose cannot be shifted into one another', async () => {
  const { secrets, keys } = aGround();
  const sealed = await secrets.seal('ab', 'c', 'x');
  const [record] = keys.records;
  if (record !== undefined) keys.records.push({ ...record, tenantId: 'a' });
  await expect(secrets.open('a', 'bc', sealed)).rejects.toMatchObject(damaged);
});

test.each([
  '',
  's1.1.',
  's1.1.AAAA',
  's1.9.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
  's2.1.AAAA',
  's1.1.!!',
  '13812345678',
])('refuses %j as a sealed text', async (text) => {
  const { secrets } = aGround();
  await secrets.seal('tnt_1', 'p', 'a');
  await expect(secrets.open('tnt_1', 'p', text)).rejects.toMatchObject(damaged);
});

test('any altered character is noticed', async () => {
  const { secrets } = aGround();
  const sealed = await secrets.seal('tnt_1', 'p', 'secret');
  for (let i = 5; i < sealed.length - 1; i += 1) {
    const altered = `${sealed.slice(0, i)}${sealed[i] === 'A' ? 'B' : 'A'}${sealed.slice(i + 1)}`;
    await expect(secrets.open('tnt_1', 'p', altered)).rejects.toMatchObject(damaged);
  }
});

test('equal texts have equal search hashes within a tenant and purpose, and nowhere else', async () => {
  const { secrets, anotherRing } = aGround();
  const hash = await secrets.searchHash('tnt_1', 'phone', '13812345678');
  expect(await tenantSecrets(anotherRing()).searchHash('tnt_1', 'phone', '13812345678')).toBe(hash);
  const others = [
    await secrets.searchHash('tnt_1', 'mail', '13812345678'),
    await secrets.searchHash('tnt_2', 'phone', '13812345678'),
    await secrets.searchHash('tnt_1', 'phone', '13812345679'),
  ];
  expect(new Set([hash, ...others]).size).toBe(4);
});

test('a new key version seals, the old one still opens, and reseal moves a text over once', async () => {
  const { secrets, ring } = aGround();
  const old = await secrets.seal('tnt_1', 'p', 'secret');
  expect(await secrets.reseal('tnt_1', 'p', old)).toBeNull();
  expect(await ring.addVersion('tnt_1')).toBe(2);
  expect(await secrets.open('tnt_1', 'p', old)).toBe('secret');
  const renewed = (await secrets.reseal('tnt_1', 'p', old)) ?? '';
  expect(sealedVersion(renewed)).toBe(2);
  expect(await secrets.reseal('tnt_1', 'p', renewed)).toBeNull();
  await ring.destroy('tnt_1', 1);
  expect(await secrets.open('tnt_1', 'p', renewed)).toBe('secret');
  await expect(secrets.open('tnt_1', 'p', old)).rejects.toMatchObject(damaged);
});

test('while keys are rotated, a search covers hashes of every live key', async () => {
  const { secrets, ring } = aGround();
  const before = await secrets.searchHash('tnt_1', 'phone', '13812345678');
  await ring.addVersion('tnt_1');
  const after = await secrets.searchHash('tnt_1', 'phone', '13812345678');
  expect(await secrets.searchHashes('tnt_1', 'phone', '13812345678')).toEqual([after, before]);
  expect([before, after, 'something'].map(sealedVersion)).toEqual([1, 2, null]);
});

test('a process that has not heard of a new key version opens its texts all the same', async () => {
  const { secrets, anotherRing } = aGround();
  await secrets.seal('tnt_1', 'p', 'first');
  const elsewhere = anotherRing();
  await elsewhere.addVersion('tnt_1');
  const sealed = await tenantSecrets(elsewhere).seal('tnt_1', 'p', 'second');
  expect(await secrets.open('tnt_1', 'p', sealed)).toBe('second');
});

test('two processes that seal a tenant’s first text together make one key', async () => {
  const { secrets, anotherRing, keys } = aGround();
  const all = [secrets, tenantSecrets(anotherRing()), tenantSecrets(anotherRing())];
  const sealed = await Promise.all(all.map((each) => each.seal('tnt_1', 'p', 'text')));
  for (const text of sealed) expect(await secrets.open('tnt_1', 'p', text)).toBe('text');
  expect(keys.records).toHaveLength(1);
});

test('destroying a tenant’s keys makes everything it sealed unreadable', async () => {
  const { secrets, ring, clock, anotherRing } = aGround();
  const elsewhere = tenantSecrets(anotherRing());
  const sealed = await secrets.seal('tnt_1', 'p', 'secret');
  await elsewhere.open('tnt_1', 'p', sealed);
  await ring.destroy('tnt_1');
  await expect(secrets.open('tnt_1', 'p', sealed)).rejects.toMatchObject(damaged);
  clock.now += 60_001;
  await expect(elsewhere.open('tnt_1', 'p', sealed)).rejects.toMatchObject(damaged);
});

test('a wrong master key is named as such, with the fingerprints', async () => {
  const { secrets, anotherRing, keys } = aGround();
  const sealed = await secrets.seal('tnt_1', 'p', 'secret');
  const wrong = tenantSecrets(anotherRing(newMaster));
  const failure = wrong.open('tnt_1', 'p', sealed);
  await expect(failure).rejects.toMatchObject({ code: 'MASTER_KEY' });
  await expect(failure).rejects.toMatchObject({
    details: { problem: expect.stringContaining(keys.records[0]?.masterId ?? '?') },
  });
});
