/** How far a request was copied into the platform's to-do list. */
export interface TodoRecord {
  /** Counts every change of this record. */
  readonly revision: number;
  /** Of the last try; 0: never tried. Milliseconds since 1970, growing. */
  readonly version: number;
  /** Revision of the request that the lists show; 0: none. */
  readonly shown: number;
  /** Failures since the last success. */
  readonly tries: number;
  readonly errorCode: string | null;
  /** What the adapter keeps: names of things on the platform. */
  readonly memory: Readonly<Record<string, string>>;
}

export const untouchedTodo: TodoRecord = {
  revision: 1,
  version: 0,
  shown: 0,
  tries: 0,
  errorCode: null,
  memory: {},
};
