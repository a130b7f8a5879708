import { readFile } from 'node:fs/promises';
import { ALL_FORMATS, BufferSource, Input } from 'mediabunny';
import { expect, test } from 'vitest';
import { mediabunnyRemuxer } from '#adapters/media/mediabunny-remuxer.ts';
import { sha256Hex } from '#adapters/shared/sha256.ts';
import type { ObjectStore } from '#core/ports/object-store.ts';
import { compactRecording, dropLeftovers } from '#core/recording/compact-recording.ts';
import { readRecording } from '#core/recording/read-recording.ts';
import { segmentsOnStore, storeSegment } from '#core/recording/segment-store.ts';
import type { StoredSegment } from '#core/recording/segments.ts';
import { soundOfRecording } from '#core/recording/sound-of-recording.ts';
import { collect, noise, streamOf } from '#test/support/byte-streams.ts';
import { sealedGround } from '#test/support/sealed-ground.ts';

const id = 'rec_1';

async function store(objects: ObjectStore, position: number, bytes: Uint8Array): Promise<StoredSegment> {
  const sha256 = await sha256Hex(bytes);
  return storeSegment(objects, id, { position, bytes: bytes.length, sha256, body: streamOf(bytes) });
}

/** Bytes uploaded in pieces of uneven length, the order mixed up as a bad network does. */
async function uploaded(objects: ObjectStore, bytes: Uint8Array, pieces: number) {
  const length = Math.ceil(bytes.length / pieces);
  const segments: StoredSegment[] = [];
  for (let position = pieces - 1; position >= 0; position -= 1) {
    segments.push(await store(objects, position, bytes.subarray(position * length, (position + 1) * length)));
  }
  return { id, mediaType: 'video/webm;codecs=vp8,opus', segments };
}

async function bytesOf(found: Awaited<ReturnType<typeof readRecording>>): Promise<Uint8Array> {
  if (found === null) throw new Error('not there');
  return collect(found.body);
}

test('segments read as one file, whole and by range', async () => {
  const objects = sealedGround().of('tnt_1');
  const content = noise(250_000);
  const { segments } = await uploaded(objects, content, 7);
  const place = { objectKey: null, segments };
  expect(await sha256Hex(await bytesOf(await readRecording(objects, place)))).toBe(await sha256Hex(content));
  for (const [start, end] of [
    [0, 1],
    [35_000, 36_000],
    [0, 71_429],
    [100_000, 250_000],
    [249_999, 999_999],
  ] as const) {
    const found = await readRecording(objects, place, { start, end });
    expect(found).toMatchObject({ size: 250_000, range: { start, end: Math.min(end, 250_000) } });
    expect(Buffer.from(await bytesOf(found)).equals(content.subarray(start, end))).toBe(true);
  }
});

test('an unfinished recording plays up to its first gap', async () => {
  const objects = sealedGround().of('tnt_1');
  const content = noise(1000);
  const { segments } = await uploaded(objects, content, 10);
  const withGap = segments.filter(({ position }) => position !== 4);
  expect(await bytesOf(await readRecording(objects, { objectKey: null, segments: withGap }))).toEqual(
    content.slice(0, 400),
  );
  const withoutBegin = segments.filter(({ position }) => position !== 0);
  expect(await readRecording(objects, { objectKey: null, segments: withoutBegin })).toBeNull();
});

test('a repeated upload is acknowledged and stored once', async () => {
  const { of, store: raw } = sealedGround();
  const first = await store(of('tnt_1'), 0, noise(100));
  const again = await store(of('tnt_1'), 0, noise(100));
  expect(again).toEqual(first);
  expect([...raw.objects.keys()].filter((key) => key.startsWith('data/'))).toHaveLength(1);
});

test('a segment with other content than announced is not stored', async () => {
  const objects = sealedGround().of('tnt_1');
  const sha256 = await sha256Hex(noise(100));
  for (const body of [noise(100, 2), noise(99), noise(101)]) {
    const put = storeSegment(objects, id, { position: 0, bytes: 100, sha256, body: streamOf(body) });
    await expect(put).rejects.toBeInstanceOf(Error);
  }
  expect(await segmentsOnStore(objects, id)).toEqual([]);
});

test('after a crash the store itself knows which segments it has', async () => {
  const objects = sealedGround().of('tnt_1');
  const { segments } = await uploaded(objects, noise(1000), 5);
  await sealedGround()
    .of('tnt_1')
    .put('recordings/rec_2/segments/x', streamOf(noise(1)), { maxBytes: 1 });
  expect(await segmentsOnStore(objects, id)).toEqual([...segments].reverse());
});

test('a lost segment is an error in the middle of the body, never a shorter recording', async () => {
  const objects = sealedGround().of('tnt_1');
  const { segments } = await uploaded(objects, noise(1000), 5);
  await objects.delete([segments[2]?.objectKey ?? '']);
  const found = await readRecording(objects, { objectKey: null, segments });
  await expect(bytesOf(found)).rejects.toMatchObject({ code: 'STORED_DATA_DAMAGED' });
});

test('compaction leaves one object with a duration, and only it after the leftovers are dropped', async () => {
  const objects = sealedGround().of('tnt_1');
  const content = Uint8Array.from(
    await readFile(new URL('../../fixtures/media/vp8-opus.webm', import.meta.url)),
  );
  const recording = await uploaded(objects, content, 9);
  const compacted = await compactRecording(objects, mediabunnyRemuxer(), recording);
  expect(compacted).toMatchObject({ objectKey: 'recordings/rec_1/playback', mediaType: 'video/webm' });
  expect(compacted.durationMs).toBeGreaterThan(3900);
  expect(await dropLeftovers(objects, id)).toBe(10);
  expect(await dropLeftovers(objects, id)).toBe(0);
  const found = await readRecording(objects, { objectKey: compacted.objectKey, segments: [] });
  expect(found?.size).toBe(compacted.bytes);
  const input = new Input({ formats: ALL_FORMATS, source: new BufferSource(await bytesOf(found)) });
  expect(await input.computeDuration()).toBeCloseTo(4, 1);
});

test('compaction that was stopped anywhere gives the same object when it is repeated', async () => {
  const objects = sealedGround().of('tnt_1');
  const content = Uint8Array.from(await readFile(new URL('../../fixtures/media/opus.webm', import.meta.url)));
  const recording = await uploaded(objects, content, 3);
  const expected = await compactRecording(objects, mediabunnyRemuxer(), recording);
  await objects.delete([expected.objectKey]);
  for (let allowed = 0; allowed < 2; allowed += 1) {
    let left = allowed;
    const killed: ObjectStore = {
      get: (...args) => objects.get(...args),
      head: (...args) => objects.head(...args),
      delete: (...args) => objects.delete(...args),
      list: (...args) => objects.list(...args),
      put: async (...args) => {
        if (left === 0) throw new Error('killed');
        left -= 1;
        return objects.put(...args);
      },
    };
    await expect(compactRecording(killed, mediabunnyRemuxer(), recording)).rejects.toThrow();
  }
  expect(await compactRecording(objects, mediabunnyRemuxer(), recording)).toEqual(expected);
});

test('what is no media is joined as it is, and says that its duration is unknown', async () => {
  const objects = sealedGround().of('tnt_1');
  const content = noise(200_000);
  const compacted = await compactRecording(objects, mediabunnyRemuxer(), await uploaded(objects, content, 4));
  expect(compacted).toMatchObject({
    bytes: 200_000,
    durationMs: null,
    mediaType: 'video/webm;codecs=vp8,opus',
  });
  const found = await readRecording(objects, { objectKey: compacted.objectKey, segments: [] });
  expect(await sha256Hex(await bytesOf(found))).toBe(await sha256Hex(content));
});

test('only the sound of a video goes to a recogniser', async () => {
  const objects = sealedGround().of('tnt_1');
  const content = Uint8Array.from(
    await readFile(new URL('../../fixtures/media/vp8-opus.webm', import.meta.url)),
  );
  const { segments, mediaType } = await uploaded(objects, content, 5);
  const sound = await soundOfRecording(objects, mediabunnyRemuxer(), {
    objectKey: null,
    segments,
    mediaType,
  });
  const bytes = await collect(sound?.audio ?? streamOf(content));
  expect(sound).toMatchObject({ mimeType: 'audio/webm', size: bytes.length });
  expect(bytes.length).toBeLessThan(content.length / 2);
  const input = new Input({ formats: ALL_FORMATS, source: new BufferSource(bytes) });
  expect((await input.getTracks()).map((track) => track.codec)).toEqual(['opus']);
  expect(await input.computeDuration()).toBeCloseTo(4, 1);
});

test('a voice recording, and a video that cannot be taken apart, go to a recogniser as they are', async () => {
  const objects = sealedGround().of('tnt_1');
  const content = noise(5000);
  const { segments } = await uploaded(objects, content, 2);
  for (const mediaType of ['audio/webm;codecs=opus', 'video/webm']) {
    const sound = await soundOfRecording(objects, mediabunnyRemuxer(), {
      objectKey: null,
      segments,
      mediaType,
    });
    expect(sound).toMatchObject({ mimeType: mediaType, size: 5000 });
    expect(await collect(sound?.audio ?? streamOf(noise(1)))).toEqual(content);
  }
  const none = { objectKey: null, segments: [], mediaType: 'audio/webm' };
  expect(await soundOfRecording(objects, mediabunnyRemuxer(), none)).toBeNull();
});
