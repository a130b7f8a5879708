import { expect, test } from 'vitest';
import { mediabunnyRemuxer } from '#adapters/media/mediabunny-remuxer.ts';
import { aLongRecording } from '#test/support/long-recording.ts';

const megabyte = 1024 * 1024;

test('a recording of 60 MB with clusters of half a minute is rewritten in little memory', async () => {
  const original = await aLongRecording(1800, 34_000, 300);
  const before = process.memoryUsage().arrayBuffers;
  const parts: Uint8Array[] = [];
  let most = 0;
  const media = await mediabunnyRemuxer().remux(
    { size: original.length, read: async ({ start, end }) => original.slice(start, end) },
    {
      write: async (index, bytes) => {
        const held = parts.reduce((sum, part) => sum + part.length, 0);
        most = Math.max(most, process.memoryUsage().arrayBuffers - before - held);
        parts[index] = bytes.slice();
      },
      read: async (index) => parts[index]?.slice() ?? new Uint8Array(),
    },
  );
  expect(original.length).toBeGreaterThan(58 * megabyte);
  expect(media.durationSeconds).toBeCloseTo(180, 0);
  expect(media.parts).toBe(Math.ceil(media.size / (4 * megabyte)));
  // Includes what waits for the collector; without it about 60 MiB, six times a cluster.
  expect(most).toBeLessThan(100 * megabyte);
}, 60_000);
