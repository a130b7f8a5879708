import type { R2Bucket, R2GetOptions, R2ObjectBody, R2PutOptions } from '@cloudflare/workers-types';
import { concatBytes } from '#adapters/shared/byte-encoding.ts';
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

/** Bodies up to here are held in memory, so that a failed put can be repeated; a Worker has 128 MB for everything. */
const bufferedBytes = 24 * 1024 * 1024;
const retryDelaysMs = [60, 300];

/** The part of workerd's `FixedLengthStream` that is used; R2 takes a stream only when its length is known. */
interface LengthStream {
  readonly readable: R2ObjectBody['body'];
  readonly writable: {
    getWriter(): {
      write(b: Uint8Array): Promise<void>;
      close(): Promise<void>;
      abort(e: unknown): Promise<void>;
    };
  };
}

function storageError(cause: unknown): AppError {
  return cause instanceof AppError ? cause : new AppError('STORAGE_UNAVAILABLE', { cause });
}

/** R2 asks callers to repeat calls that failed by an internal error: https://developers.cloudflare.com/r2/api/error-codes/ */
async function repeated<T>(call: () => Promise<T>): Promise<T> {
  for (const delay of retryDelaysMs) {
    try {
      return await call();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, delay));
    }
  }
  try {
    return await call();
  } catch (error) {
    throw storageError(error);
  }
}

/** Passes content on while it counts, hashes and limits it; ends with an error when it is not what was announced. */
async function* checked(
  body: ByteStream,
  options: PutOptions,
  result: { size: number; sha256: string },
): AsyncGenerator<Uint8Array, void> {
  const hash = sha256Stream();
  for await (const chunk of body) {
    result.size += chunk.length;
    if (result.size > options.maxBytes) {
      throw new AppError('TOO_LARGE', { details: { limit: options.maxBytes } });
    }
    if (result.size > (options.length ?? result.size)) assertLength(result.size, options.length);
    hash.update(chunk);
    yield chunk;
  }
  result.sha256 = hash.hex();
  assertLength(result.size, options.length);
  assertHash(result.sha256, options.expectedSha256);
}

async function buffered(body: ByteStream): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > bufferedBytes) {
      const problem = `bodies over ${bufferedBytes} bytes need an announced length`;
      throw new AppError('VALIDATION', { details: { field: 'length', problem } });
    }
    pieces.push(chunk.slice());
  }
  return concatBytes(...pieces);
}

class R2Store implements ObjectStore {
  readonly #bucket: R2Bucket;

  constructor(bucket: R2Bucket) {
    this.#bucket = bucket;
  }

  async put(key: string, body: ByteStream, options: PutOptions): Promise<PutResult> {
    assertObjectKey(key);
    const result = { size: 0, sha256: '' };
    const content = checked(body, options, result);
    const conditions: R2PutOptions = options.ifAbsent === true ? { onlyIf: { etagDoesNotMatch: '*' } } : {};
    try {
      const stored =
        options.length !== undefined && options.length > bufferedBytes
          ? await this.#putStream(key, content, options.length, conditions)
          : await this.#putBuffer(key, content, conditions);
      return stored ? { stored: true, ...result } : { stored: false };
    } catch (error) {
      throw storageError(error);
    }
  }

  async get(key: string, range?: ByteRange): Promise<ObjectContent | null> {
    assertObjectKey(key);
    cutRange(range, Number.MAX_SAFE_INTEGER);
    if (range !== undefined) {
      const info = await this.head(key);
      if (info === null) return null;
      const cut = cutRange(range, info.size);
      if (cut.start === cut.end) return { size: info.size, range: cut, body: nothing() };
      return this.#open(key, { range: { offset: cut.start, length: cut.end - cut.start } }, cut);
    }
    return this.#open(key, {});
  }

  async head(key: string): Promise<ObjectInfo | null> {
    assertObjectKey(key);
    const found = await repeated(() => this.#bucket.head(key));
    return found && { key, size: found.size, modifiedAt: found.uploaded.toISOString() };
  }

  async delete(keys: readonly string[]): Promise<void> {
    for (const key of keys) assertObjectKey(key);
    for (let at = 0; at < keys.length; at += 1000) {
      await repeated(() => this.#bucket.delete(keys.slice(at, at + 1000)));
    }
  }

  async *list(prefix: string, options: ListOptions = {}): AsyncGenerator<ObjectInfo, void> {
    assertObjectPrefix(prefix);
    let startAfter = options.after;
    for (;;) {
      const place = startAfter === undefined ? {} : { startAfter };
      const page = await repeated(() => this.#bucket.list({ prefix, ...place }));
      for (const { key, size, uploaded } of page.objects) {
        yield { key, size, modifiedAt: uploaded.toISOString() };
      }
      startAfter = page.objects.at(-1)?.key;
      if (!page.truncated || startAfter === undefined) return;
    }
  }

  async #open(key: string, options: R2GetOptions, range?: ByteRange): Promise<ObjectContent | null> {
    const found = await repeated(() => this.#bucket.get(key, options));
    if (found === null || !('body' in found)) return null;
    const { size } = found;
    return { size, range: range ?? { start: 0, end: size }, body: piecesOf(found) };
  }

  async #putBuffer(key: string, content: ByteStream, conditions: R2PutOptions): Promise<boolean> {
    const bytes = await buffered(content);
    return (await repeated(() => this.#bucket.put(key, bytes, conditions))) !== null;
  }

  async #putStream(
    key: string,
    content: ByteStream,
    length: number,
    conditions: R2PutOptions,
  ): Promise<boolean> {
    const Fixed = Reflect.get(globalThis, 'FixedLengthStream') as new (length: number) => LengthStream;
    const { readable, writable } = new Fixed(length);
    const writer = writable.getWriter();
    const put = Promise.resolve(this.#bucket.put(key, readable, conditions));
    // The content's own fault, e.g. a wrong hash, is what the caller must see, not the put that broke off because of it.
    put.catch(() => undefined);
    try {
      for await (const chunk of content) await writer.write(chunk);
      await writer.close();
    } catch (error) {
      await writer.abort(error).catch(() => undefined);
      if (error instanceof AppError) throw error;
    }
    return (await put) !== null;
  }
}

async function* nothing(): ByteStream {}

async function* piecesOf(found: R2ObjectBody): AsyncGenerator<Uint8Array, void> {
  const reader = found.body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value as Uint8Array;
    }
  } catch (error) {
    throw storageError(error);
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/**
 * Keeps objects in an R2 bucket, each in one put and never as a multipart upload, which refuses parts of uneven or small size.
 * Bodies over 24 MiB need `length`. Docs read 2026-11-23: https://developers.cloudflare.com/r2/api/workers/workers-api-reference/
 */
export function r2Store(bucket: R2Bucket): ObjectStore {
  return new R2Store(bucket);
}
