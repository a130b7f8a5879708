import { findRanges } from './dates.ts';
import { labelledValues } from './labels.ts';
import { cityOf } from './places.ts';
import type { ResumeLine } from './resume-line.ts';
import { classifyRest, companyScore, isOwnBusiness, splitGlued, titleScore } from './work-words.ts';

/** The facts in the head of an entry of working life, as far as found. */
export interface EntryHead {
  company: string | null;
  title: string | null;
}

const strongSeparator = /\s*[|｜丨│┃¦]\s*|\s+[-–—·•/／@]\s+|\s{2,}|\s*[—–]{1,2}\s*(?=[\u3400-\u9fff])|\t/;

/** Cuts the dates out of a text, with the brackets and separators that held them. */
export function withoutDates(text: string): string {
  let out = text;
  for (const range of [...findRanges(text)].reverse()) {
    out = `${out.slice(0, range.start)}  ${out.slice(range.end)}`;
  }
  return out
    .replace(
      /[（(]\s*(?:[共约]?\s*\d+\s*年(?:零|又)?\s*(?:\d+\s*个?\s*月)?|[共约]?\s*\d+\s*个\s*月|\d+\s*yrs?[^)）]*|\d+\s*mos?)?\s*[,，]?\s*[)）]/g,
      ' ',
    )
    .replace(
      /(?:^|\s)\[?\s*\d+\s*年(?:零|又)?(?:\s*\d+\s*个?\s*月)?\s*\]?(?=\s|$)|(?:^|\s)\d+\s*个\s*月(?=\s|$)/g,
      ' ',
    )
    .replace(/[（(][\s,，、]*(?:兼职|全职|实习|在职|在读)?[\s,，、]*[)）]/g, (all, at: number) =>
      at === 0 || /[,，、]/.test(all) ? ' ' : all,
    )
    .replace(/^[\s|｜,，:：·•\-–—~～/]+|[\s|｜,，:：·•\-–—~～/]+$/g, '')
    .trim();
}

/** Pieces of a head line: by cells, strong separators, commas, single spaces between Chinese words, glued names. */
export function headTokens(cells: readonly string[]): string[] {
  return cells
    .flatMap((cell) => withoutDates(cell).split(strongSeparator))
    .map((token) => (promotion.test(token) ? lastPost(token) : token))
    .flatMap(splitCommas)
    .flatMap(splitSpoken)
    .flatMap(splitBracketTitle)
    .flatMap(splitSpaces)
    .flatMap((token) => splitGlued(token) ?? [token])
    .flatMap(openBrackets)
    .map((token) => token.replace(/^[\s,，;；:：、·]+|[\s,，;；:：、]+$/g, '').trim())
    .filter((token) => token !== '' && !/^[\W_]+$/u.test(token.replace(/[\u3400-\u9fff]/g, 'x')));
}

/** A piece wholly in brackets is a remark (`（二级士官退伍）`) unless it names the post. */
function openBrackets(token: string): string[] {
  const inside = /^[（(]([^（）()]*)[)）]$/.exec(token.trim())?.[1];
  if (inside === undefined) return [token];
  return titleScore(inside) >= 2 || companyScore(inside) >= 2 ? [inside] : [];
}

/** Commas part tokens, but not those inside `Co., Ltd.` and `Foo, Inc.` */
const splitCommas = (text: string): string[] =>
  text.length <= 90 ? text.split(/\s*[，,;；](?!\s*(?:Ltd|Inc|LLC|LLP|Limited|Corp|PLC|S\.A)\b)\s*/) : [text];

/** `在洁雅家政服务公司做保洁员` as people say it. */
function splitSpoken(text: string): string[] {
  const told = text.replace(/[。；;.]+$/, '');
  const match =
    /^(我?(?:以前|之前|曾|曾经|一直|后来|之后|然后|接着|再|又|先|现在|目前)?(?:在|于|到|去|就职于|任职于|供职于|进入?))?\s*(.{3,30}?)(?:，)?(?:做过|做了?|干过|干了?|担任|出任|任|当|从事|任职)(?!务|职资格)(?:了?一[名个])?(.{2,14})$/.exec(
      told,
    );
  if (!match)
    return (
      splitPlace(text) ?? [
        text.replace(/^(?:在|就职于|任职于|供职于|进入)(?=.{4,}(?:公司|厂|店|院|中心|集团)$)/, ''),
      ]
    );
  const [, lead, place = '', post = ''] = match;
  const named = companyScore(place) >= 2 || lead !== undefined;
  return named && titleScore(post) >= 2 ? [place, post] : (splitPlace(told) ?? [text]);
}

/** `后来在迁安运输队开货车`: the place of work is named, the post is only told and stays unknown. */
function splitPlace(text: string): string[] | null {
  const told =
    /^(?:我?(?:后来|之后|然后|接着|再|又|先|现在|目前|一直)?(?:在|到|去))([^，,。（(]{4,30})$/.exec(
      text,
    )?.[1];
  if (told === undefined) return null;
  for (let end = told.length; end >= 3; end -= 1) {
    const place = told.slice(0, end);
    const post = told.slice(end);
    if (companyScore(place) >= 2 && post.length <= 8) return titleScore(post) >= 2 ? [place, post] : [place];
  }
  return null;
}

/** `启明桥教育咨询有限公司（英语教研组长）`: a title in brackets behind the company. */
function splitBracketTitle(text: string): string[] {
  const match = /^(.{2,}?)\s*[（(]([^（）()]{2,20})[)）]$/.exec(text);
  if (!match) return [text];
  const [, before = '', inside = ''] = match;
  if (
    !isOwnBusiness(before) &&
    companyScore(before) >= 2 &&
    (titleScore(inside) >= 2 || /^(?:noise|department)$/.test(classifyRest(inside)))
  )
    return [before, inside];
  return [text];
}

/** A single space parts two Chinese words when one of them is a company or a title. */
function splitSpaces(text: string): string[] {
  const parts = text.split(
    /(?<=[\u3400-\u9fff）]|[\u3400-\u9fff]\))\s+(?=[\u3400-\u9fffA-Z（(])|(?<=[A-Za-z0-9)])\s+(?=[\u3400-\u9fff])/,
  );
  if (parts.length < 2) return [text];
  const telling = parts.some((part) => companyScore(part) >= 2 || titleScore(part) >= 3);
  return telling ? regroup(parts) : [text];
}

/** Puts `高级` + `Java工程师` together again: a word that is nothing by itself joins the title behind it. */
const modifier =
  /^(?:高级|资深|中级|初级|助理|副|首席|执行|大区|区域|全国|见习|实习|兼职|代理|[A-Za-z][A-Za-z.+#]*)$/;

function regroup(parts: readonly string[]): string[] {
  const out: string[] = [];
  for (const part of parts) {
    const before = out.at(-1);
    if (before !== undefined && modifier.test(before) && titleScore(part) >= 2)
      out[out.length - 1] = `${before} ${part}`;
    else out.push(part);
  }
  return out;
}

/** Assigns tokens to company and title; what is known already stays. */
export function assignTokens(tokens: readonly string[], head: EntryHead): void {
  let rest = tokens.filter((token) => classifyRest(token) !== 'noise');
  if (head.company === null) {
    const company = best(rest, companyScore, 2) ?? byExclusion(rest, head);
    if (company !== null) {
      head.company = cleanCompany(company);
      rest = rest.filter((token) => token !== company);
    }
  }
  if (head.title !== null) return;
  const title = best(rest, titleScore, 2);
  if (title !== null) head.title = cleanTitle(title);
  else if (head.company !== null && rest.length > 0) {
    const other = rest.find(
      (token) => classifyRest(token) === 'other' && token.length <= 20 && companyScore(token) < 2,
    );
    if (other !== undefined && tokens.length > 1) head.title = cleanTitle(other);
  }
}

function best(tokens: readonly string[], score: (text: string) => number, least: number): string | null {
  let found: string | null = null;
  let top = least - 1;
  for (const token of tokens) {
    const own = score(token);
    if (own > top) {
      top = own;
      found = token;
    }
  }
  return found;
}

/** With a clear title among several tokens, the first of the others is the company. */
function byExclusion(tokens: readonly string[], head: EntryHead): string | null {
  const title = head.title ?? best(tokens, titleScore, 2);
  const others = tokens.filter(
    (token) => token !== title && classifyRest(token) === 'other' && token.length >= 2,
  );
  if (title !== null) return others[0] ?? null;
  if (others.length >= 2) return others[0] ?? null;
  return best(others, companyScore, 1);
}

/** The department behind a company's full name belongs to the post; 营业部 and its kin are employers by themselves. */
const ownDepartment =
  /^(.{4,}?(?:公司|医院|酒店))(?!.*(?:营业部|经营部|门市部|项目部|批发部|服务部|车队|店|厂)$)[\u3400-\u9fff]{1,7}(?:部|科|室|处|车间|班组|中心)$/;

const cleanCompany = (text: string): string =>
  text
    .replace(ownDepartment, '$1')
    .replace(/^(?:公司|单位|企业)(?:名称)?[:：]\s*/, '')
    .replace(
      /\s*[（(][^（）()]*(?:\d+\s*(?:年|人|个月)|民营|私营|国企|国有|合资|外资|上市|在职|离职|实习|兼职|全职|规模|原名|行业)[^（）()]*[)）]$/,
      '',
    )
    .replace(/,\s*([A-Z][A-Za-z ]+)(?:,\s*[A-Z][A-Za-z. ]+)?$/, (tail, place: string) =>
      cityOf(place) === null ? tail : '',
    )
    .replace(/[\s|｜·,，-]+$/, '')
    .trim();

const isPost = (text: string): boolean =>
  titleScore(text) >= 2 || (classifyRest(text) === 'other' && companyScore(text) < 2 && text.length <= 10);

/** `前厅部/大堂副理` and `采购员（供应链部）`: the post without the department or the place beside it. */
function withoutDepartment(text: string): string {
  const pair = /^(.{2,12}?)\s*[/·•、-]\s*(.{2,16})$/.exec(text);
  if (pair) {
    const [first = '', second = ''] = pair.slice(1);
    if (classifyRest(first) === 'department' && titleScore(first) < 2 && isPost(second)) return second;
    if (classifyRest(second) === 'department' && titleScore(second) < 2 && titleScore(first) >= 2)
      return first;
  }
  const behind = /^(.{2,}?)\s*[（(]([^（）()]{2,12})[)）]$/.exec(text);
  const aside = behind?.[2] ?? '';
  return behind &&
    (/^(?:department|place)$/.test(classifyRest(aside)) ||
      /(?:项目|片区|区域|楼盘|线路)$/.test(aside) ||
      companyScore(aside) >= 2)
    ? (behind[1] ?? text)
    : text;
}

/** `骑手 → 站长`, `传菜员，后升领班`: the last of several posts told in one breath. */
const promotion =
  /^.{2,12}?\s*(?:→|—>|->|=>|>>|[，,]?\s*(?:后|再)(?:升任?|转任?|做)|[，,]?\s*(?:升任|升为|晋升为?|提拔为|转为))\s*([\u3400-\u9fffA-Za-z]{2,12})$/;

function lastPost(text: string): string {
  const last = promotion.exec(text)?.[1];
  return last !== undefined && titleScore(last) >= 2 ? last : text;
}

/** A post as written, without its label, its department or an address beside it. */
export const cleanTitle = (text: string): string =>
  withoutDepartment(lastPost(text))
    .replace(/^(?:担任|任|职位|职务|岗位|职称)[:：]?\s*/, '')
    .replace(/(?:一职|职务)$/, '')
    .replace(/[\s|｜·,，。-]+$/, '')
    .trim();

/** Takes labelled facts (`单位：…`, `职务：…`) into the head; true when the line consists of such facts. */
export function takeLabels(line: ResumeLine, head: EntryHead): boolean {
  const values = labelledValues(line).filter((pair) => pair.kind !== 'text');
  for (const { kind, value } of values) {
    if (value === '') continue;
    if (kind === 'company' && head.company === null) {
      const parts = headTokens([value]);
      head.company = cleanCompany(best(parts, companyScore, 1) ?? parts[0] ?? value);
      const title = best(parts.slice(1), titleScore, 2);
      if (title !== null && head.title === null) head.title = cleanTitle(title);
    }
    if (kind === 'title' && head.title === null)
      head.title = cleanTitle(value.split(/\s{2,}|[|｜]/)[0] ?? value);
  }
  return values.length > 0;
}
