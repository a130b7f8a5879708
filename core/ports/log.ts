/** Facts of a log line. Never secrets, tokens, names, phone numbers, résumés or answers. */
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Structured log; one JSON line per call, passed through one redactor. */
export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields & { readonly code?: string }, cause?: unknown): void;
}
