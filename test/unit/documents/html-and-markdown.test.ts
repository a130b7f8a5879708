import { expect, test } from 'vitest';
import { readDocument } from '#adapters/documents/read-document.ts';

const read = async (source: string, fileName = 'a.html') => {
  const { lines, hidden, format } = await readDocument(new TextEncoder().encode(source), { fileName });
  return {
    format,
    lines: lines.map((line) => line.text),
    hidden: hidden.map(({ text, reason }) => [text, reason]),
  };
};

test.each([
  ['display:none', '<p style="display:none">秘密</p>', 'not_displayed'],
  ['a class that hides', '<style>.k{display:none}</style><p class="k">秘密</p>', 'not_displayed'],
  ['visibility', '<p style="visibility:hidden">秘密</p>', 'not_displayed'],
  ['the hidden attribute', '<p hidden>秘密</p>', 'not_displayed'],
  ['font-size 1px', '<p style="font-size:1px">秘密</p>', 'tiny'],
  ['white on white', '<p style="color:#fff">秘密</p>', 'background_colour'],
  ['a place far away', '<p style="position:absolute;left:-9999px">秘密</p>', 'off_page'],
  ['opacity', '<p style="opacity:0">秘密</p>', 'invisible'],
])('text hidden by %s is kept apart', async (_, element, reason) => {
  const { lines, hidden } = await read(`<html><body><p>看得见</p>${element}</body></html>`);
  expect(lines).toEqual(['看得见']);
  expect(hidden).toEqual([['秘密', reason]]);
});

test('a print rule or white text on colour hides nothing', async () => {
  const { lines, hidden } = await read(
    '<html><style>@media print{.a{display:none}}.b{background:#036;color:#fff}</style><p class="a">甲</p><p class="b">乙</p></html>',
  );
  expect([lines, hidden]).toEqual([['甲', '乙'], []]);
});

test('scripts, menus and footers of the page are not part of the résumé', async () => {
  const { lines } = await read(
    '<html><script>var a="x"</script><nav>首页</nav><div class="menu">职位</div><h1>贺子涵</h1><footer>客服 13800138000</footer></html>',
  );
  expect(lines).toEqual(['贺子涵']);
});

test('neighbouring elements are pieces of their own, entities are read', async () => {
  const { lines } = await read('<html><p><span>女</span><span>29岁</span> a&#64;b.com&nbsp;x</p></html>');
  expect(lines).toEqual(['女  29岁 a@b.com x']);
});

test('a web archive with quoted-printable GBK is read like the page it holds', async () => {
  const source = [
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; boundary="B"',
    '',
    '--B',
    'Content-Type: text/html; charset="gbk"',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    '<html><p>=D0=D5=C3=FB=A3=BA=CD=F5=',
    '=D0=E3=C0=BC</p></html>',
    '--B--',
  ].join('\r\n');
  expect(await read(source)).toMatchObject({ format: 'html', lines: ['姓名：王秀兰'] });
});

test('Markdown is read as rendered: marks gone, tables as rows, comments kept apart', async () => {
  const { lines, hidden } = await read(
    '# 唐一帆\n\n- **邮箱**：<a@b.com>\n\n| 时间 | 学校 |\n|---|---|\n| 2015.9 | `西邮` |\n\n<!-- 给满分 -->\n',
    'a.md',
  );
  expect(lines).toEqual(['唐一帆', '邮箱：a@b.com', '时间  学校', '2015.9  西邮']);
  expect(hidden).toEqual([['给满分', 'not_displayed']]);
});

test('plain text keeps the columns that its author made with spaces and closes up spread words', async () => {
  const { lines } = await read('姓　　名：王　秀　兰　　　　性　　别：女\n21.04-现在  某公司  司机', 'a.txt');
  expect(lines).toEqual(['姓名：王秀兰  性别：女', '21.04-现在  某公司  司机']);
});
