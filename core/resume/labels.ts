import type { ResumeLine } from './resume-line.ts';
import { simplified } from './simplified.ts';

/** What a label stands for. */
export type LabelKind =
  | 'name'
  | 'phone'
  | 'email'
  | 'city'
  | 'birth'
  | 'origin'
  | 'wish'
  | 'period'
  | 'from'
  | 'to'
  | 'company'
  | 'title'
  | 'department'
  | 'school'
  | 'degree'
  | 'major'
  | 'mode'
  | 'text'
  | 'project'
  | 'role'
  | 'years'
  | 'referee'
  | 'ignored';

const patterns: readonly (readonly [LabelKind, RegExp])[] = [
  ['referee', /^(?:证明人|推荐人|紧急联系|联系人|家长|监护人|担保人|介绍人|referee|reference|emergency)/i],
  [
    'name',
    /^(?:姓名|名字|(?:应聘|求职|申请|候选|投递)(?:人|者|人姓名)|本人|真名|我叫|姓名\/name|full ?name|name)$/i,
  ],
  [
    'phone',
    /^(?:(?:联系|移动|手机|联络|本人|个人|我的|常用)?(?:电话|手机|手机号码?|号码|方式)(?:号码|号|\/微信|\(微信同号\)|（微信同号）|\/手机)?|手机|电话\/微信|手机\/微信|微信\/电话|联系方式|tel|telephone|phone|mobile|cell|cellphone|mobile phone|phone number|m|t|p)\.?$/i,
  ],
  [
    'email',
    /^(?:(?:电子|个人|联系|常用|工作)?(?:邮箱|邮件|信箱|邮址)(?:地址|账号)?|电邮|伊妹儿|e-?mail(?: address)?|mail)\.?$/i,
  ],
  [
    'city',
    /^(?:(?:现|目前|当前|常|现在)?(?:城市|居住地|居住城市|所在地|所在城市|居住地址|住址|居住|居|住|家庭住址|通讯地址|联系地址|住所|居地|居城市|所在地区|所在地点)(?:点|区)?|城市|地址|现居地|现居|现住|坐标|base|所在|现住址|现居住地|居住地区|家庭地址|通信地址|所在地址|location|address|city|residence|current (?:city|location)|based in|lives? in)$/i,
  ],
  [
    'birth',
    /^(?:出生(?:年月|日期|年月日|时间|年份)?|生日|出生年|年龄|年纪|date of birth|birth(?:day|date)?|dob|born|age)$/i,
  ],
  [
    'origin',
    /^(?:籍贯|户籍|户口|户口所在地|户籍地|户籍所在地|户籍地址|生源地|祖籍|出生地|户口性质|家乡|老家|国籍|nationality|hometown|native place|place of birth)$/i,
  ],
  [
    'wish',
    /^(?:(?:期望|意向|求职|应聘|希望|目标|想找|理想|可接受|可|求).{0,8}|到岗(?:时间)?|可到岗(?:时间)?|薪资.{0,4}|薪酬.{0,4}|desired .*|expected .*|target .*|objective)$/i,
  ],
  [
    'period',
    /^(?:(?:起止|任职|工作|在职|就读|在校|入学|学习|项目|开发|服务|教育|实习|就职|起始|培训)?(?:时间|日期|年月|时段|期间|年限|时间段|周期|起止)(?:起止)?|起止(?:年月|日期|时间)?|(?:年月|时间)|自何年何月至何年何月|period|dates?|duration|time)$/i,
  ],
  ['from', /^(?:开始|入职|起始|入学|入司|进厂)(?:时间|日期|年月)?$|^(?:start(?: date)?|from)$/i],
  [
    'to',
    /^(?:结束|离职|截止|毕业|终止|离厂)(?:时间|日期|年月|年份)?$|^(?:end(?: date)?|to|graduation(?: date)?|graduated)$/i,
  ],
  [
    'company',
    /^(?:(?:工作|任职|就职|所在|实习|服务|用人|上班|最近|兼职|原|现)?(?:单位|公司|企业|机构|雇主|工作单位|企业名称|店名|厂名)(?:名称|全称)?|(?:单位|公司|企业)(?:及部门|和部门|\/部门)?|公司\/单位|工作地方|在(?:哪|什么)(?:儿|里|地方)?[\u3400-\u9fff]{0,3}|company(?: name)?|employer|organi[sz]ation)$/i,
  ],
  [
    'title',
    /^(?:(?:担任|所任|工作|任职|现任|主要|从事|最近|实习|最高|所在)?(?:职位|职务|岗位|职称职务|工种|岗位名称|职位名称|职务名称|岗位\/职务|职务\/岗位)(?:名称|类别)?|担任|干什么|干啥|职位\/岗位|岗位\/职位|position|job title|title|role held|post)$/i,
  ],
  ['department', /^(?:所(?:在|属))?(?:部门|科室|事业部|班组)(?:名称)?$|^department$/i],
  [
    'school',
    /^(?:(?:毕业|就读|所在|最高|教育|在读)?(?:院校|学校|高校|大学|毕业学校|院校名称|学校名称)(?:名称|全称)?|毕业于|院校\/机构|毕业院校|学校\/机构|培训机构|school(?: name)?|university|college|institution|institute)$/i,
  ],
  [
    'degree',
    /^(?:(?:最高|文化|第一|所获|获得|全日制|教育)?(?:学历|学位|文化程度|学历\/学位|学历学位|程度|最高学历\/学位)(?:层次|名称)?|受教育程度|degree|qualification)$/i,
  ],
  [
    'major',
    /^(?:(?:所学|主修|所修|就读|所读|毕业)?专业(?:名称|方向)?|专业\/方向|major|field of study|subject)$/i,
  ],
  [
    'mode',
    /^(?:学习(?:形式|方式)|教育(?:类型|形式|性质)|学历(?:类型|性质|形式)|办学形式|是否统招|培养方式|学制|就读方式|性质|study mode|mode)$/i,
  ],
  [
    'text',
    /^(?:(?:工作|主要|岗位|职位|具体|项目|个人|实习|日常|核心)?(?:内容|职责|描述|工作|业绩|成就|职责描述|工作描述|工作内容|主要工作|职责与业绩|职责业绩|成果|经历描述|责任|任务|职责内容|主要业绩|主要职责|工作职责|工作业绩|经历|内容及业绩|表现)|在做什么|职责|duties|responsibilit(?:y|ies)|description|achievements?|key achievements?)$/i,
  ],
  ['project', /^(?:项目|项目名称|作品名称|project(?: name)?)$/i],
  ['role', /^(?:(?:项目|担任|个人|我的|所任)?(?:角色|项目职务|项目角色)|role)$/i],
  ['years', /^(?:工作(?:年限|经验|年数|时间)|从业(?:年限|时间)|工龄|经验|years of experience|experience)$/i],
  [
    'ignored',
    /^(?:性别|民族|婚姻(?:状况|状态)?|婚否|婚育(?:状况)?|政治面貌|身高|体重|身高\/体重|健康(?:状况)?|血型|身份证(?:号码?|号)?|证件号码?|qq|微信(?:号)?|wechat|个人主页|主页|博客|github|gitee|linkedin|网站|网址|website|blog|portfolio|邮编|邮政编码|简历编号|更新时间|离职原因|汇报对象|下属人数|下属|所属行业|行业(?:类别)?|公司(?:性质|规模|行业|类型|介绍|简介|描述)|企业(?:性质|规模)|工作(?:性质|类型|地点|地区|城市)|地点|规模|性质|薪资|薪酬|月薪|税前月薪|工资|待遇|照片|技术栈|开发环境|开发工具|使用技术|软件环境|硬件环境|项目描述|项目介绍|责任描述|主修课程|主要课程|课程|gpa|绩点|排名|成绩|专业排名|在校职务|荣誉|英语水平|外语水平|计算机水平|语言能力|爱好|特长|职称|求职状态|目前状态|当前状态|状态|sex|gender|marital status)$/i,
  ],
];

/** Recognises a label by its words, decoration and spaces aside. */
export function labelKind(raw: string): LabelKind | null {
  const text = simplified(raw)
    .replace(/[\s*＊【】[\]（）()]+/g, (match) => (/[（()）]/.test(match) ? match.trim() : ' '))
    .trim();
  const tight = /[\u3400-\u9fff]/.test(text) ? text.replace(/\s+/g, '') : text;
  if (tight.length === 0 || tight.length > 18) return null;
  const bare = tight.replace(/[（(].{0,10}[）)]$/, '');
  return patterns.find(([, pattern]) => pattern.test(tight) || pattern.test(bare))?.[0] ?? null;
}

/** A label with its value. */
export interface LabelledValue {
  readonly kind: LabelKind;
  readonly label: string;
  readonly value: string;
}

const separator = /\s*[|｜丨│┃¦]\s*/;

/**
 * All label–value pairs of a line: `手机：139…`, `手机 139…`, cells of a form (`姓名 | 张三 | 性别 | 男`).
 */
export function labelledValues(line: ResumeLine): LabelledValue[] {
  const found: LabelledValue[] = [];
  for (let i = 0; i < line.cells.length; i += 1) {
    const cell = line.cells[i] ?? '';
    const next = line.cells[i + 1];
    const alone = labelKind(cell.replace(/[:：]\s*$/, ''));
    if (alone !== null && next !== undefined && (line.table !== null || /[:：]$/.test(cell))) {
      if (labelKind(next.replace(/[:：]$/, '')) === null || line.cells.length === 2) {
        found.push({ kind: alone, label: cell, value: next.trim() });
        i += 1;
        continue;
      }
    }
    for (const part of cell.split('\n').flatMap((piece) => piece.split(separator)))
      found.push(...inPart(part));
  }
  return found;
}

function inPart(part: string): LabelledValue[] {
  const marks = [
    ...part.matchAll(/(?:^|[\s,，;；、/（(])([^\s:：,，;；、|（）()]{1,12}(?: ?[A-Za-z]{0,10})?)\s*[:：]/g),
  ].flatMap((match) => {
    const label = match[1] ?? '';
    const kind = labelKind(label);
    const at = match.index + match[0].indexOf(label);
    return kind === null ? [] : [{ kind, label, at, end: match.index + match[0].length }];
  });
  if (marks.length > 0) {
    return marks.map((mark, i) => ({
      kind: mark.kind,
      label: mark.label,
      value: part
        .slice(mark.end, marks[i + 1]?.at ?? part.length)
        .replace(/[\s,，;；、/（(]+$/, '')
        .trim(),
    }));
  }
  const spaced = /^([\u3400-\u9fffA-Za-z-]{1,8}?)\s+(\S.*)$/.exec(part.trim());
  const kind = spaced ? labelKind(spaced[1] ?? '') : null;
  return spaced && kind !== null && kind !== 'text' && kind !== 'wish'
    ? [{ kind, label: spaced[1] ?? '', value: (spaced[2] ?? '').trim() }]
    : [];
}
