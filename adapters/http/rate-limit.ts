import { AppError } from '#core/errors/app-error.ts';

/** Counts calls in windows of a minute. */
export interface RateLimiter {
  /** @throws AppError `RATE_LIMITED` with the seconds to wait. */
  hit(bucket: string, perMinute: number, now: Date): void;
}

const windowMs = 60_000;

/** Buckets kept at most; the oldest go first, so that strangers cannot fill the memory. */
const maxBuckets = 20_000;

/**
 * A limiter in this process's memory. A window opens with a bucket's first call, not with the minute on the clock:
 * whoever calls across the turn of a minute would get double. Behind several processes each counts for itself, which
 * still bounds the rate; guessing tokens is hopeless at 128 bits anyway.
 */
export function memoryRateLimiter(): RateLimiter {
  const windows = new Map<string, { start: number; count: number }>();
  return {
    hit(bucket, perMinute, now) {
      const time = now.getTime();
      const known = windows.get(bucket);
      // A clock set back would hold a window open for as long as it was set back.
      const open = known && time >= known.start && time - known.start < windowMs ? known : undefined;
      const start = open?.start ?? time;
      const count = (open?.count ?? 0) + 1;
      windows.delete(bucket);
      windows.set(bucket, { start, count });
      if (windows.size > maxBuckets) {
        const oldest = windows.keys().next().value;
        if (oldest !== undefined) windows.delete(oldest);
      }
      if (count > perMinute) {
        throw new AppError('RATE_LIMITED', {
          details: { seconds: Math.ceil((start + windowMs - time) / 1000) },
        });
      }
    },
  };
}
