/** Bytes in any number of pieces of any size. It can be read once; leaving the loop early releases what lies behind it. */
export type ByteStream = AsyncIterable<Uint8Array>;

/** A part of an object in bytes, `end` not included. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

export interface ObjectInfo {
  readonly key: string;
  /** Bytes of content, as `get` gives them. */
  readonly size: number;
  /** ISO 8601, UTC. */
  readonly modifiedAt: string;
}

export interface PutOptions {
  /** More content than this is refused with `TOO_LARGE` and nothing is stored. */
  readonly maxBytes: number;
  /** Exact number of bytes when the caller knows it: large bodies then need no memory on Workers. Another length is refused. */
  readonly length?: number;
  /** Lower-case hex. Other content is refused with `VALIDATION` and nothing is stored. */
  readonly expectedSha256?: string;
  /** Leave an object that is already there untouched and answer `stored: false`. The body may then stay unread. */
  readonly ifAbsent?: boolean;
}

export type PutResult =
  | { readonly stored: true; readonly size: number; readonly sha256: string }
  | { readonly stored: false };

export interface ObjectContent {
  /** Size of the whole object. */
  readonly size: number;
  /** The range that `body` holds, already cut to the object. */
  readonly range: ByteRange;
  readonly body: ByteStream;
}

export interface ListOptions {
  /** Only keys that sort after this one: the way to go on after a stop. */
  readonly after?: string;
}

/**
 * Files and recordings under keys such as `recordings/rec_1/000000`.
 *
 * Promise of every implementation (tested by one suite):
 * an object is there completely or not at all, also after a crash; once `put` has answered it survives one;
 * memory use does not grow with the size of an object; keys follow `assertObjectKey`.
 *
 * Throws AppError `VALIDATION` for a bad key, range or hash, `TOO_LARGE` for too much content,
 * `STORAGE_UNAVAILABLE` when the disk or service fails, `STORED_DATA_DAMAGED` when sealed content does not open.
 */
export interface ObjectStore {
  put(key: string, body: ByteStream, options: PutOptions): Promise<PutResult>;
  /** Null when there is no such object. A range is cut to the object; one that begins behind its end gives an empty body. */
  get(key: string, range?: ByteRange): Promise<ObjectContent | null>;
  head(key: string): Promise<ObjectInfo | null>;
  /** Absent keys are fine: deleting twice is deleting once. */
  delete(keys: readonly string[]): Promise<void>;
  /** Every object whose key begins with `prefix`, in ascending key order (by UTF-16 code units). */
  list(prefix: string, options?: ListOptions): AsyncIterable<ObjectInfo>;
}

/**
 * An `ObjectStore` of one tenant whose content is sealed at rest. Keys are `<kind>/<id>/<name…>`;
 * the first two parts are the *scope*, which has a key of its own and is erased as one.
 */
export interface SealedObjectStore extends ObjectStore {
  /** Destroys the scope's key first and its objects after it; safe to repeat. Returns how many objects were deleted. */
  erase(scope: string): Promise<number>;
}
