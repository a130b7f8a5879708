import { constants } from 'node:fs';
import { type FileHandle, link, open, rename, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError } from '#core/errors/app-error.ts';
import { randomBytes } from './aes-gcm.ts';
import { toBase64Url } from './byte-encoding.ts';
import { flushDirectory } from './flush-directory.ts';
import { type MasterKey, type MasterKeySource, masterKey, masterKeyBytes } from './master-keys.ts';

/** Master keys in the data directory of a Node installation: `master.key`, and `master.key.next` while a rotation runs. */
export interface MasterKeyFile extends MasterKeySource {
  /** Makes `master.key.next`, or leaves the one that an interrupted rotation left. From then on it is the newest key. */
  prepareNext(): Promise<void>;
  /** Puts the next key in the place of the old one, which is gone afterwards. Only when no record is wrapped by the old one. */
  adoptNext(): Promise<void>;
}

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

const refuse = (problem: string, cause?: unknown): AppError =>
  new AppError('MASTER_KEY', { cause, details: { problem } });

/** The file appears with its content or not at all: an empty key after a crash would lock the installation out. */
async function createKey(path: string): Promise<void> {
  const fresh = `${path}.${toBase64Url(randomBytes(6))}.tmp`;
  try {
    const file = await open(fresh, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600);
    try {
      await file.writeFile(`${toBase64Url(randomBytes(32))}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await link(fresh, path);
  } catch (error) {
    // Another process made the key first: that one counts.
    if (!hasCode(error, 'EEXIST')) {
      throw refuse(`cannot create ${path}; check that its directory exists and is writable`, error);
    }
  } finally {
    await unlink(fresh).catch(() => undefined);
  }
  await flushDirectory(dirname(path));
}

async function readKey(path: string): Promise<MasterKey | null> {
  let file: FileHandle;
  try {
    file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw refuse(`cannot read ${path}; it must be a plain file that the service's user may read`, error);
  }
  try {
    const { mode } = await file.stat();
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
      const shown = (mode & 0o777).toString(8);
      throw refuse(`${path} is open to other users (mode ${shown}); run: chmod 600 ${path}`);
    }
    return await masterKey(masterKeyBytes(await file.readFile('utf8'), path));
  } finally {
    await file.close();
  }
}

/**
 * Keeps the master key of a Node installation in `<dataDirectory>/master.key` (mode 600, made on first use).
 * Refuses a file that others may read and says how to mend it.
 */
export function masterKeyFile(dataDirectory: string): MasterKeyFile {
  const current = join(dataDirectory, 'master.key');
  const next = `${current}.next`;
  return {
    async read() {
      // The next key is looked for first: when it is adopted between the two looks, it is found under the current name.
      const newer = await readKey(next);
      let base = await readKey(current);
      if (base === null) {
        await createKey(current);
        base = await readKey(current);
        if (base === null) throw refuse(`${current} has vanished; restore it from your backup`);
      }
      return newer === null || newer.id === base.id ? [base] : [newer, base];
    },
    async prepareNext() {
      await createKey(next);
    },
    async adoptNext() {
      try {
        await rename(next, current);
      } catch (error) {
        if (hasCode(error, 'ENOENT')) return;
        throw refuse(`cannot rename ${next} to ${current}`, error);
      }
      await flushDirectory(dataDirectory);
    },
  };
}
