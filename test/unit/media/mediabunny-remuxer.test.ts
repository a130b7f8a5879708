import { readFile } from 'node:fs/promises';
import { ALL_FORMATS, BufferSource, EncodedPacketSink, Input } from 'mediabunny';
import { expect, test } from 'vitest';
import { mediabunnyRemuxer } from '#adapters/media/mediabunny-remuxer.ts';
import { AppError } from '#core/errors/app-error.ts';
import type { RandomAccess } from '#core/ports/remuxer.ts';
import { noise } from '#test/support/byte-streams.ts';

const fixture = (name: string): Promise<Uint8Array> =>
  readFile(new URL(`../../fixtures/media/${name}`, import.meta.url)).then((bytes) => Uint8Array.from(bytes));

const asSource = (bytes: Uint8Array): RandomAccess => ({
  size: bytes.length,
  read: async ({ start, end }) => bytes.subarray(start, end),
});

async function remuxed(bytes: Uint8Array) {
  const parts: Uint8Array[] = [];
  const media = await mediabunnyRemuxer().remux(asSource(bytes), {
    write: async (index, part) => {
      parts[index] = part.slice();
    },
    read: async (index) => parts[index] ?? new Uint8Array(),
  });
  expect(parts).toHaveLength(media.parts);
  const file = Uint8Array.from(parts.flatMap((part) => [...part]));
  expect(file.length).toBe(media.size);
  return { media, file };
}

/** Every packet of every track: what was recorded, whatever the container. */
async function packetsOf(bytes: Uint8Array) {
  const input = new Input({ formats: ALL_FORMATS, source: new BufferSource(bytes) });
  const tracks = [];
  for (const track of await input.getTracks()) {
    const packets = [];
    for await (const { data, timestamp, type } of new EncodedPacketSink(track).packets()) {
      packets.push(`${type} ${timestamp.toFixed(3)} ${Buffer.from(data).toString('base64')}`);
    }
    tracks.push({ codec: track.codec, packets });
  }
  return tracks;
}

const includesBytes = (file: Uint8Array, hex: string): boolean =>
  Buffer.from(file).includes(Buffer.from(hex, 'hex'));

test.each([
  ['opus.webm', 'audio/webm', 4],
  ['vp8-opus.webm', 'video/webm', 4],
  ['vp9-opus.webm', 'video/webm', 4],
  ['h264-aac.mp4', 'video/mp4', 4],
  ['vp9-opus.mp4', 'video/mp4', 4],
  ['h264-opus.webm', 'video/mp4', 2],
])('%s becomes %s with a duration, and every packet stays as it was', async (name, mediaType, seconds) => {
  const original = await fixture(name);
  const { media, file } = await remuxed(original);
  expect(media.mediaType).toBe(mediaType);
  expect(media.durationSeconds).toBeGreaterThan(seconds - 0.1);
  expect(media.durationSeconds).toBeLessThan(seconds + 0.1);
  const input = new Input({ formats: ALL_FORMATS, source: new BufferSource(file) });
  expect(await input.computeDuration()).toBeCloseTo(media.durationSeconds, 1);
  expect(await packetsOf(file)).toEqual(await packetsOf(original));
});

test.each(['opus.webm', 'vp8-opus.webm', 'vp9-opus.webm'])(
  '%s gets cues, a duration and clusters of known length',
  async (name) => {
    const original = await fixture(name);
    const { file } = await remuxed(original);
    const unknownCluster = '1f43b67501ffffffffffffff';
    const cues = '1c53bb6b';
    const duration = '4489';
    expect(includesBytes(original, unknownCluster)).toBe(true);
    expect(includesBytes(original, cues)).toBe(false);
    expect(includesBytes(file, unknownCluster)).toBe(false);
    expect(includesBytes(file, cues)).toBe(true);
    expect(includesBytes(file.subarray(0, 1000), duration)).toBe(true);
  },
);

test.each(['h264-aac.mp4', 'vp9-opus.mp4'])('%s is no longer fragmented', async (name) => {
  const moof = Buffer.from('moof').toString('hex');
  expect(includesBytes(await fixture(name), moof)).toBe(true);
  expect(includesBytes((await remuxed(await fixture(name))).file, moof)).toBe(false);
});

test('remuxing again changes nothing that is heard or seen', async () => {
  const once = await remuxed(await fixture('vp8-opus.webm'));
  const twice = await remuxed(once.file);
  expect(twice.media.size).toBe(once.media.size);
  expect(twice.media.durationSeconds).toBeCloseTo(once.media.durationSeconds, 1);
  expect(await packetsOf(twice.file)).toEqual(await packetsOf(once.file));
});

test.each(['opus.webm', 'vp8-opus.webm', 'h264-aac.mp4'])(
  '%s that breaks off in the middle keeps what came before',
  async (name) => {
    const original = await fixture(name);
    const { media, file } = await remuxed(original.slice(0, Math.floor(original.length * 0.6)));
    expect(media.durationSeconds).toBeGreaterThan(1);
    expect(media.durationSeconds).toBeLessThan(3.5);
    const [kept] = await packetsOf(file);
    const [whole] = await packetsOf(original);
    expect(whole?.packets.slice(0, kept?.packets.length)).toEqual(kept?.packets);
  },
);

test('what is no recording is refused, whatever it looks like', async () => {
  const opus = await fixture('opus.webm');
  const withoutBeginning = opus.slice(5000);
  const onlyHeader = opus.slice(0, 200);
  const cases = [new Uint8Array(), new Uint8Array(5000), noise(50_000), withoutBeginning, onlyHeader];
  for (const bytes of cases) await expect(remuxed(bytes)).rejects.toMatchObject({ code: 'MEDIA_UNREADABLE' });
});

test('a fault of the store below is not taken for a fault of the recording', async () => {
  const broken = new AppError('STORAGE_UNAVAILABLE');
  const parts = { write: async () => undefined, read: async () => new Uint8Array() };
  const opus = await fixture('opus.webm');
  const failing = { size: opus.length, read: () => Promise.reject(broken) };
  await expect(mediabunnyRemuxer().remux(failing, parts)).rejects.toBe(broken);
  const full = { ...parts, write: () => Promise.reject(broken) };
  await expect(mediabunnyRemuxer().remux(asSource(opus), full)).rejects.toBe(broken);
});
