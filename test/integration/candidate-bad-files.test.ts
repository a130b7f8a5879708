import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CandidateGround, openCandidateGround, sampleResume } from '../support/candidate-ground.ts';
import { drawn, madeDocx, madePdf, paragraph } from '../unit/documents/made-files.ts';

let folder: string;
let ground: CandidateGround;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jinji-bad-files-'));
  ground = await openCandidateGround(folder);
});
afterAll(async () => {
  await ground?.close();
  await rm(folder, { recursive: true, force: true });
});

const ole = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array(600).fill(0));
const facts = ['姓名：周明', '电话：13900009001', '工作经历', '2019.03-至今 云溪茶业有限公司 会计'];
const utf16 = (text: string): Uint8Array => {
  const codes = Array.from(`\ufeff${text}`, (char) => char.charCodeAt(0));
  return Uint8Array.from(codes.flatMap((code) => [code & 0xff, code >> 8]));
};

test.each<[string, string, () => Uint8Array | Promise<Uint8Array>, string]>([
  ['an old Word file', '简历.doc', () => ole, 'RESUME_OTHER_FORMAT'],
  ['a WPS file called .docx', '简历.docx', () => ole, 'RESUME_OTHER_FORMAT'],
  ['RTF', '简历.rtf', () => strToU8('{\\rtf1\\ansi x}'), 'RESUME_OTHER_FORMAT'],
  [
    'a table called .docx',
    '表.docx',
    () => zipSync({ 'xl/workbook.xml': strToU8('<a/>') }),
    'RESUME_OTHER_FORMAT',
  ],
  [
    'a DOCX cut in half',
    '半.docx',
    async () => {
      const { bytes } = await sampleResume('09-docx-plain.docx');
      return bytes.slice(0, bytes.length / 2);
    },
    'RESUME_DAMAGED',
  ],
  [
    'a bomb',
    '弹.docx',
    () => zipSync({ 'word/document.xml': new Uint8Array(40_000_000) }, { level: 9 }),
    'RESUME_UNSAFE',
  ],
  ['elements without end', '深.html', () => strToU8(`<html>${'<div>'.repeat(70_000)}`), 'RESUME_UNSAFE'],
  [
    'a picture called .pdf',
    '照片.pdf',
    () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0),
    'RESUME_NEEDS_OCR',
  ],
])(
  '%s is taken in and listed with what to do about it, in both languages',
  async (_what, name, make, code) => {
    const { status, body } = await ground.upload({ name, bytes: await make() });
    await ground.readAll();

    const path = `/api/v1/resumes/${body.id}`;
    const zh = await ground.hr.client.get(path);
    const en = await ground.hr.client.get(path, { 'accept-language': 'en' });

    expect(status).toBeLessThan(300);
    expect(zh.body).toMatchObject({ state: 'failed', problem: { code } });
    expect(zh.body.problem.remedy).toMatch(/[\u4e00-\u9fff]/);
    expect(en.body.problem.remedy).not.toMatch(/[\u4e00-\u9fff]/);
  },
);

test.each<[string, string, () => Uint8Array]>([
  ['UTF-16 text', '简历.txt', () => utf16(facts.join('\r\n'))],
  ['text called .pdf', '简历.pdf', () => strToU8(`${facts.join('\n')}\n \n`)],
  [
    'a DOCX with macros',
    '宏.docm',
    () => madeDocx(facts.map((line) => paragraph(line)).join(''), { 'word/vbaProject.bin': 'Auto_Open' }),
  ],
])('%s becomes a candidate', async (_what, name, make) => {
  const { body } = await ground.upload({ name, bytes: make() });
  await ground.readAll();

  expect((await ground.hr.client.get(`/api/v1/resumes/${body.id}`)).body.state).toBe('parsed');
});

test('a PDF of 500 pages with a script becomes a candidate from its first pages, and says so', async () => {
  const page = (i: number): string =>
    `${drawn('Kevin Zhou', 60, 800)} ${drawn('Phone: 13900009003', 60, 780)} ${drawn(`Page ${i}`, 60, 700)}`;
  const plain = new TextDecoder('latin1').decode(madePdf(Array.from({ length: 500 }, (_, i) => page(i))));
  const script = '/OpenAction << /S /JavaScript /JS (while\\(1\\){}) >>';
  const bytes = strToU8(plain.replace('/Type /Catalog', `/Type /Catalog ${script}`), true);

  const { candidate } = await ground.applicant({ name: '作品集.pdf', bytes });

  expect(candidate).toMatchObject({ name: 'Kevin Zhou', phone: '13900009003' });
  expect(candidate.profile?.warnings).toContainEqual({ code: 'truncated', detail: '20/500' });
});
