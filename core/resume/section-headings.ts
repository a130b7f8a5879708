import { closeUp } from './normalize-text.ts';
import { simplified } from './simplified.ts';

/** What a part of a résumé is about. `unknown` is a part with a heading that the tables below do not know. */
export type SectionKind =
  | 'basic'
  | 'intent'
  | 'summary'
  | 'work'
  | 'project'
  | 'education'
  | 'campus'
  | 'skills'
  | 'certificates'
  | 'skills_and_certificates'
  | 'training'
  | 'awards'
  | 'languages'
  | 'contacts'
  | 'other'
  | 'unknown';

/** A heading and what stands behind its colon on the same line (`技能：Excel` → rest `Excel`). */
export interface HeadingMatch {
  readonly kind: SectionKind;
  readonly rest: string;
}

const chinese: readonly (readonly [SectionKind, RegExp])[] = [
  [
    'basic',
    /^最近(?:一份)?工作(?:[（(].*[)）])?$|^(?:个人|基本|基础|本人|求职者|应聘者)?(?:基本)?(?:信息|资料|情况|概况)$|^(?:联系|联络)(?:方式|信息|我|资料)?$|^个人(?:简历|档案)$|^我是谁$/,
  ],
  [
    'intent',
    /^(?:求职|应聘|职业|工作|就业|岗位|我的)(?:意愿|目标|方向|诉求)$|^(?:求职|应聘|职业|工作|就业|岗位|我的)?(?:意向|期望)(?:岗位|职位|与期望|及期望|信息)?$|^(?:求职|应聘|期望|意向|目标|申请)(?:岗位|职位|工作|城市)$|^想找(?:的工作|的活|什么工作)?$|^求职状态$|^(?:职业|求职)规划$/,
  ],
  [
    'summary',
    /^(?:自我|个人|综合|职业)?(?:评价|介绍|评估|描述|鉴定|总结|优势|简介|亮点|概述|综述|陈述|特点|概要|概括|画像)$|^(?:核心|职业|我的|竞争){1,4}(?:优势|竞争力|亮点)$|^关于(?:我|自己|本人)$|^(?:自我|个人)(?:评价|介绍)(?:与|和|及).{1,6}$|^(?:自荐信|自传|求职信|致辞|个人特质|性格特点|个人陈述|说说自己|我这个人)$/,
  ],
  [
    'project',
    /^(?:主要|个人|相关|代表|重点|核心|参与|科研|实践|学术|部分|我的|近期|典型|开源|课程){0,4}(?:项目|作品|工程业绩|科研|课题|案例)(?:经历|经验|实践|介绍|业绩|展示|成果|集|履历|情况|背景)?(?:与成果|及成果)?$|^做过的项目$/,
  ],
  [
    'campus',
    /^(?:校园|在校|学生|校内|社团|学生会|学生干部|社会|志愿|公益|大学|课外|学生组织|组织|志愿者|班级){1,4}(?:工作|实践|活动|服务|任职|干部|组织){0,4}(?:经历|经验|情况|实践|活动|职务|履历|表现|任职)$|^(?:社会|校园|校内|在校|志愿|公益|社团)(?:实践|服务|职务|活动)$|^(?:毕业)?(?:论文|设计)(?:情况)?$|^(?:发表)?(?:学术)?论文(?:发表|成果)?$|^学术(?:成果|经历)$|^科研成果$/,
  ],
  [
    'work',
    /^(?:主要|个人|相关|我的|全部|过往|以往|近期|全职|兼职|专业|社会|既往|历任){0,4}(?:工作|职业|任职|从业|就业|职场|履职|打工|上班|工作及实习|实习及工作|工作与实习|实习与工作|实习|见习|兼职|实习与兼职|实习兼职|实习和兼职|兼职与实习|工作实习|实习实践|实习及实践|实习与实践|实习及兼职|工作\/实习|实习\/工作|工作及项目|工作与项目|实训|临床|带教|任教|教学|从教|驾驶|行医|护理|务工|做工|创业|开店|参军|服役|军旅|部队|施工|带班|销售)(?:经历|经验|履历|背景|史|情况|历程|生涯|简历|轨迹|记录|实践){0,4}(?:与业绩|及业绩|与成果)?$|^(?:学习|教育|求学|学业)(?:和|与|及|、|\/)?(?:工作|从业|职业)(?:经历|简历|履历|背景|情况)$|^(?:个人|主要|本人)?经历$|^(?:职业生涯|个人履历|工作履历|履历|职业轨迹|职业历程|工作单位|从业单位)$|^(?:干过|做过|打过|上过|待过|工作过)的?(?:活|活儿|工作|地方|工|班|单位|岗位|公司)(?:儿)?$|^在哪(?:儿|里)?(?:干|做|上)过(?:班|活)?$|^(?:实习|兼职|实习与兼职|实习及兼职|全职|社招经历|实习\/兼职)$/,
  ],
  [
    'education',
    /^(?:主要|个人|我的|学历|受){0,4}(?:教育|求学|学习|学业|学历|院校|就读|读书|上学|教育与培训|教育及培训|教育培训)(?:经历|背景|经验|情况|履历|历程|信息|程度|简历|状况)?$|^(?:文化程度|上学|读书|学校|毕业院校|念书|上过的学|读过的书|读过的学校)$|^(?:最高)?学历(?:\/学位|学位|信息|情况)?$|^学历(?:与|及|和)学位$/,
  ],
  [
    'certificates',
    /^(?:职业|专业|相关|个人|所获|所持|持有|已获|获得|从业|执业|我的|任职|上岗|持|等级|各类){0,4}(?:证书|证件|资质|资格|资格证|资格证书|证照|认证|职称|执照|职称证书|证书资质|资质证书|证书情况|持证情况|持证)(?:情况|信息|与资质|及资质|列表|与认证)?$|^(?:驾照|驾驶证)(?:和|与|及)(?:证|证书|资格证|证件)$|^(?:手里的|有的|考的|考过的|考到的|拿到的)证(?:书|件)?$|^有什么证$|^证$/,
  ],
  [
    'skills_and_certificates',
    /^(?:专业|职业|个人|主要|所获|相关){0,4}(?:技能|特长|能力|专长|证书|资质|资格|职称|证照|语言)(?:证书)?(?:\/|与|及|和|、|&|\+|·|-)?(?:所获|专业|相关|职业|资格|职业资格|资质)?(?:证书|技能|资质|资格|证照|认证|职称|特长|爱好|语言|荣誉|奖项|语言能力|其他|优势|兴趣)$|^(?:技能|证书)(?:情况|及其他|与其他)$/,
  ],
  [
    'skills',
    /^(?:专业|个人|职业|核心|主要|相关|工作|岗位|技术|掌握|我的|IT|业务|软件|计算机|办公|操作|电脑|所具备|硬|其他|基本|擅长){0,4}(?:技能|特长|技术|能力|技术栈|专长|技能点|技能标签|本领|工具|软件|水平|手艺|技艺|强项|技能特长|技术能力|技能清单|擅长领域|技能专长|技能树|技能概览)(?:情况|信息|描述|一览|掌握|评价|标签|清单|概述|列表|树|图谱|栈)?$|^(?:会的|会做|会干|会用|擅长|擅长的|会什么|会做的|会干的|会用的|我会的|能干的|拿手的|拿手活|拿手菜|熟练掌握|能做什么|会啥|会用的工具)$|^(?:技能|特长)(?:与|及|和)(?:工具|特长|软件|技术|专长|优势)$/,
  ],
  [
    'training',
    /^(?:参加|参与|接受|主要|职业|专业|继续|个人|在职|外部|学习){0,4}(?:(?:培训|进修|课程|研修|规培)[与和及、/]?){1,4}(?:经历|经验|情况|记录|背景|与学习|及认证)?$|^(?:主修|核心|专业)课程$/,
  ],
  [
    'awards',
    /^(?:主要|个人|所获|获得|获奖|在校|校园|相关|曾获){0,4}(?:荣誉|奖项|获奖|奖励|奖惩|奖学金|荣誉奖项|获奖情况|荣誉证书|成就|奖)(?:情况|经历|信息|与奖项|及奖项|证书|奖励|称号|荣誉|记录)?$/,
  ],
  ['languages', /^(?:外语|语言|英语|外国语)(?:能力|水平|技能|情况|掌握)?$/],
  [
    'contacts',
    /^(?:证明人|推荐人|紧急联系人?|担保人|介绍人|家庭(?:成员|情况|关系|主要成员|背景)?|主要(?:家庭|社会)(?:成员|关系)|家庭主要成员|社会关系|背调联系人)(?:信息|及电话|及联系方式|情况|及社会关系|联系方式)?$/,
  ],
  [
    'other',
    /^(?:其他|其它|附加|附件|补充|备注|更多)(?:信息|说明|情况|资料|内容|事项|补充)?$|^(?:个人|兴趣|业余)?(?:兴趣|爱好)(?:爱好|特长|与爱好)?$|^(?:填表|声明|承诺|签名).{0,6}$|^(?:相似|推荐)(?:人才|简历|职位).*$|^(?:简历|职位)推荐$|^(?:薪资|待遇|薪酬)(?:情况|要求|期望)?$/,
  ],
];

const english: readonly (readonly [SectionKind, RegExp])[] = [
  [
    'basic',
    /^(?:personal (?:information|details|data|info)|contact(?: (?:information|details|info|me))?|basic info(?:rmation)?|details)$/,
  ],
  [
    'intent',
    /^(?:(?:career |job |professional )?objectives?|target (?:role|position)|desired position|job intention)$/,
  ],
  [
    'summary',
    /^(?:(?:professional |career |executive |personal )?(?:summary|profile|statement|overview|highlights)(?: of qualifications)?|about(?: me)?|self.?(?:evaluation|assessment|introduction))$/,
  ],
  [
    'work',
    /^(?:(?:professional|work|employment|relevant|career|job|industry|internship|other|teaching|clinical|research and work|work (?:&|and) internship)[ -]?(?:experiences?|history|background|record)|experiences?|employment|internships?|career|positions? held)$/,
  ],
  [
    'project',
    /^(?:(?:selected |personal |key |academic |research |major |side ){0,4}(?:projects?|research|portfolio)(?: experiences?| work| history)?)$/,
  ],
  [
    'campus',
    /^(?:(?:extra.?curricular|campus|leadership|volunteer(?:ing)?|student|community|activities)(?: (?:activities|experiences?|work|service|involvement|and leadership))?|publications?|thesis)$/,
  ],
  [
    'education',
    /^(?:education(?:al)?(?: (?:background|history|experience|and training|& training))?|academic (?:background|history|qualifications?)|qualifications and education)$/,
  ],
  [
    'skills_and_certificates',
    /^(?:(?:skills?|certifications?|certificates?|languages?)(?: ?(?:and|&|\/|,) ?)(?:skills?|certifications?|certificates?|qualifications?|languages?|interests|awards)(?: ?(?:and|&|\/|,) ?\w+)?)$/,
  ],
  [
    'certificates',
    /^(?:(?:professional )?(?:certifications?|certificates?|licen[cs]es?|credentials|qualifications)(?: ?(?:and|&) ?(?:licen[cs]es?|certifications?|training))?)$/,
  ],
  [
    'skills',
    /^(?:(?:technical|professional|core|key|it|computer|software|other|special|soft)?[ -]?(?:skills?|competenc(?:ies|es?)|expertise|technologies|tools|strengths|abilities|tech stack|proficienc(?:y|ies))(?: (?:summary|set|highlights|and tools|& tools|and technologies))?|areas of expertise|what i know)$/,
  ],
  ['training', /^(?:trainings?|courses?|coursework|relevant coursework|professional development)$/],
  [
    'awards',
    /^(?:(?:honou?rs?|awards?|achievements?|scholarships?)(?: ?(?:and|&) ?(?:honou?rs?|awards?|achievements?))?)$/,
  ],
  ['languages', /^(?:languages?(?: skills?| proficiency)?)$/],
  ['contacts', /^(?:references?|referees?|emergency contacts?)$/],
  [
    'other',
    /^(?:interests?|hobbies|hobbies and interests|interests and hobbies|additional information|other(?: information)?|miscellaneous)$/,
  ],
];

/** Words that give an unlisted heading away (`我在哪儿干过`); tried only on lines that look like headings. */
const hints: readonly (readonly [SectionKind, RegExp])[] = [
  ['contacts', /证明人|推荐人|紧急联系|家庭|亲属/],
  ['campus', /校园|学生会|社团|在校|志愿|公益/],
  ['project', /项目|作品|案例|课题/],
  ['awards', /奖|荣誉|表彰/],
  ['intent', /意向|期望|想找|求职|应聘|想做/],
  ['work', /工作|任职|职业|从业|干过|做过|上班|打工|实习|兼职|履历|就业|雇佣|岗位经历/],
  ['education', /教育|学历|求学|上学|读书|念书|学校|院校|就读/],
  ['certificates', /证书|资格|证照|执照|持证|职称|证件|考证/],
  ['skills', /技能|擅长|会的|会用|特长|掌握|工具|本领|能力|手艺|拿手|技术/],
  ['training', /培训|进修/],
  ['summary', /评价|自我|关于|优势|简介|自述|总结|介绍/],
  ['other', /爱好|兴趣|其他|备注|声明/],
];

const opening = new Set(' \t\n\u3000\u00a0【[（(《〈「『<#*=_-—–|│▌▎▍■□◆◇●○•▪▶►◎★☆※~·.、:：');
const closing = new Set(' \t\n\u3000\u00a0】]）)》〉」』>#*=_-—–|│▌■□◆◇●○•▪◀◄◎★☆※~·.、:：;；');
const numbering =
  /^(?:第?[一二三四五六七八九十]{1,2}(?:[、.．,，:：]|部分\s*[:：]?)\s*|[（(][一二三四五六七八九十\d]{1,2}[)）]\s*|\d{1,2}\s*[、.．]\s*(?!\d)|[①-⑩]\s*|[IVX]{1,4}[.、]\s*|PART\s*\d\s*)/i;

/** Takes the marks around a heading off, each looked at once. */
function withoutFrame(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && opening.has(text.charAt(from))) from += 1;
  while (to > from && closing.has(text.charAt(to - 1))) to -= 1;
  return text.slice(from, to).trim();
}

const strip = (text: string): string => withoutFrame(withoutFrame(text).replace(numbering, ''));

function lookUp(text: string): SectionKind | null {
  if (text === '') return null;
  if (/[\u3400-\u9fff]/.test(text)) {
    const tight = simplified(text.replace(/\s+/g, ''));
    if (tight.length > 14) return null;
    return chinese.find(([, pattern]) => pattern.test(tight))?.[0] ?? null;
  }
  const plain = text.toLowerCase().replace(/\s+/g, ' ');
  if (plain.length > 40) return null;
  return english.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}

/** What may part a heading from its companion in the other language. */
const companionEnds = /^[\s/／|｜·•&（()）[\]【】:：_–—-]+|[\s/／|｜·•&（()）[\]【】:：_–—-]+$/g;

/** Takes an English companion off a Chinese heading or the reverse: `工作经历 EXPERIENCE`, `Education / 教育背景`. */
function withoutCompanion(text: string): string[] {
  const han = text
    .replace(/[A-Za-z][A-Za-z &/'’.-]*/g, ' ')
    .replace(companionEnds, '')
    .trim();
  const latin = text
    .replace(/[\u3400-\u9fff]+/g, ' ')
    .replace(companionEnds, '')
    .trim();
  return [han, latin].filter((part) => part !== '' && part !== text);
}

/**
 * Recognises a section heading, with numbering, brackets, an English companion or text behind a colon.
 * Null when the line is something else.
 */
export function matchHeading(raw: string): HeadingMatch | null {
  const text = closeUp(raw.trim());
  if (text === '' || text.length > 400) return null;
  const bare = strip(text);
  const direct = lookUp(bare) ?? lookUp(bare.replace(/\s*[（(][^（）()]{2,20}[)）]$/, ''));
  if (direct !== null) return { kind: direct, rest: '' };
  if (bare.length <= 60 && /[A-Za-z]/.test(bare) && /[\u3400-\u9fff]/.test(bare)) {
    const [first, second] = withoutCompanion(bare).map(lookUp);
    if (
      first &&
      (second || /^[\u3400-\u9fff\s/|·]+[A-Za-z\s/|&·]+$|^[A-Za-z\s/|&·]+[\u3400-\u9fff\s]+$/.test(bare))
    ) {
      return { kind: first, rest: '' };
    }
  }
  return inlineHeading(text);
}

function inlineHeading(text: string): HeadingMatch | null {
  const colon =
    /^([^:：]{1,24})[:：]\s*(\S[\s\S]*)$/.exec(text) ??
    /^[【[]([^】\]]{1,14})[】\]]\s*(\S[\s\S]*)$/.exec(text);
  if (!colon) return null;
  const kind = lookUp(strip(colon[1] ?? ''));
  return kind === null ? null : { kind, rest: colon[2] ?? '' };
}

/** The likely subject of a line that looks like a heading but is in no table; `unknown` when nothing gives it away. */
export function guessHeading(raw: string): SectionKind {
  const text = closeUp(strip(closeUp(raw.trim())));
  return hints.find(([, pattern]) => pattern.test(text))?.[0] ?? 'unknown';
}
