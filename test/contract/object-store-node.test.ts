import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { fileSystemStore } from '#adapters/object-store/file-system.ts';
import { sealedStore } from '#adapters/object-store/sealed-store.ts';
import { masterKeyFile } from '#adapters/shared/master-key-file.ts';
import { tenantKeyRing } from '#adapters/shared/tenant-keys.ts';
import { tenantKeyMemory } from '#test/support/tenant-key-memory.ts';
import { objectStoreContract } from './object-store-contract.ts';

const root = await mkdtemp(join(tmpdir(), 'jinji-objects-'));
afterAll(() => rm(root, { recursive: true, force: true }));

const emptyDirectory = (): Promise<string> => mkdtemp(join(root, 'store-'));

objectStoreContract('files', async () => fileSystemStore(await emptyDirectory()));

objectStoreContract('sealed files of one tenant', async () => {
  const directory = await emptyDirectory();
  const ring = tenantKeyRing(tenantKeyMemory(), masterKeyFile(directory), () => 0);
  return sealedStore({ store: fileSystemStore(directory), ring, time: () => 0 }, 'tnt_1');
});
