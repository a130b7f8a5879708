import { chmod, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { masterKeyFile } from '#adapters/shared/master-key-file.ts';
import { masterKeysFromText } from '#adapters/shared/master-keys.ts';

const root = await mkdtemp(join(tmpdir(), 'jinji-master-'));
afterAll(() => rm(root, { recursive: true }));
const aDirectory = (): Promise<string> => mkdtemp(join(root, 'data-'));

const problemWith = (text: string) => ({
  code: 'MASTER_KEY',
  details: { problem: expect.stringContaining(text) },
});

test('the first start makes a key that only its owner may read, and later starts use it', async () => {
  const directory = await aDirectory();
  const [made] = await masterKeyFile(directory).read();
  expect((await stat(join(directory, 'master.key'))).mode & 0o777).toBe(0o600);
  const [again] = await masterKeyFile(directory).read();
  expect(again?.id).toBe(made?.id);
  expect(await readFile(join(directory, 'master.key'), 'utf8')).toMatch(/^[A-Za-z0-9_-]{43}\n$/);
});

test('many first starts at once agree on one key', async () => {
  const directory = await aDirectory();
  const made = await Promise.all(Array.from({ length: 8 }, () => masterKeyFile(directory).read()));
  expect(new Set(made.map(([key]) => key?.id)).size).toBe(1);
});

test.each([0o640, 0o604, 0o666])(
  'a key file with mode %o is refused with the command that mends it',
  async (mode) => {
    const directory = await aDirectory();
    await masterKeyFile(directory).read();
    const path = join(directory, 'master.key');
    await chmod(path, mode);
    await expect(masterKeyFile(directory).read()).rejects.toMatchObject(problemWith(`chmod 600 ${path}`));
  },
);

test.each(['', 'too short', 'A'.repeat(42), 'A'.repeat(44), '!'.repeat(43)])(
  'a key file holding %j is refused, and left as it is',
  async (text) => {
    const directory = await aDirectory();
    const path = join(directory, 'master.key');
    await writeFile(path, text, { mode: 0o600 });
    await expect(masterKeyFile(directory).read()).rejects.toMatchObject(
      problemWith('restore it from your backup'),
    );
    expect(await readFile(path, 'utf8')).toBe(text);
  },
);

test('a link in the place of the key file is refused', async () => {
  const directory = await aDirectory();
  await symlink('/etc/hostname', join(directory, 'master.key'));
  await expect(masterKeyFile(directory).read()).rejects.toMatchObject(problemWith('plain file'));
});

test('a data directory that is not there is named', async () => {
  const missing = masterKeyFile(join(root, 'missing'));
  await expect(missing.read()).rejects.toMatchObject(problemWith('cannot create'));
});

test('while a rotation runs the next key comes first', async () => {
  const file = masterKeyFile(await aDirectory());
  const [old] = await file.read();
  await file.prepareNext();
  const [next, ...rest] = await file.read();
  expect(rest.map((key) => key.id)).toEqual([old?.id]);
  await file.prepareNext();
  expect((await file.read())[0]?.id).toBe(next?.id);
  await file.adoptNext();
  await file.adoptNext();
  expect((await file.read()).map((key) => key.id)).toEqual([next?.id]);
});

test('keys in a setting may be several, and a wrong one is refused without being shown', async () => {
  const key = btoa('k'.repeat(32));
  expect(await masterKeysFromText(`${key} ${btoa('l'.repeat(32))}`, 'MASTER_KEY').read()).toHaveLength(2);
  const failure = masterKeysFromText('hunter2 of ours', 'MASTER_KEY').read();
  await expect(failure).rejects.toMatchObject(problemWith('MASTER_KEY must hold 32 random bytes'));
  await expect(failure).rejects.not.toMatchObject(problemWith('hunter2 of ours'));
});
