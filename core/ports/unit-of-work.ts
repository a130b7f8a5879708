declare const changeBrand: unique symbol;

/** A write that has been prepared but not made. Repositories return them; a unit of work makes them, all or none. */
export interface Change {
  readonly [changeBrand]?: never;
}

/** The one way to write (design D4). */
export interface UnitOfWork {
  /**
   * Makes all changes in one atomic batch.
   * @throws AppError `CONFLICT` when a guarded change met another state than it expected, or a unique key exists.
   */
  commit(changes: readonly Change[]): Promise<void>;
}

/** A page of a list. `nextCursor` is opaque; null at the end. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

export interface PageRequest {
  readonly cursor?: string | undefined;
  /** 1–100. */
  readonly limit: number;
}
