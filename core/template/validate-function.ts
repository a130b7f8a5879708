/** One fault as the generated validators report it; `instancePath` is a JSON pointer. */
export interface SchemaFault {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** A validator compiled ahead of time. After a `false` answer, `errors` holds the faults of that call. */
export interface ValidateFunction<T> {
  (value: unknown): value is T;
  errors?: readonly SchemaFault[] | null;
}
