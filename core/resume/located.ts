/** An entry with the lines that it comes from. */
export interface Located<T> {
  readonly item: T;
  readonly lines: readonly number[];
}
