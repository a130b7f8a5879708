import { expect, test } from 'vitest';
import { readDocument } from '#adapters/documents/read-document.ts';
import { parseResume } from '#core/resume/parse-resume.ts';
import { drawn, madeDocx, madePdf, paragraph } from '../unit/documents/made-files.ts';

test('a PDF is read in the Worker runtime, hidden text apart', async () => {
  const page = [drawn('Tom Smith', 60, 800), `1 g ${drawn('Secret', 60, 700)}`].join('\n');
  const document = await readDocument(madePdf([page]));
  expect(document.lines.map((line) => line.text)).toEqual(['Tom Smith']);
  expect(document.hidden.map((part) => part.text)).toEqual(['Secret']);
  expect(parseResume(document).profile.name).toBe('Tom Smith');
});

test('DOCX and GBK text are read in the Worker runtime', async () => {
  expect((await readDocument(madeDocx(paragraph('姓名')))).lines.map((line) => line.text)).toEqual(['姓名']);
  const gbk = Uint8Array.of(0xd0, 0xd5, 0xc3, 0xfb, 0xa3, 0xba);
  expect((await readDocument(gbk)).lines.map((line) => line.text)).toEqual(['姓名：']);
});
