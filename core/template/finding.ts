import type { LocalizedText } from './schemas/shared.ts';

/**
 * One thing that a check of a template file has found.
 * `error`: the file can't be used; `warning`: usable, but a person should look.
 */
export interface Finding {
  readonly severity: 'error' | 'warning';
  /** Stable kebab-case code of the rule, e.g. `weights-not-100`. */
  readonly code: string;
  /** JSON pointer to the field (RFC 6901), `''` for the whole file, e.g. `/questions/2/text/zh`. */
  readonly path: string;
  /** What is wrong and what to do about it, for the reader. */
  readonly message: LocalizedText;
}

/** Whether any of the findings forbids using the file. */
export function hasError(findings: readonly Finding[]): boolean {
  return findings.some((finding) => finding.severity === 'error');
}

/** Appends one segment to a JSON pointer, escaped as RFC 6901 demands. */
export function pointer(base: string, ...segments: readonly (string | number)[]): string {
  return segments.reduce<string>(
    (path, segment) => `${path}/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`,
    base,
  );
}
