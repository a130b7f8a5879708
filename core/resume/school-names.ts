import { cityOf, isPlace } from './places.ts';
import type { Degree } from './profile.ts';
import { simplified } from './simplified.ts';

const degreeWords: readonly (readonly [Degree, RegExp])[] = [
  ['博士', /博士|Ph\.?\s?D|doctor(?:ate)?\b/i],
  ['硕士', /硕士|研究生|master|\bM\.?(?:Sc|A|Eng|BA|S)\b|\bMBA\b|MPA|EMBA/i],
  ['本科', /本科|学士|bachelor|\bB\.?(?:Sc|A|Eng|S|Com)\b|undergraduate|专升本|二学位/i],
  ['大专', /大专|专科(?!学校)|高职(?!中)|高级文凭|副学士|二技|五专|associate(?:'s)? degree|\bdiploma\b/i],
  ['中专', /中专|中技|技校|职高|职业高中|中职|中等专业/],
  ['高中', /高中|中学文凭|\bHKDSE\b|high school/i],
  ['初中', /初中|junior high/i],
];

/** `（原河南财政税务高等专科学校）`: what a school was called before says nothing about the person. */
const formerName = /[（(]\s*(?:原|现|曾用名|曾名|前身)[^（）()]*[)）]/g;

/** The degree that a text names; null when it names none. */
export function degreeOf(text: string): Degree | null {
  const bare = simplified(text)
    .replace(formerName, ' ')
    .replace(/专升本/g, '本科')
    .replace(/非?统招|全日制/g, ' ');
  return degreeWords.find(([, pattern]) => pattern.test(bare))?.[0] ?? null;
}

const schoolName =
  /(?:[\u3400-\u9fff·]|[（(][\u3400-\u9fff]{1,10}[)）](?=[\u3400-\u9fff])){2,}?(?:职业技术大学|职业大学|大学(?!附属?(?:高级)?中学|附中|附小)|职业技术学院|职业学院|高等专科学校|专科学校|学院|党校|中等专业学校|职业技术学校|职业学校|技工学校|技师学院|卫生学校|师范学校|职业中专|中专|职业技术教育中心|职业教育中心|职教中心|职教集团|职业中学|职中|广播电视大学|职业高中|职高|技校|高级中学|高中|初级中学|初中|实验中学|附属中学|附中|中学|[一二三四五六七八九十]中(?![学专])|小学|学校|商校|卫校|师范(?!大学|学院|学校|高等)|艺校|体校|研究院|研究所|科学院(?!大学))(?:[（(](?![^（）()]*(?:自考|函授|成[教考人]|专升本|在职|业余|夜大|脱产|全日制|统招|网络|远程|学[历士位]|本科|专科|大专|中专|高中|初中|职高|技校|硕士|博士|专业|在读|辍学|肄业|毕业|结业|双学位|辅修|原|曾用))[\u3400-\u9fff]{1,8}[)）])?/g;
const latinSchool =
  /(?:(?:The )?(?:[A-Z][\w.'’&-]*[ ]+){0,6}(?:University|College|Institute|School|Academy|Polytechnic)(?:\s+of\s+(?:[A-Z][\w'’&-]*(?:\s+(?:and|&|of|in|the)\s+|\s+)?){1,5})?(?:,\s*[A-Z][a-z]+(?=\s*(?:$|[|,(]|\s{2})))?|\b(?:UCLA|MIT|NYU|LSE|UCL|ETH Zurich|Caltech)\b)/g;

/** Faculties: `计算机学院` behind the university's own name. Affiliated colleges are named after places or people. */
const faculty =
  /^(?:第[一二三四五六]|大|智能|现代|应用|高等|基础|国家)?(?:计算机|信息|软件|管理|经济|商|法|文|理|工|医|药|外国语|外语|机械|电子|电气|自动化|材料|化学|化工|生命|生物|土木|建筑|艺术|设计|传媒|新闻|数学|物理|环境|能源|马克思|国际|教育|体育|音乐|美术|护理|旅游|会计|金融|财税|公共|继续教育|成人教育|网络|远程|人文|农|林|海洋|交通|汽车|航空|航天|社会|心理|历史|哲学|政治|统计|测绘|地球|资源|食品|动物|植物|园艺|公安|数据|人工智能|微电子|通信|光电|仪器|研究生|城市(?!学院)|临床|口腔|轻工|纺织|服装|冶金|矿业|石油|水利|动力|兽医|影视|播音|表演|舞蹈|戏剧|民族(?!学院)|学前|师范|创新|创业|中医|针灸|智能|轨道|物流|电商|酒店|空乘|烹饪|核|信电|数理|知识产权|电力|电信|控制|制造|技术|园林|景观|服务|营销)[\u3400-\u9fff]{0,12}学院$/;

/** The school in a text, faculty left out; null when none is named. */
export function schoolOf(text: string): string | null {
  const plain = simplified(text);
  const name = schoolIn(plain);
  const at = name === null ? -1 : plain.indexOf(name);
  const found = name === null || at === -1 ? name : text.slice(at, at + name.length);
  const behind = /^(.+?)[（(]([^（）()]+)[)）]$/.exec(found ?? '');
  return behind && !isCampus(behind[2] ?? '') ? (behind[1] ?? found) : found;
}

/** Brackets belong to a school's name when they say where or which part of it, not what was studied there. */
const isCampus = (text: string): boolean =>
  isPlace(text) ||
  cityOf(text) !== null ||
  /(?:校区|分校|分院|院区|学院|学部|华[东南北中]|西[南北]|东北)$/.test(text);

function schoolIn(text: string): string | null {
  const bare = text
    .replace(/(?:毕业于|就读于|就读|考入|毕业院校|在)[:：]?\s*/g, ' ')
    .replace(/^(?:学校|院校)[:：]?\s*/, '');
  const names = [...bare.matchAll(schoolName)].map((match) => match[0]);
  const first = names[0]?.replace(/^(?:年|月|于|在|至今|届|级|毕业)+/, '');
  if (
    first &&
    !/^(?:大学|中学|高中|初中|中专|大专|本科|学院|学校|小学)$/.test(first) &&
    !/^(?:在校|全日制|普通|最高|继续|成人)/.test(first)
  ) {
    return withAffiliate(first, bare, names);
  }
  const latin = bare
    .match(latinSchool)?.[0]
    ?.replace(/[\s,]+$/, '')
    .trim();
  return latin && latin.split(' ').length > 1 ? latin : latin && /^[A-Z]{3}/.test(latin) ? latin : null;
}

function withAffiliate(first: string, text: string, names: readonly string[]): string {
  const second = names[1];
  const glued = second !== undefined && text.includes(`${first}${second}`) && second.endsWith('学院');
  return glued && first.endsWith('大学') && !faculty.test(second) ? `${first}${second}` : first;
}

/** A middle school's or 中专's own name says its degree; a university's does not. */
export function degreeOfSchool(school: string): Degree | null {
  if (/初级中学|初中$/.test(school)) return '初中';
  if (/高级中学|高中$/.test(school) && !/职业高中/.test(school)) return '高中';
  return /中专$|中等专业学校|职业高中|职高$|职业中学|职教中心|职业教育中心|技工学校|技校$/.test(school)
    ? '中专'
    : null;
}
