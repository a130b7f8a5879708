import { AppError } from '#core/errors/app-error.ts';

/** The system's name of a failure, e.g. `ENOENT`. */
export const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error ? String(error.code) : undefined;

/** Failures of the disk become one code for the reader; the cause keeps the rest for the log. */
export function storageError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  return new AppError('STORAGE_UNAVAILABLE', {
    cause: error,
    details: { reason: codeOf(error) ?? 'unknown' },
  });
}

/** Whether a failure only says that there is nothing under this name. */
export const isAbsent = (error: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '');
