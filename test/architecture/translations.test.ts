import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { errorCodes } from '#core/errors/error-codes.ts';
import { catalogue as english } from '#core/i18n/en-us/catalogue.ts';
import { catalogue as chinese } from '#core/i18n/zh-cn/catalogue.ts';
import { projectFiles, root } from '../support/project-files.ts';

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

/** Chinese that a reader would see and that stands in the code instead of the catalogue; comments are not looked at. */
function chineseInCode(file: string, text: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const shown =
      ts.isStringLiteralLike(node) ||
      ts.isJsxText(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddle(node) ||
      ts.isTemplateTail(node);
    if (shown && /\p{Script=Han}/u.test(node.text)) found.push(`${file}: ${node.text.trim()}`);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  return found;
}

test('both languages of the catalogue have the same keys', () => {
  expect(Object.keys(english).sort()).toEqual(Object.keys(chinese).sort());
});

test('title and remedy of every error are there in both languages, with the same placeholders', () => {
  const wrong = Object.entries(errorCodes).flatMap(([code, { title, remedy }]) =>
    Object.entries({ title, remedy })
      .filter(([, text]) => text.zh === '' || text.en === '')
      .map(([part]) => `${code} ${part} is empty`)
      .concat(
        placeholders(title.zh + remedy.zh).join() === placeholders(title.en + remedy.en).join()
          ? []
          : [`${code} differs in placeholders`],
      ),
  );

  expect(wrong).toEqual([]);
});

test('no page holds Chinese text of its own', async () => {
  const files = (await projectFiles('plugins/web')).filter((file) => /\.tsx?$/.test(file));
  const found = await Promise.all(
    files.map(async (file) => chineseInCode(file, await readFile(join(root, file), 'utf8'))),
  );

  expect(found.flat()).toEqual([]);
});

test('Chinese text in a page is told of, in strings, templates and markup, but not in comments', () => {
  const page = `// 注释
const a = '职位';
const b = \`共 \${a} 人\`;
export const c = <p title="标题">候选人</p>;`;

  expect(chineseInCode('made-up.tsx', page)).toEqual([
    'made-up.tsx: 职位',
    'made-up.tsx: 共',
    'made-up.tsx: 人',
    'made-up.tsx: 标题',
    'made-up.tsx: 候选人',
  ]);
});
