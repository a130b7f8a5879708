import { AppError } from '../errors/app-error.ts';

const refusals: ReadonlySet<string> = new Set([
  'PLATFORM_BUSY',
  'PLATFORM_PERMISSION',
  'PLATFORM_SETTINGS',
  'PLATFORM_DISCONNECTED',
]);

/**
 * Whether the platform itself said that it did not do what it was asked. A broken connection, an unreadable answer or a server
 * error (`HTTP 5xx`) says nothing of the kind.
 */
export function surelyNotDone(error: unknown): boolean {
  if (!(error instanceof AppError) || !refusals.has(error.code)) return false;
  return !String(error.details.platformCode ?? 'HTTP').startsWith('HTTP');
}
