import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { isolatedDocumentReader } from '#adapters/documents/isolated-reader.ts';
import { scratchWorker } from './scratch-worker.ts';

const fixture = async (name: string): Promise<Uint8Array> =>
  new Uint8Array(await readFile(new URL(`../../fixtures/resumes/${name}`, import.meta.url)));

test('a file is read in a thread of its own, and the caller keeps his bytes', async () => {
  const bytes = await fixture('01-pdf-single.pdf');
  const document = await isolatedDocumentReader().read(bytes);
  expect(document.lines[0]?.text.replace(/\s/g, '')).toBe('周明翀');
  expect(bytes.length).toBeGreaterThan(0);
});

test('errors come back with their codes and details', async () => {
  const reader = isolatedDocumentReader();
  await expect(reader.read(await fixture('06-pdf-password.pdf'))).rejects.toMatchObject({
    code: 'RESUME_PASSWORD',
    details: { wrong: false },
  });
  await expect(reader.read(new Uint8Array())).rejects.toMatchObject({ code: 'RESUME_EMPTY' });
});

test('several files at once all come back', async () => {
  const reader = isolatedDocumentReader();
  const names = ['09-docx-plain.docx', '12-txt-utf8.txt', '14-html-jobboard.html', '15-markdown.md'];
  const documents = await Promise.all(
    names.map(async (name) => reader.read(await fixture(name), { fileName: name })),
  );
  expect(documents.map((document) => document.format)).toEqual(['docx', 'text', 'html', 'markdown']);
});

test('a thread that takes too long is ended', async () => {
  const entry = await scratchWorker('for (;;) {}');
  const reader = isolatedDocumentReader({ entry, limits: { seconds: 0.4 } });
  await expect(reader.read(Uint8Array.of(65))).rejects.toMatchObject({
    code: 'RESUME_UNSAFE',
    details: { what: 'seconds' },
  });
});

test('a thread that takes too much memory is ended and the process lives on', async () => {
  const entry = await scratchWorker(
    'const all = []; for (;;) all.push(new Array(1e5).fill({ a: Math.random() }));',
  );
  const reader = isolatedDocumentReader({ entry, limits: { megabytes: 32, seconds: 15 } });
  await expect(reader.read(Uint8Array.of(65))).rejects.toMatchObject({ code: 'RESUME_UNSAFE' });
});

test('a thread that ends without an answer is a failure, not a wait', async () => {
  const entry = await scratchWorker('process.exit(0)');
  const reader = isolatedDocumentReader({ entry });
  await expect(reader.read(Uint8Array.of(65))).rejects.toMatchObject({ code: 'RESUME_UNSAFE' });
});
