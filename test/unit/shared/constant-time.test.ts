import fc from 'fast-check';
import { expect, test } from 'vitest';
import { framedFields, fromBase64Url, toBase64Url, toHex } from '#adapters/shared/byte-encoding.ts';
import { equalBytes, equalText } from '#adapters/shared/constant-time.ts';

test('bytes are equal exactly when every one is', () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.uint8Array(), (a, b) => {
      expect(equalBytes(a, a.slice())).toBe(true);
      expect(equalBytes(a, b)).toBe(toHex(a) === toHex(b));
    }),
  );
});

test('texts compare by their bytes', () => {
  expect(equalText('签名', '签名')).toBe(true);
  expect(equalText('abc', 'abd')).toBe(false);
  expect(equalText('abc', 'ab')).toBe(false);
});

test('base64url gives back any bytes and refuses what is none', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      const text = toBase64Url(bytes);
      expect(text).toMatch(/^[A-Za-z0-9_-]*$/);
      expect(fromBase64Url(text)).toEqual(bytes);
    }),
  );
  for (const text of ['a', 'ab c', 'ab*d', '中文']) expect(fromBase64Url(text)).toBeNull();
});

test('different lists of fields never give the same bytes', () => {
  const texts = fc.array(fc.string({ maxLength: 3 }), { maxLength: 4 });
  fc.assert(
    fc.property(texts, texts, (a, b) => {
      const same = toHex(framedFields(...a)) === toHex(framedFields(...b));
      expect(same).toBe(JSON.stringify(a) === JSON.stringify(b));
    }),
  );
});
