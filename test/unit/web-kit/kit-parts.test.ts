import { expect, test } from 'vitest';
import { insertionIndex } from '#plugins/web/kit/drag-order.ts';
import { fileFault, fileKindsText, fileSizeText } from '#plugins/web/kit/file-check.ts';
import { qrPath } from '#plugins/web/kit/qr-path.ts';
import { parseWholeNumber } from '#plugins/web/kit/whole-number.ts';

const rules = { extensions: ['.pdf', '.docx'], maxBytes: 20 * 1024 * 1024 };

test('files are refused before sending for their kind, emptiness and size', () => {
  expect(fileFault({ name: '王五简历.PDF', size: 1 }, rules)).toBeNull();
  expect(fileFault({ name: '照片.png', size: 1 }, rules)).toBe('wrong_kind');
  expect(fileFault({ name: '王五.pdf', size: 0 }, rules)).toBe('empty');
  expect(fileFault({ name: '王五.docx', size: rules.maxBytes }, rules)).toBeNull();
  expect(fileFault({ name: '王五.docx', size: rules.maxBytes + 1 }, rules)).toBe('too_large');
});

test('sizes and kinds are written for people', () => {
  expect([0, 1023, 1024, 1536, 20 * 1024 * 1024].map(fileSizeText)).toEqual([
    '0 B',
    '1023 B',
    '1 KB',
    '1.5 KB',
    '20 MB',
  ]);
  expect(fileKindsText(rules, 'zh-CN')).toBe('PDF、DOCX');
  expect(fileKindsText(rules, 'en-US')).toBe('PDF, DOCX');
});

test('only whole numbers inside the limits count', () => {
  expect(
    ['30', ' 1 ', '100', '0', '101', '3.5', '1e2', '', '三十', '99999999999'].map((text) =>
      parseWholeNumber(text, 1, 100),
    ),
  ).toEqual([30, 1, 100, null, null, null, null, null, null, null]);
});

test('a dragged card goes before or after the row whose half it is over', () => {
  const row = { top: 100, height: 80 };
  expect(insertionIndex(2, row, { top: 90, height: 40 })).toBe(2);
  expect(insertionIndex(2, row, { top: 140, height: 40 })).toBe(3);
});

test('a QR code has its quiet zone of four modules and the finder in the corner', () => {
  const { size, path } = qrPath('https://jinji.example/i/abcdefghijklmnopqrstuv');
  expect((size - 8 - 17) % 4).toBe(0);
  const rects = [...path.matchAll(/M(\d+) (\d+)h(\d+)v1H\d+z/g)].map((m) => m.slice(1).map(Number));
  expect(rects.length).toBeGreaterThan(100);
  expect(rects.every(([x = 0, y = 0, w = 0]) => x >= 4 && y >= 4 && x + w <= size - 4 && y < size - 4)).toBe(
    true,
  );
  expect(rects[0]).toEqual([4, 4, 7]);
});
