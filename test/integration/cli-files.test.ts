import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '#plugins/host/cli/commands.ts';
import { callerFolder } from '#plugins/host/config.ts';
import { runCommand } from '../support/command-line.ts';
import { root } from '../support/project-files.ts';

const fixtures = join(root, 'test/fixtures/resumes');
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jinji-cli-files-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('résumés are answered in the order of the arguments with exactly the fields of the contract', async () => {
  const files = ['01-pdf-single.pdf', '12-txt-utf8.txt', '10-docx-table.docx'];

  const { code, lines } = await runCommand(['resume', ...files], { folder: fixtures });

  expect(code).toBe(0);
  expect(lines.map(({ file, name, phone }) => [file, name, phone])).toEqual([
    ['01-pdf-single.pdf', '周明翀', '13900005678'],
    ['12-txt-utf8.txt', '刘强', '13900005087'],
    ['10-docx-table.docx', '郝建国', '13900002907'],
  ]);
  expect(Object.keys(lines[0] ?? {})).toEqual(
    'file name phone email birthYear city years education work projects skills certificates language warnings'.split(
      ' ',
    ),
  );
  const education = (lines[0]?.education as Record<string, unknown>[] | undefined)?.[0];
  expect(education).toMatchObject({ school: '武汉理工大学', degree: '硕士', from: '2015-09', to: '2018-06' });
});

test('hidden text and files that need OCR are told in the warnings', async () => {
  const { code, lines } = await runCommand(['resume', '05-pdf-white-text.pdf', '07-pdf-image-only.pdf'], {
    folder: fixtures,
  });

  expect(code).toBe(0);
  const warnings = lines.map((line) => line.warnings as { code: string; message?: string }[]);
  expect(warnings[0]?.map((warning) => warning.code)).toContain('hidden_text');
  expect(warnings[1]).toMatchObject([{ code: 'needs_ocr', message: expect.stringMatching(/OCR/) }]);
  expect(lines[1]).toMatchObject({ name: null, phone: null, education: [], work: [] });
});

test('files that cannot be read are answered by an error with the remedy and do not stop the others', async () => {
  const pdf = await readFile(join(fixtures, '01-pdf-single.pdf'));
  const bomb = zipSync({ 'word/document.xml': new Uint8Array(300 * 2 ** 20) }, { level: 9 });
  await writeFile(join(folder, 'empty.pdf'), '');
  await writeFile(join(folder, 'cut.pdf'), pdf.subarray(0, 400));
  await writeFile(join(folder, 'bomb.docx'), bomb);
  await writeFile(join(folder, 'large.pdf'), Buffer.alloc(25 * 2 ** 20, 0x20));
  await writeFile(join(folder, 'picture.pdf'), Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
  await cp(join(fixtures, '06-pdf-password.pdf'), join(folder, 'locked.pdf'));
  await cp(join(fixtures, '13-txt-gbk.txt'), join(folder, 'good.txt'));
  await mkdir(join(folder, 'inside'));

  const names = [
    'empty.pdf',
    'cut.pdf',
    'bomb.docx',
    'large.pdf',
    'picture.pdf',
    'locked.pdf',
    'none.pdf',
    'inside',
  ];
  const { code, lines } = await runCommand(['resume', ...names, 'good.txt'], { folder });

  expect(code).toBe(1);
  expect(lines.map(({ file, code: errorCode }) => [file, errorCode])).toEqual([
    ['empty.pdf', 'RESUME_EMPTY'],
    ['cut.pdf', 'RESUME_DAMAGED'],
    ['bomb.docx', 'RESUME_UNSAFE'],
    ['large.pdf', 'TOO_LARGE'],
    ['picture.pdf', 'RESUME_NEEDS_OCR'],
    ['locked.pdf', 'RESUME_PASSWORD'],
    ['none.pdf', undefined],
    ['inside', undefined],
    ['good.txt', undefined],
  ]);
  for (const { file, error } of lines) {
    if (file !== 'good.txt') expect(error, String(file)).toMatch(/[\u4e00-\u9fff].* \/ .*[a-z]/);
  }
  expect(lines.at(-1)).toMatchObject({ name: '王秀兰' });
}, 60_000);

test('a protected PDF opens with its password', async () => {
  const { code, lines } = await runCommand(['resume', '--password', '1234', '06-pdf-password.pdf'], {
    folder: fixtures,
  });

  expect(code).toBe(0);
  expect(lines[0]?.name).toMatch(/·/);
});

describe('pack check', () => {
  test('finds nothing in the shipped templates', async () => {
    const { code, lines } = await runCommand(['pack', 'check']);

    expect(lines.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(code).toBe(0);
  });

  test('names file, place and remedy of what is wrong', async () => {
    const pack = JSON.parse(await readFile(join(root, 'templates/catering/pack.json'), 'utf8')) as {
      rubric: { weight: number }[];
    };
    const [first] = pack.rubric;
    if (first) first.weight += 1;
    await mkdir(join(folder, 'packs/catering'), { recursive: true });
    await writeFile(join(folder, 'packs/catering/pack.json'), JSON.stringify(pack));

    const { code, lines } = await runCommand(['pack', 'check', 'packs'], { folder });

    expect(code).toBe(1);
    expect(lines).toContainEqual(
      expect.objectContaining({ file: 'catering/pack.json', severity: 'error', code: 'weights-not-100' }),
    );
  });

  test('a folder without templates is wrong usage', async () => {
    const { code, told } = await runCommand(['pack', 'check', 'inside'], { folder });

    expect(code).toBe(2);
    expect(told).toMatch(/pack\.json/);
  });
});

describe('help and wrong usage', () => {
  test.each(Object.keys(commands))('%s explains itself in both languages', async (name) => {
    const { code, help, lines } = await runCommand([name, '--help']);

    expect(code).toBe(0);
    expect(lines).toEqual([]);
    expect(help).toContain(`npm run -s jinji -- ${name}`);
    expect(help).toMatch(/[\u4e00-\u9fff]{4}/);
    expect(help).toMatch(/[a-z]{3,} [a-z]{2,} [a-z]{2,}/);
  });

  test.each(Object.keys(commands))('%s refuses an option that it does not know', async (name) => {
    const { code, told, lines } = await runCommand([name, '--no-such-option']);

    expect(code).toBe(2);
    expect(lines).toEqual([]);
    expect(told).toMatch(/--no-such-option/);
  });

  test.each([[[]], [['no-such-command']], [['constructor']]])('%j lists the commands', async (args) => {
    const { code, told } = await runCommand(args);

    expect(code).toBe(2);
    for (const name of Object.keys(commands)) expect(told).toContain(name);
  });

  test('a benchmark that there is not is wrong usage and names those there are', async () => {
    const { code, told } = await runCommand(['bench', 'nothing']);

    expect(code).toBe(2);
    expect(told).toMatch(/answers, score, start, sync, uploads, worker/);
  });

  test('file names start where the caller stands, also when npm has gone to the project', () => {
    const npm = { npm_lifecycle_event: 'jinji', INIT_CWD: '/somewhere/else' };

    expect(callerFolder(npm)).toBe('/somewhere/else');
    expect(callerFolder({ ...npm, npm_lifecycle_event: 'test' })).toBe(process.cwd());
    expect(callerFolder({})).toBe(process.cwd());
  });

  test('wrong settings are named together and no value is repeated', async () => {
    const { code, told } = await runCommand(['migrate'], {
      settings: { PORT: 'eighty', PUBLIC_URL: 'nowhere' },
    });

    expect(code).toBe(2);
    expect(told).toMatch(/PORT[\s\S]*PUBLIC_URL/);
    expect(told).not.toMatch(/eighty|nowhere/);
  });
});
