import { AppError } from '#core/errors/app-error.ts';

/** Counts calls in fixed windows of a minute. */
export interface RateLimiter {
  /** @throws AppError `RATE_LIMITED` with the seconds to wait. */
  hit(bucket: string, perMinute: number, now: Date): void;
}

/** Buckets kept at most; the oldest go first, so that strangers cannot fill the memory. */
const maxBuckets = 20_000;

/**
 * A limiter in this process's memory. Behind several processes each counts for itself, which still bounds the rate;
 * guessing tokens is hopeless at 128 bits anyway.
 */
export function memoryRateLimiter(): RateLimiter {
  const windows = new Map<string, { start: number; count: number }>();
  return {
    hit(bucket, perMinute, now) {
      const start = Math.floor(now.getTime() / 60_000) * 60_000;
      const window = windows.get(bucket);
      const count = window?.start === start ? window.count + 1 : 1;
      windows.delete(bucket);
      windows.set(bucket, { start, count });
      if (windows.size > maxBuckets) {
        const oldest = windows.keys().next().value;
        if (oldest !== undefined) windows.delete(oldest);
      }
      if (count > perMinute) {
        throw new AppError('RATE_LIMITED', {
          details: { seconds: Math.ceil((start + 60_000 - now.getTime()) / 1000) },
        });
      }
    },
  };
}
