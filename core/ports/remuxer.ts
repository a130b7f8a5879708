import type { ByteRange } from './object-store.ts';

/** A file of which any part can be read. */
export interface RandomAccess {
  /** Bytes. */
  readonly size: number;
  /** Exactly the bytes of a range that lies inside the file. */
  read(range: ByteRange): Promise<Uint8Array>;
}

/**
 * Where a file is put while it is written: in parts of equal length (the last one shorter), numbered from 0, in any order.
 * A part may be taken back and written again.
 */
export interface PartStore {
  write(index: number, bytes: Uint8Array): Promise<void>;
  read(index: number): Promise<Uint8Array>;
}

export interface RemuxedMedia {
  /** e.g. `audio/webm`, `video/mp4`: the container may change where the old one can't hold what is in it. */
  readonly mediaType: string;
  readonly size: number;
  readonly parts: number;
  readonly durationSeconds: number;
}

/** Rewrites a recording, as a browser produced it, into a file with a duration and an index, so that players can seek. Nothing is re-encoded. */
export interface Remuxer {
  /**
   * @throws AppError `MEDIA_UNREADABLE` when no container or track is recognised, or no sound is in it where only that is wanted
   */
  remux(
    source: RandomAccess,
    parts: PartStore,
    options?: { readonly soundOnly?: boolean },
  ): Promise<RemuxedMedia>;
}
