import { readFile } from 'node:fs/promises';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { maxDocumentBytes } from '#adapters/documents/document-limits.ts';
import { readDocument } from '#adapters/documents/read-document.ts';
import { errorCodes } from '#core/errors/error-codes.ts';
import { madeDocx, paragraph } from './made-files.ts';

const fixture = async (name: string): Promise<Uint8Array> =>
  new Uint8Array(await readFile(new URL(`../../fixtures/resumes/${name}`, import.meta.url)));

test('a file without bytes is called empty', async () => {
  await expect(readDocument(new Uint8Array())).rejects.toMatchObject({ code: 'RESUME_EMPTY' });
});

test('a text of white space alone is called empty', async () => {
  await expect(readDocument(strToU8(' \r\n\t \n'))).rejects.toMatchObject({ code: 'RESUME_EMPTY' });
});

test('a file over 20 MB is refused before it is looked at', async () => {
  const bytes = new Uint8Array(maxDocumentBytes + 1);
  await expect(readDocument(bytes)).rejects.toMatchObject({ code: 'TOO_LARGE', details: { limit: '20 MB' } });
});

test('a PDF cut off at any place is damaged or still readable, never another failure', async () => {
  const whole = await fixture('01-pdf-single.pdf');
  for (const share of [0.001, 0.02, 0.3, 0.6, 0.9, 0.99]) {
    const cut = whole.slice(0, Math.max(8, Math.floor(whole.length * share)));
    const outcome = await readDocument(cut).then(
      (document) => document.format,
      (error: { code: string }) => error.code,
    );
    expect(['RESUME_DAMAGED', 'pdf']).toContain(outcome);
  }
});

test('a PDF with a password says so, a wrong password too, the right one opens it', async () => {
  const bytes = await fixture('06-pdf-password.pdf');
  await expect(readDocument(bytes)).rejects.toMatchObject({
    code: 'RESUME_PASSWORD',
    details: { wrong: false },
  });
  await expect(readDocument(bytes, { password: '0000' })).rejects.toMatchObject({
    code: 'RESUME_PASSWORD',
    details: { wrong: true },
  });
  const opened = await readDocument(bytes, { password: '1234' });
  expect(opened.lines[0]?.text).toBe('阿依古丽·买买提');
});

test('a PDF of pictures alone comes back with the note that it needs OCR', async () => {
  const document = await readDocument(await fixture('07-pdf-image-only.pdf'));
  expect(document.lines).toEqual([]);
  expect(document.notes).toEqual([{ code: 'needs_ocr' }]);
});

test('a DOCX whose text unpacks to far more than it should is refused unread', async () => {
  const bomb = zipSync({ 'word/document.xml': new Uint8Array(40_000_000) }, { level: 9 });
  expect(bomb.length).toBeLessThan(200_000);
  await expect(readDocument(bomb)).rejects.toMatchObject({ code: 'RESUME_UNSAFE' });
});

test('a bomb beside an innocent document is refused as well', async () => {
  const bomb = zipSync(
    {
      'word/document.xml': strToU8('<w:document><w:body/></w:document>'),
      'word/media/image1.bin': new Uint8Array(30_000_000),
    },
    { level: 9 },
  );
  await expect(readDocument(bomb)).rejects.toMatchObject({
    code: 'RESUME_UNSAFE',
    details: { what: 'ratio' },
  });
});

test('entities that expand each other stay unexpanded', async () => {
  const document = await readDocument(
    madeDocx(`${paragraph('姓名：周明')}`, {
      'word/styles.xml': '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><w:styles>&b;</w:styles>',
    }),
  );
  expect(document.lines.map((line) => line.text)).toEqual(['姓名：周明']);
});

test('a document nested thousands of levels deep is read without running out of stack', async () => {
  const deep = `${'<w:sdt><w:sdtContent>'.repeat(5_000)}${paragraph('最里层')}${'</w:sdtContent></w:sdt>'.repeat(5_000)}`;
  const document = await readDocument(madeDocx(`${paragraph('外层')}${deep}`));
  expect(document.lines[0]?.text).toBe('外层');
});

test('an archive, a spreadsheet, an old .doc, a WPS file and RTF say how to save them anew, whatever they are called', async () => {
  const zip = zipSync({ 'a.txt': strToU8('x') });
  const sheet = zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') });
  const old = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0);
  for (const bytes of [zip, sheet, old, strToU8('{\\rtf1\\ansi x}')]) {
    const failure = await readDocument(bytes, { fileName: '简历.docx' }).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'RESUME_OTHER_FORMAT' });
    expect(errorCodes.RESUME_OTHER_FORMAT.remedy.zh).toContain('另存为 PDF 或 DOCX');
  }
});

test.each([
  ['elements of HTML inside each other', `<html>${'<div>'.repeat(70_000)}`, '简历.html'],
  ['brackets of Markdown that never close', '['.repeat(300_000), '简历.md'],
  ['comments that never close', `# 简历\n${'<!--'.repeat(90_000)}`, '简历.md'],
  ['an address that never ends', `# 简历\n<${'a.'.repeat(150_000)}`, '简历.md'],
])('%s cost little time', async (_what, text, fileName) => {
  const start = performance.now();
  await readDocument(strToU8(text), { fileName }).catch((error: unknown) =>
    expect(error).toMatchObject({ code: 'RESUME_UNSAFE', details: { what: 'depth' } }),
  );
  expect(performance.now() - start).toBeLessThan(5_000);
});

test('a style sheet made to be slow is refused', async () => {
  const page = `<html><style>${'.a{color:#fff}'.repeat(12_000)}</style>${'<p class=a>x'.repeat(14_000)}`;
  await expect(readDocument(strToU8(page))).rejects.toMatchObject({ code: 'RESUME_UNSAFE' });
});

test('a DOCX with tables in tables without end is refused soon', async () => {
  const deep = '<w:tbl><w:tr><w:tc>'.repeat(30_000);
  await expect(readDocument(madeDocx(deep))).rejects.toMatchObject({ code: 'RESUME_UNSAFE' });
});

test('a fragment of HTML without a head is read as HTML, Markdown that begins with a tag as Markdown', async () => {
  const fragment = strToU8('<p>姓名：周明</p><p style="display:none">内部推荐</p>');
  const readme = strToU8('<h1 align="center">周明</h1>\n\n## 教育\n\n**某大学**');
  expect((await readDocument(fragment)).hidden).toMatchObject([{ text: '内部推荐' }]);
  expect((await readDocument(readme, { fileName: '周明.md' })).format).toBe('markdown');
});

test('a DOCX with a password, which is no zip any more, says so', async () => {
  const name = Array.from('EncryptedPackage', (char) => [char.charCodeAt(0), 0]).flat();
  const bytes = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...new Array(64).fill(0), ...name, 0, 0]);
  await expect(readDocument(bytes)).rejects.toMatchObject({ code: 'RESUME_PASSWORD' });
});

test('a picture needs OCR', async () => {
  const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0);
  await expect(readDocument(png, { fileName: '简历.pdf' })).rejects.toMatchObject({
    code: 'RESUME_NEEDS_OCR',
  });
});

test('bytes that are no text are unsupported whatever their name', async () => {
  const noise = Uint8Array.from({ length: 600 }, (_, i) => (i * 73 + 11) % 256);
  await expect(readDocument(noise, { fileName: '简历.txt' })).rejects.toMatchObject({
    code: 'UNSUPPORTED_TYPE',
  });
});

test('the content decides the type, not the extension', async () => {
  const pdf = await readDocument(await fixture('01-pdf-single.pdf'), { fileName: 'a.docx' });
  const docx = await readDocument(await fixture('09-docx-plain.docx'), { fileName: 'a.pdf' });
  const html = await readDocument(await fixture('14-html-jobboard.html'), { fileName: 'a.doc' });
  expect([pdf.format, docx.format, html.format]).toEqual(['pdf', 'docx', 'html']);
});
