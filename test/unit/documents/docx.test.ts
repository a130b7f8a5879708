import { expect, test } from 'vitest';
import { readDocument } from '#adapters/documents/read-document.ts';
import { cell, madeDocx, paragraph } from './made-files.ts';

const read = async (body: string, parts: Record<string, string> = {}) => {
  const { lines, hidden } = await readDocument(madeDocx(body, parts));
  return {
    lines: lines.map((line) => line.text),
    hidden: hidden.map(({ text, reason }) => [text, reason]),
    raw: lines,
  };
};

test('tabs and line breaks part what they part on paper', async () => {
  const body = `<w:p><w:r><w:t>2019.07-至今</w:t><w:tab/><w:t>店长</w:t><w:br/><w:t>管理门店</w:t></w:r></w:p>`;
  expect((await read(body)).lines).toEqual(['2019.07-至今  店长', '管理门店']);
});

test('a text box that is written twice is read once', async () => {
  const box = `<w:txbxContent>${paragraph('司徒静怡')}</w:txbxContent>`;
  const body = `<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><wp:anchor><wps:wsp><wps:txbx>${box}</wps:txbx></wps:wsp></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>${paragraph('正文')}`;
  expect((await read(body)).lines).toEqual(['司徒静怡', '正文']);
});

test('text boxes of one anchor are read from top to bottom', async () => {
  const anchor = (y: number, text: string): string =>
    `<w:r><w:drawing><wp:anchor><wp:positionV><wp:posOffset>${y}</wp:posOffset></wp:positionV><wps:wsp><wps:txbx><w:txbxContent>${paragraph(text)}</w:txbxContent></wps:txbx></wps:wsp></wp:anchor></w:drawing></w:r>`;
  expect((await read(`<w:p>${anchor(3_000_000, '下')}${anchor(500_000, '上')}</w:p>`)).lines).toEqual([
    '上',
    '下',
  ]);
});

test.each([
  ['hidden', '<w:vanish/>', 'not_displayed'],
  ['white', '<w:color w:val="FFFFFF"/>', 'background_colour'],
  ['one point high', '<w:sz w:val="2"/>', 'tiny'],
])('a %s run is kept apart', async (_, properties, reason) => {
  const { lines, hidden } = await read(paragraph('看得见') + paragraph('秘密', properties));
  expect(lines).toEqual(['看得见']);
  expect(hidden).toEqual([['秘密', reason]]);
});

test('a run hidden by its style is kept apart too', async () => {
  const styles =
    '<w:styles NAMESPACES><w:style w:styleId="Gone"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>';
  const { hidden } = await read(paragraph('看得见') + paragraph('秘密', '<w:rStyle w:val="Gone"/>'), {
    'word/styles.xml': styles,
  });
  expect(hidden).toEqual([['秘密', 'not_displayed']]);
});

test('white text on a dark cell is seen', async () => {
  const dark = cell(
    paragraph('工作经历', '<w:color w:val="FFFFFF"/>'),
    '<w:shd w:val="clear" w:fill="1F3864"/>',
  );
  expect((await read(`<w:tbl><w:tr>${dark}</w:tr></w:tbl>`)).hidden).toEqual([]);
});

test('merged cells keep their columns and are read once', async () => {
  const row = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
  const table = `<w:tbl>${row(
    cell(paragraph('姓名'), '<w:vMerge w:val="restart"/>'),
    cell(paragraph('郝建国'), '<w:gridSpan w:val="2"/>'),
    cell(paragraph('电话')),
  )}${row(cell(paragraph(''), '<w:vMerge/>'), cell(paragraph('男')), cell(paragraph('汉族')), cell(paragraph('天津')))}</w:tbl>`;
  const { raw } = await read(table);
  expect(raw.map((line) => line.runs.map((run) => [run.text, run.column]))).toEqual([
    [
      ['姓名', 0],
      ['郝建国', 1],
      ['电话', 3],
    ],
    [
      ['男', 1],
      ['汉族', 2],
      ['天津', 3],
    ],
  ]);
});

test('what a reviewer deleted is gone and what he inserted is there', async () => {
  const body = `<w:p><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins><w:r><w:t>新</w:t></w:r></w:ins></w:p>`;
  expect((await read(body)).lines).toEqual(['新']);
});

test('a page header comes first, page numbers do not come', async () => {
  const header = `<w:hdr NAMESPACES>${paragraph('吴佳怡 13000004321')}</w:hdr>`;
  const footer = `<w:ftr NAMESPACES>${paragraph('第 1 页')}</w:ftr>`;
  const { lines } = await read(paragraph('正文'), { 'word/header1.xml': header, 'word/footer1.xml': footer });
  expect(lines).toEqual(['吴佳怡 13000004321', '正文']);
});
