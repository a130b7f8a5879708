import { constants } from 'node:fs';
import {
  type FileHandle,
  link,
  lstat,
  mkdir,
  open,
  readdir,
  rename,
  rmdir,
  stat,
  unlink,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { randomBytes } from '#adapters/shared/aes-gcm.ts';
import { toHex } from '#adapters/shared/byte-encoding.ts';
import { flushDirectory } from '#adapters/shared/flush-directory.ts';
import { sha256Stream } from '#adapters/shared/sha256.ts';
import { AppError } from '#core/errors/app-error.ts';
import {
  assertHash,
  assertLength,
  assertObjectKey,
  assertObjectPrefix,
  cutRange,
} from '#core/ports/object-key.ts';
import type {
  ByteRange,
  ByteStream,
  ListOptions,
  ObjectContent,
  ObjectInfo,
  ObjectStore,
  PutOptions,
  PutResult,
} from '#core/ports/object-store.ts';
import { codeOf, isAbsent, storageError } from './disk-errors.ts';

const readChunk = 256 * 1024;

class FileSystemStore implements FileSystemObjectStore {
  readonly #objects: string;
  readonly #uploads: string;
  /** Directories known to be flushed with their parents, so that only the first object in each pays for it. */
  readonly #durable = new Set<string>();

  constructor(root: string) {
    this.#objects = join(root, 'objects');
    this.#uploads = join(root, 'uploads');
  }

  async put(key: string, body: ByteStream, options: PutOptions): Promise<PutResult> {
    const path = this.#path(key);
    try {
      if (options.ifAbsent === true && (await this.head(key)) !== null) return { stored: false };
      await this.#makeDirectory(this.#uploads);
      await this.#makeDirectory(dirname(path));
      const temporary = join(this.#uploads, toHex(randomBytes(16)));
      const file = await open(temporary, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600);
      try {
        const written = await this.#write(file, body, options);
        if (!(await this.#publish(temporary, path, options.ifAbsent === true))) return { stored: false };
        return { stored: true, ...written };
      } finally {
        await unlink(temporary).catch(() => undefined);
      }
    } catch (error) {
      throw storageError(error);
    }
  }

  async get(key: string, range?: ByteRange): Promise<ObjectContent | null> {
    let file: FileHandle;
    try {
      file = await open(this.#path(key), constants.O_RDONLY | constants.O_NOFOLLOW);
    } catch (error) {
      if (isAbsent(error)) return null;
      throw storageError(error);
    }
    try {
      const info = await file.stat();
      // A folder of deeper keys is no object.
      if (!info.isFile()) return null;
      const cut = cutRange(range, info.size);
      return { size: info.size, range: cut, body: this.#read(this.#path(key), info.ino, cut) };
    } catch (error) {
      throw storageError(error);
    } finally {
      await file.close();
    }
  }

  async head(key: string): Promise<ObjectInfo | null> {
    try {
      const info = await lstat(this.#path(key));
      return info.isFile() ? { key, size: info.size, modifiedAt: info.mtime.toISOString() } : null;
    } catch (error) {
      if (isAbsent(error)) return null;
      throw storageError(error);
    }
  }

  async delete(keys: readonly string[]): Promise<void> {
    const paths = keys.map((key) => this.#path(key));
    const touched = new Set<string>();
    try {
      for (const path of paths) {
        try {
          await unlink(path);
          touched.add(dirname(path));
        } catch (error) {
          if (!isAbsent(error)) throw error;
        }
      }
      for (const directory of touched) await this.#tidy(directory);
    } catch (error) {
      throw storageError(error);
    }
  }

  async *list(prefix: string, options: ListOptions = {}): AsyncGenerator<ObjectInfo, void> {
    assertObjectPrefix(prefix);
    const top = prefix.includes('/') ? prefix.slice(0, prefix.lastIndexOf('/') + 1) : '';
    yield* this.#walk(top, prefix, options.after ?? '');
  }

  async removeStaleUploads(before: Date): Promise<number> {
    let removed = 0;
    try {
      for (const name of await namesIn(this.#uploads)) {
        const path = join(this.#uploads, name);
        const info = await stat(path).catch(() => null);
        if (info === null || info.mtime >= before) continue;
        await unlink(path).catch(() => undefined);
        removed += 1;
      }
    } catch (error) {
      throw storageError(error);
    }
    return removed;
  }

  /** The `~` keeps the object `a/b` apart from the directory of `a/b/c`; no key can contain it. */
  #path(key: string): string {
    assertObjectKey(key);
    return `${join(this.#objects, ...key.split('/'))}~`;
  }

  async #write(
    file: FileHandle,
    body: ByteStream,
    options: PutOptions,
  ): Promise<{ readonly size: number; readonly sha256: string }> {
    const hash = sha256Stream();
    let size = 0;
    try {
      for await (const chunk of body) {
        size += chunk.length;
        if (size > options.maxBytes) {
          throw new AppError('TOO_LARGE', { details: { limit: options.maxBytes } });
        }
        hash.update(chunk);
        for (let at = 0; at < chunk.length; ) at += (await file.write(chunk, at)).bytesWritten;
      }
      assertLength(size, options.length);
      await file.sync();
    } finally {
      await file.close();
    }
    const sha256 = hash.hex();
    assertHash(sha256, options.expectedSha256);
    return { size, sha256 };
  }

  /** Answers false when the object must not be replaced and is there already. */
  async #publish(temporary: string, path: string, ifAbsent: boolean): Promise<boolean> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        if (ifAbsent) await link(temporary, path);
        else await rename(temporary, path);
        await flushDirectory(dirname(path));
        return true;
      } catch (error) {
        if (ifAbsent && codeOf(error) === 'EEXIST') return false;
        // A deletion elsewhere may just have removed the empty directory.
        if (codeOf(error) !== 'ENOENT' || attempt === 3) throw error;
        this.#durable.clear();
        await this.#makeDirectory(dirname(path));
      }
    }
  }

  async #makeDirectory(path: string): Promise<void> {
    if (this.#durable.has(path)) return;
    try {
      await mkdir(path, { mode: 0o700 });
    } catch (error) {
      if (codeOf(error) === 'ENOENT') {
        await this.#makeDirectory(dirname(path));
        return this.#makeDirectory(path);
      }
      if (codeOf(error) !== 'EEXIST') throw error;
    }
    await flushDirectory(dirname(path));
    if (this.#durable.size > 10_000) this.#durable.clear();
    this.#durable.add(path);
  }

  /** Removes directories that a deletion left empty, up to the root of the objects, and makes it lasting. */
  async #tidy(directory: string): Promise<void> {
    let path = directory;
    while (path !== this.#objects) {
      try {
        await rmdir(path);
      } catch (error) {
        if (!['ENOTEMPTY', 'EEXIST', 'ENOENT'].includes(codeOf(error) ?? '')) throw error;
        break;
      }
      this.#durable.delete(path);
      path = dirname(path);
    }
    await flushDirectory(path).catch((error: unknown) => {
      if (!isAbsent(error)) throw error;
    });
  }

  async *#read(path: string, inode: number, range: ByteRange): AsyncGenerator<Uint8Array, void> {
    if (range.start === range.end) return;
    try {
      const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW);
      try {
        if ((await file.stat()).ino !== inode) throw new Error('the object was replaced while it was read');
        for (let at = range.start; at < range.end; ) {
          const buffer = new Uint8Array(Math.min(readChunk, range.end - at));
          const { bytesRead } = await file.read(buffer, 0, buffer.length, at);
          if (bytesRead === 0) throw new Error('the file ended early');
          at += bytesRead;
          yield buffer.subarray(0, bytesRead);
        }
      } finally {
        await file.close();
      }
    } catch (error) {
      throw storageError(error);
    }
  }

  /** @param directory key of a directory with its slash, or empty for the root */
  async *#walk(directory: string, prefix: string, after: string): AsyncGenerator<ObjectInfo, void> {
    const path = join(this.#objects, ...directory.split('/').filter(Boolean));
    const entries: string[] = [];
    for (const name of await namesIn(path)) {
      entries.push(name.endsWith('~') ? directory + name.slice(0, -1) : `${directory}${name}/`);
    }
    for (const entry of entries.sort()) {
      if (entry.endsWith('/')) {
        const holdsWanted = entry.startsWith(prefix) || prefix.startsWith(entry);
        if (holdsWanted && (entry > after || after.startsWith(entry)))
          yield* this.#walk(entry, prefix, after);
      } else if (entry.startsWith(prefix) && entry > after) {
        const info = await this.head(entry);
        if (info !== null) yield info;
      }
    }
  }
}

/** Names in a directory; none when it is not there. */
async function namesIn(path: string): Promise<readonly string[]> {
  try {
    return await readdir(path);
  } catch (error) {
    if (isAbsent(error)) return [];
    throw storageError(error);
  }
}

/** The object store of a Node installation, with the one chore that only files have. */
export interface FileSystemObjectStore extends ObjectStore {
  /** Deletes what uploads that were cut off before `before` have left. Returns how many. */
  removeStaleUploads(before: Date): Promise<number>;
}

/**
 * Keeps objects as files under `root`: written aside, flushed, then put in place by one rename, with the directory flushed after it.
 * Node only. The file system must have hard links and renames on one volume, as every usual local one has.
 */
export function fileSystemStore(root: string): FileSystemObjectStore {
  return new FileSystemStore(root);
}
