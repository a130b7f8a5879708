import type { TwoLanguages } from '../ports/two-languages.ts';
import { type ErrorCode, errorCodes } from './error-codes.ts';

/** Facts for the reader (field names, limits, counts) and for the log. Never secrets, answers, names or phone numbers. */
export type ErrorDetails = Readonly<
  Record<string, string | number | boolean | null | readonly string[] | TwoLanguages>
>;

/**
 * The one error of the product. `code` selects HTTP status, the reader's text in both languages and the remedy;
 * the message is for logs only.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, options: { cause?: unknown; details?: ErrorDetails } = {}) {
    super(code, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.details = options.details ?? {};
  }

  get status(): number {
    return errorCodes[this.code].status;
  }

  /** Whether the same call may succeed later without any change by the caller. */
  get retryable(): boolean {
    return errorCodes[this.code].retryable;
  }
}
