import { expect, test } from 'vitest';
import { toPcm } from '#plugins/web/interview/dictation/pcm-listener.ts';

const samples = (bytes: Uint8Array<ArrayBuffer>): number[] => {
  const view = new DataView(bytes.buffer);
  return Array.from({ length: bytes.length / 2 }, (_, n) => view.getInt16(n * 2, true));
};

test('sound at 48 kHz becomes a third as many samples, each the mean of three', () => {
  const sound = new Float32Array([0, 0.5, 1, -1, -1, -1, 0.25, 0.25, 0.25]);
  expect(samples(toPcm([sound], 48_000))).toEqual([16_384, -32_767, 8192]);
});

test('pieces are joined before they are thinned out, and a rate of its own stays as it is', () => {
  const whole = new Float32Array([0.1, 0.2, 0.3, 0.4, 0.5, 0.6]);
  const pieces = [whole.slice(0, 2), whole.slice(2)];
  expect(toPcm(pieces, 32_000)).toEqual(toPcm([whole], 32_000));
  expect(samples(toPcm([whole], 16_000))).toHaveLength(6);
});

test('a second of any rate gives a second, and loud sound is cut, not turned round', () => {
  for (const rate of [8000, 22_050, 44_100, 96_000]) {
    expect(toPcm([new Float32Array(rate)], rate).length / 2).toBe(16_000);
  }
  expect(samples(toPcm([new Float32Array([2, -2])], 16_000))).toEqual([32_767, -32_767]);
  expect(toPcm([], 48_000)).toHaveLength(0);
});
