import { expect, test } from 'vitest';
import { decodeText } from '#adapters/documents/plain/decode-text.ts';

const gbk = Uint8Array.of(0xd0, 0xd5, 0xc3, 0xfb, 0xa3, 0xba, 0xcd, 0xf5, 0xd0, 0xe3, 0xc0, 0xbc);
const utf16 = (text: string, little: boolean): number[] =>
  Array.from(text, (char) => {
    const code = char.charCodeAt(0);
    return little ? [code & 255, code >> 8] : [code >> 8, code & 255];
  }).flat();

test('GBK is recognised where the bytes are no UTF-8, and said to be a guess', () => {
  expect(decodeText(gbk)).toEqual({ text: '姓名：王秀兰', encoding: 'gb18030', certain: false });
});

test('a declared charset is believed when the bytes agree', () => {
  expect(decodeText(gbk, 'gbk')).toMatchObject({ text: '姓名：王秀兰', certain: true });
  expect(decodeText(gbk, 'no-such-charset')?.text).toBe('姓名：王秀兰');
});

test('UTF-8 is read with and without its mark', () => {
  const bytes = new TextEncoder().encode('姓名');
  expect(decodeText(bytes)?.text).toBe('姓名');
  expect(decodeText(Uint8Array.of(0xef, 0xbb, 0xbf, ...bytes))?.text).toBe('姓名');
});

test('UTF-16 is read with a mark in both byte orders, and without one where it shows', () => {
  expect(decodeText(Uint8Array.from([0xff, 0xfe, ...utf16('姓名 Tom', true)]))?.text).toBe('姓名 Tom');
  expect(decodeText(Uint8Array.from([0xfe, 0xff, ...utf16('姓名 Tom', false)]))?.text).toBe('姓名 Tom');
  expect(decodeText(Uint8Array.from(utf16('Name: Tom Smith', true)))?.text).toBe('Name: Tom Smith');
});

test('bytes with zeros that are no UTF-16 are no text', () => {
  expect(decodeText(Uint8Array.of(1, 0, 0, 3, 0, 0, 200, 0, 0))).toBeNull();
});
