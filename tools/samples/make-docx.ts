import { writeFile } from 'node:fs/promises';
import { strToU8, zipSync } from 'fflate';

/** Writes the sample résumé in Word's format: `node --import tsx tools/samples/make-docx.ts OUTPUT`. */
const lines: readonly (readonly [text: string, bold?: boolean])[] = [
  ['周海涛', true],
  ['应聘职位:餐厅服务员'],
  ['手机:139-0000-5528    邮箱:zhou.haitao@example.com    所在城市:重庆'],
  ['工作经历', true],
  ['2023年5月 – 2025年9月    重庆江畔老灶火锅店    服务员'],
  ['看台、传菜、收台,旺季每晚翻台四轮;下班前检查燃气阀门和地面。'],
  ['2021年7月 – 2023年4月    重庆顺达物流有限公司    分拣员'],
  ['夜班分拣,按区装车。'],
  ['教育背景', true],
  ['2018年9月 – 2021年6月    重庆市江南职业中学    烹饪专业    中专'],
  ['证书', true],
  ['中式烹调师五级'],
  ['自我评价', true],
  ['服从排班,身体力行。(示例简历:为演示而编写,人物与企业均为虚构。)'],
];

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const paragraph = ([text, bold]: readonly [string, boolean?]) =>
  `<w:p><w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const parts = {
  '[Content_Types].xml': `${xml}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
  '_rels/.rels': `${xml}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
  'word/document.xml': `${xml}<w:document xmlns:w="${word}"><w:body>${lines.map(paragraph).join('')}<w:sectPr/></w:body></w:document>`,
};

const output = process.argv[2];
if (!output) throw new Error('name the file to write');
const files = Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]));
await writeFile(output, zipSync(files, { level: 9, mtime: '2026-11-23' }));
