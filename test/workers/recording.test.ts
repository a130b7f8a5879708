import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { mediabunnyRemuxer } from '#adapters/media/mediabunny-remuxer.ts';
import { r2Store } from '#adapters/object-store/r2.ts';
import { sealedStore } from '#adapters/object-store/sealed-store.ts';
import { masterKeysFromText } from '#adapters/shared/master-keys.ts';
import { sha256Hex } from '#adapters/shared/sha256.ts';
import { tenantKeyRing } from '#adapters/shared/tenant-keys.ts';
import { compactRecording, dropLeftovers } from '#core/recording/compact-recording.ts';
import { readRecording } from '#core/recording/read-recording.ts';
import { storeSegment } from '#core/recording/segment-store.ts';
import type { StoredSegment } from '#core/recording/segments.ts';
import { streamOf } from '#test/support/byte-streams.ts';
import { aLongRecording } from '#test/support/long-recording.ts';
import { tenantKeyMemory } from '#test/support/tenant-key-memory.ts';

test('a recording of 24 MB is uploaded, compacted and read by range on R2', async () => {
  const masters = masterKeysFromText(btoa('0123456789abcdef0123456789abcdef'), 'MASTER_KEY');
  const ring = tenantKeyRing(tenantKeyMemory(), masters, () => 0);
  const objects = sealedStore({ store: r2Store(env.OBJECTS), ring, time: () => 0 }, 'tnt_1');
  const content = await aLongRecording(720, 34_000, 100);
  const segments: StoredSegment[] = [];
  const length = 3_000_000;
  for (let position = 0; position * length < content.length; position += 1) {
    const bytes = content.subarray(position * length, (position + 1) * length);
    const sha256 = await sha256Hex(bytes);
    const body = streamOf(bytes, 100_000);
    segments.push(await storeSegment(objects, 'rec_1', { position, bytes: bytes.length, sha256, body }));
  }

  const recording = { id: 'rec_1', mediaType: 'video/webm', segments };
  const compacted = await compactRecording(objects, mediabunnyRemuxer(), recording);
  await dropLeftovers(objects, 'rec_1');

  expect(compacted.durationMs).toBeGreaterThan(71_800);
  const keys: string[] = [];
  for await (const { key } of objects.list('recordings/')) keys.push(key);
  expect(keys).toEqual(['recordings/rec_1/playback']);
  const range = { start: compacted.bytes - 1000, end: compacted.bytes };
  const found = await readRecording(objects, { objectKey: compacted.objectKey, segments: [] }, range);
  let size = 0;
  for await (const piece of found?.body ?? []) size += piece.length;
  expect(size).toBe(1000);
});
