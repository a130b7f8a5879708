import { joinWrapped, type ResumeLine, withoutNumber } from './resume-line.ts';

/** An item of a list of skills or certificates with its line. */
export interface ListItem {
  readonly text: string;
  readonly line: number;
}

const level =
  /^(?:精通|熟练(?:掌握|使用|运用|操作|应用)?|熟悉|掌握|了解|良好|一般|优秀|入门|初级|中级|高级|熟练度?|专家|擅长|较好|较强|会用?|基本|基础|流利|advanced|intermediate|beginner|expert|proficient|fluent|native|basic|good|excellent|[★☆●○◆◇■□▪▮▯█░⭐]+|\d{1,3}\s*%|\d(?:\.\d)?\s*\/\s*\d{1,2}|\d+\s*(?:年|个月|years?)(?:以上|经验)?)$/i;

const leadingVerb =
  /^(?:(?:能够?|可以?|会|擅长|善于|具备|具有|有|较为|非常|十分|比较)?(?:熟练(?:地)?(?:掌握|使用|运用|操作|应用)?|精通|熟悉|掌握|了解|会用|会使用|能用|使用过|用过|使用|擅长|善于|会做|懂得|接触过|proficient (?:in|with)|experienced (?:in|with)|familiar with|skilled in|knowledge of|good at|expert in))\s*[:：]?\s*/i;

const bracket = /\s*[（(【[][^（）()【】[\]]*[)）】\]]/g;

/** Takes levels, years and remarks off an item. */
export function bareItem(raw: string): string {
  return raw
    .replace(bracket, '')
    .replace(/[★☆●○◆◇■□▮▯█░⭐]+/g, ' ')
    .replace(/\s*[-–—:：|]?\s*(?:\d{1,3}\s*%|(?:精通|熟练|熟悉|掌握|了解|良好|一般)(?:程度)?)$/, '')
    .replace(leadingVerb, '')
    .replace(
      /等(?:$|(?:常用|主流|相关|各类|办公|日常)?[\u3400-\u9fff]{0,4}(?:软件|工具|技术|语言|框架|系统|设备|平台|技能|操作|知识|组件|仪器|产品|数据库)$)/,
      (tail, at: number, all: string) => (/[甲乙丙丁一二三四初中高同]/.test(all[at - 1] ?? '') ? tail : ''),
    )
    .replace(/(?:的)?日?常?使用与排障$/, '')
    .replace(/^[\s,，、;；。.·:：/|•*-]+|[\s,，、;；。·:：/|•*-]+$/g, '')
    .trim();
}

/** Cuts lines of a list at its separators; a `名称：` in front of an enumeration and bare levels fall away. */
export function listItems(lines: readonly ResumeLine[]): ListItem[] {
  return joinWrapped(lines).flatMap((line) =>
    rowCells(line)
      .flatMap((cell) => splitItems(withoutNumber(cell)))
      .filter((text) => text !== '' && !level.test(text))
      .map((text) => ({ text, line: line.index })),
  );
}

const columnHead =
  /^(?:技能|语言|技能\/语言|方向|掌握|掌握程度|熟练程度|程度|水平|等级|名称|技能名称|类别|证书名称|证书|获得时间|时间|使用时间|说明|备注|工具|项目|分类|内容|编号|发证机关|取得时间|获证时间|skills?|level)$/i;

/** Cells of a line, without the head row of a table and the names of its rows. */
function rowCells(line: ResumeLine): readonly string[] {
  if (line.cells.length > 1 && line.cells.every((cell) => columnHead.test(cell.replace(/\s+/g, ''))))
    return [];
  const [first = '', ...rest] = line.cells;
  if (
    line.table !== null &&
    rest.some((cell) => /[、，,/]/.test(cell)) &&
    !/[、，,/]/.test(first) &&
    first.length <= 8
  )
    return rest;
  return line.cells.filter((cell) => !columnHead.test(cell.replace(/\s+/g, '')) || line.cells.length === 1);
}

function splitItems(cell: string): string[] {
  const named = /^([^:：、，,;；|]{1,20})\s*[:：]\s*(\S[^、，,;；]*)$/.exec(cell);
  if (named && level.test((named[2] ?? '').split(/\s*[|｜/]\s*|\s{2,}/)[0] ?? ''))
    return [(named[1] ?? '').trim()];
  const body = cell.replace(/^[^:：、，,;；|]{1,14}[:：]\s*(?=\S)/, '');
  return outsideBrackets(body)
    .flatMap((part) => part.split(/\s+[/·•|]\s+|\s{2,}/))
    .flatMap((part) => (spacedList.test(part) ? part.split(' ') : [part]))
    .map((part) => part.trim());
}

/** Chinese words with single spaces between them are several items. */
const spacedList = /^[\u3400-\u9fff]{2,12}(?: [\u3400-\u9fff]{2,12})+$/;

/** Splits at 、，；, ; | · / and line breaks, but not inside brackets and not in `TCP/IP` or `CI/CD`. */
function outsideBrackets(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let open = '';
  [...text].forEach((char, i, all) => {
    if ('（([【'.includes(char)) depth += 1;
    if ('）)]】'.includes(char)) depth = Math.max(0, depth - 1);
    const between = /[A-Za-z0-9]/.test(all[i - 1] ?? '') && /[A-Za-z0-9]/.test(all[i + 1] ?? '');
    const rate = char === '/' && /^(?:分|秒|小时|天|月|年|人|次)/.test(all.slice(i + 1, i + 3).join(''));
    const cuts = '、，；,;|｜\n。•'.includes(char) || ('/／·'.includes(char) && !between && !rate);
    if (cuts && depth === 0) {
      parts.push(open);
      open = '';
    } else open += char;
  });
  parts.push(open);
  return parts;
}
