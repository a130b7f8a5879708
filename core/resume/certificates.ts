import { bareItem, type ListItem, listItems } from './list-items.ts';
import type { Located } from './located.ts';
import type { ResumeLine } from './resume-line.ts';
import type { Section } from './sections.ts';

const certificate =
  /(?:证|证书|执照|资格|职称|驾照|CET-?\s?[46]|TEM-?\s?[48]|英语[四六]级|[四六八]级|专[四八]|普通话.{0,2}级|[一二三四五]级(?:[甲乙]等)?|初级|中级|高级(?:工|技师)|技师|软考|NCRE|PMP|CPA|ACCA|CFA|FRM|CISSP|CISP|CCNA|CCNP|HCIA|HCIP|HCIE|OCP|AWS|PRINCE2|ITIL|RHCE|IELTS|雅思|TOEFL|托福|GRE|GMAT|JLPT|N[1-5]|BEC|TOPIK|DELE|剑桥|注册.{1,10}师|会计师|工程师（|建造师|造价师|监理|certified|certificate|certification|licen[cs]e)/i;
const noCertificate =
  /(?:奖学金|一等奖|二等奖|三等奖|优秀奖|金奖|银奖|铜奖|三好学生|优秀(?:毕业生|学生|干部|员工|团员|研究生)|冠军|亚军|季军|荣誉称号|先进个人)/;

/** Whether an item of a mixed list is a certificate. */
export const looksLikeCertificate = (text: string): boolean =>
  certificate.test(text) && !noCertificate.test(text);

const date =
  /(?:19|20)\d{2}\s*[年./-]?\s*(?:\d{1,2}\s*月?)?(?:\s*[./-]?\s*\d{1,2}\s*日?)?\s*(?:获得?|取得|考取|颁发)?/g;

/** The bare name of a certificate: dates, numbers and remarks dropped. Null when nothing is left. */
export function certificateName(raw: string): string | null {
  const text = bareItem(raw.replace(date, ' '))
    .replace(/^(?:获得?|取得|持有?|考取|拥有|具有|具备|通过)(?:了)?\s*/, '')
    .replace(/(?:证书)?编号.*$/, '')
    .replace(/\s*(?:都|均|仍)?在有效期内?$/, '')
    .replace(/^[\s:：·|,，-]+|[\s:：·|,，-]+$/g, '')
    .trim();
  return text.length < 2 || text.length > 40 || noCertificate.test(text) ? null : text;
}

/** `英语（CET-6）`: the certificate stands in the brackets behind the language. */
const inBrackets = /[（(]((?:CET|TEM|BEC|IELTS|TOEFL|JLPT|N)-?\s?\d[\d.]*)[^）)]*[)）]/i;

const clause = /^(?:都|均|仍|已|可|能|会(?!计)|并|且|有效|复审|年审|编号|成绩|分数|读写|听说)/;

/** Certificates of all sections that name them; in mixed sections only items that look like one. */
export function readCertificates(
  sections: readonly Section[],
  mixed: readonly ListItem[],
): Located<string>[] {
  const own = sections
    .filter((section) => section.kind === 'certificates')
    .flatMap((section) => listItems(section.lines.flatMap(withoutPeriodOnly)));
  const languages = sections
    .filter((section) => section.kind === 'languages' || section.kind === 'awards')
    .flatMap((section) => listItems(section.lines))
    .map((item) => ({ ...item, text: inBrackets.exec(item.text)?.[1] ?? item.text }))
    .filter(
      (item) =>
        looksLikeCertificate(item.text) &&
        /证|CET|TEM|IELTS|雅思|托福|TOEFL|级/.test(item.text) &&
        item.text.length <= 20,
    );
  const found: Located<string>[] = [];
  for (const item of [...own, ...mixed, ...languages]) {
    if (clause.test(item.text)) continue;
    const name = certificateName(item.text);
    if (name !== null && !found.some((other) => other.item === name))
      found.push({ item: name, lines: [item.line] });
  }
  return found;
}

/** `2019/6 | 叉车司机证`: the date cell falls away. */
function withoutPeriodOnly(line: ResumeLine): ResumeLine[] {
  const cells = line.cells.filter((cell) => cell.replace(date, '').replace(/[\s:：-]/g, '') !== '');
  return cells.length === 0 ? [] : [{ ...line, cells, text: cells.join('  ') }];
}
