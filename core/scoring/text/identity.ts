import { createPatternSet, type PatternSet } from '../patterns/pattern-set.ts';
import type { Edit, MappedText } from './mapped-text.ts';
import { clausesOf, type Range } from './sentences.ts';

/**
 * Takes out who the candidate is before anything is judged: names, sex, age, origin, ethnicity, school and family status
 * (assessment §1.1 "control side information", §2.9: swapping them must change nothing).
 * Whole clauses of self-introduction go; mentions inside a story are replaced by one mark, whatever their length.
 */
const MARK = '○';

const PROVINCES =
  '北京|上海|天津|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门|东北|西北|江浙|两广';
const CITIES =
  '石家庄|唐山|保定|邯郸|太原|大同|沈阳|大连|鞍山|长春|哈尔滨|齐齐哈尔|鹤岗|南京|苏州|无锡|常州|徐州|南通|扬州|盐城|杭州|宁波|温州|绍兴|金华|义乌|嘉兴|台州|合肥|芜湖|蚌埠|阜阳|六安|安庆|福州|厦门|泉州|漳州|莆田|南昌|赣州|九江|济南|青岛|烟台|潍坊|临沂|郑州|洛阳|开封|南阳|信阳|周口|驻马店|武汉|宜昌|襄阳|荆州|黄冈|长沙|株洲|衡阳|岳阳|邵阳|广州|深圳|珠海|佛山|东莞|中山|惠州|汕头|湛江|南宁|桂林|柳州|海口|三亚|成都|绵阳|宜宾|南充|达州|贵阳|遵义|昆明|大理|曲靖|拉萨|西安|咸阳|宝鸡|汉中|兰州|天水|西宁|银川|乌鲁木齐|呼和浩特|包头|赤峰';
const PLACE = `(?:${PROVINCES}|${CITIES})(?:省|市|自治区)?`;
const ETHNIC =
  '(?:汉|满|蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|高山|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|羌|撒拉|仡佬|锡伯)族';
const NUMERAL = '(?:\\d{1,3}|[零一二两三四五六七八九十]{1,3})';

const SURNAME =
  '(?:欧阳|上官|司马|诸葛|司徒|东方|皇甫|尉迟|公孙|慕容|令狐|夏侯|端木|百里|南宫|[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万柯卢莫经房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉龚程嵇邢滑裴陆荣翁荀羊甄曲封芮储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷侯宓蓬郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容古易慎戈廖庾终暨居衡步耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚简饶空曾毋沙乜养鞠须丰巢关蒯荆红游竺权逯盖益桓公肖付闫代])';
/** Nouns on 人 that name a part played, not an origin. */
const ROLE =
  '(?:负责|介绍|经办|联系|主持|牵头|当事|过来|接手|管理|带头|创始|合伙|发起|监护|见证|送货|收货|发货|保管|验收|交接|审批|操作|值班|代理|组织|经纪|担保|采购|设计|执行|申请|签收|取货|报案|报修|经手|责任|第一个?|唯一|领头|领路|中间|局外|外行|内行|明白|新|老|主|本|别|法|工|家|每个|一个|两个|客|好|能|熟|路|候选|面试|应聘|接线|调度|维修|养护|护理|照顾|照护)';

/** A clause that only says who somebody is. `FULL` clauses vanish with their punctuation. */
const INTRODUCTION = new RegExp(
  `^(?:(?:我的|本人)?(?:名字|姓名)(?:叫|是|[:：])?[\\u4e00-\\u9fff·]{1,6}|(?:我|本人)?(?:叫|姓)${SURNAME}[\\u4e00-\\u9fff]{0,2}|(?:我|本人)叫[\\u4e00-\\u9fff]{1,8}·[\\u4e00-\\u9fff·]{1,12}|(?:免贵)?姓${SURNAME}|(?:我)?(?:是)?(?:一名|一个|一位)?(?:性别)?(?:男|女)(?:生|性|士|的|孩|孩子)?|` +
    `(?:我|本人)?(?:是|来自|老家(?:是|在)?|籍贯(?:是)?|户口(?:在|是)?|出生(?:于|在)|家(?:在|住)|祖籍)?${PLACE}[\\u4e00-\\u9fff]{0,6}(?:人|籍|户口)|(?:我|本人)(?:是|算)(?!${ROLE})[\\u4e00-\\u9fff]{2,5}(?<!${ROLE})(?:人|籍|户口)|(?:老家(?:是|在)?|籍贯(?:是)?|户口(?:在|是)?|祖籍)[\\u4e00-\\u9fff]{2,7}(?:人)?|(?:我|本人)?(?:来自|老家(?:是|在)?|籍贯(?:是)?|户口(?:在|是)?|祖籍|出生(?:于|在))[\\u4e00-\\u9fff]{2,10}|` +
    `(?:我)?(?:今年|现年|年龄)?(?:是)?${NUMERAL}(?:周)?岁(?:了)?|(?:19|20)?\\d\\d(?:年)?(?:出生|生人|生|后)(?:的)?|(?:我是)?${ETHNIC}(?:人)?|` +
    `(?:我)?(?:是)?[\\u4e00-\\u9fff]{0,4}(?:毕业于|就读于|毕业自)[\\u4e00-\\u9fff()]{2,24}|(?:我)?(?:是)?(?:从)?[\\u4e00-\\u9fff]{2,14}(?:大学|学院|学校|技校|中专|职高|中学|一中)[\\u4e00-\\u9fff]{0,10}(?:毕业)(?:的)?(?:生)?|` +
    `(?:我)?(?:现在|目前|还)?(?:已经|已|未|没|没有|还没|尚未|离|再)?(?:结)?(?:婚)(?:了|的)?(?:状况)?(?:未婚|已婚|离异)?|(?:我)?(?:单身|离异|丧偶|已育|未育|已婚已育|已婚未育|未婚未育)|` +
    `(?:我)?(?:家里|目前|现在|还|暂时)?(?:有|没|没有|暂无|无)?(?:一|两|三|1|2|3)?(?:个)?(?:孩子|小孩|子女|娃|儿子|女儿|宝宝|对象|男朋友|女朋友)(?:了)?(?:也)?(?:都)?(?:${NUMERAL}岁(?:了)?|上(?:幼儿园|小学|初中|高中|大学)(?:了)?)?|(?:我)?(?:是)?(?:中共)?(?:党员|团员|群众))$`,
  'u',
);
/** One of these is in everything that `INTRODUCTION` matches; most clauses have none and need not be tried in earnest. */
const TELLS_WHO =
  /[叫姓男女人籍户岁族婚育孩娃]|名字|老家|来自|出生|\d年?[生后]|毕业|就读|单身|离异|丧偶|子女|儿子|宝宝|对象|朋友|党员|团员|群众/u;
const INTRODUCTION_EN =
  /^(?:hi|hello)?[\s,]*(?:my name is [\p{L} .'-]{2,40}|i(?:'m| am) [a-z]+ [a-z]+(?=$)|i(?:'m| am) (?:\d{2}|[a-z]+(?:-[a-z]+)?)(?: years? old)?|i(?:'m| am) (?:a |an )?(?:male|female|man|woman|single|married|divorced|unmarried)|(?:male|female|married|single)|i(?:'m| am) (?:from|of) [\p{L} ,'-]{2,40}|i (?:come|came) from [\p{L} ,'-]{2,40}|i (?:have|don't have|do not have) (?:no |a |one |two |three |any )?(?:child|children|kids?|son|daughter)s?|i graduated from [\p{L} ,'-]{2,60}|(?:a )?graduate of [\p{L} ,'-]{2,60})$/u;

const LATIN = /[a-z]/u;

/** Pattern, replacement, and where the pattern is slow what has to be in the text for it to match at all. */
const REPLACEMENTS: readonly (readonly [RegExp, string, RegExp?])[] = [
  [new RegExp(PLACE, 'gu'), MARK],
  [new RegExp(ETHNIC, 'gu'), MARK],
  [
    /[^\s，。,、在于从是的和跟我你您他去到了]{2,10}(?:大学|学院|职校|技校|师范学校|职业学校)/gu,
    MARK,
    /大学|学院|[职技学]校/u,
  ],
  [new RegExp(`${NUMERAL}(?:多)?岁`, 'gu'), MARK, /岁/u],
  [/(?<=[小老阿])[\u4e00-\u9fff](?=[，。,、：:\s跟和说讲问来去在把做就也都先]|$)/gu, MARK, /[小老阿]/u],
  [/(?:女儿|儿子|闺女|姑娘家|小子)/gu, '孩子'],
  [/(?:妈妈|爸爸|母亲|父亲|老妈|老爸|爹|娘亲)/gu, '家长'],
  [/(?:老公|老婆|丈夫|妻子|媳妇|男朋友|女朋友|对象)/gu, '家属'],
  [
    /(?:奶奶|爷爷|婆婆|公公|外婆|外公|老太太|老大爷|老爷子|大爷|大妈|大娘|大叔|阿姨|叔叔|爹爹|婶婶|大婶|大伯)/gu,
    '老人',
  ],
  [/(?:大姐|大哥|小哥|小姐姐|小姐|先生|女士|小伙子|小伙|姑娘|小妹|小弟|美女|帅哥|男士)/gu, '先生'],
  [/她/gu, '他'],
  [/女/gu, '男'],
  [/(?<=[\u4e00-\u9fff])(?:姐|妹|嫂|婶)/gu, '哥'],
  [/\b(?:mrs|ms|miss|mr|sir|madam|ma'am)\b\.?/gu, 'mr', LATIN],
  [/\b(?:she|he)\b/gu, 'they', LATIN],
  [/\b(?:hers|his|her|him)\b/gu, 'their', LATIN],
  [/\b(?:herself|himself)\b/gu, 'themself', LATIN],
  [
    /\b(?:woman|women|lady|ladies|girl|girls|man|men|gentleman|gentlemen|guy|guys|boy|boys)\b/gu,
    'person',
    LATIN,
  ],
  [/\b(?:wife|husband|girlfriend|boyfriend)\b/gu, 'partner', LATIN],
  [/\b(?:daughter|son)\b/gu, 'child', LATIN],
  [/\b(?:mother|father|mum|mom|dad)\b/gu, 'parent', LATIN],
  [/\b(?:male|female)\b/gu, 'person', LATIN],
];

let replacements: PatternSet | undefined;

/** Compiled with the first answer, so that a start stays quick. */
const replacementSet = (): PatternSet => {
  replacements ??= createPatternSet(REPLACEMENTS.map(([pattern]) => pattern));
  return replacements;
};

const MOST_UNITS = 48;

const isIntroduction = (text: string, { start, end }: Range): boolean => {
  if (end - start > MOST_UNITS) return false;
  const clause = text.slice(start, end);
  const hasLatin = LATIN.test(clause);
  if (!hasLatin && !TELLS_WHO.test(clause)) return false;
  const bare = clause.replace(/[，,。.！!？?；;：:、\s]+$/u, '').trim();
  return (TELLS_WHO.test(bare) && INTRODUCTION.test(bare)) || (hasLatin && INTRODUCTION_EN.test(bare));
};

/** Edits that remove or level personal characteristics of a cleaned text. */
export const identityEdits = (source: MappedText): Edit[] => {
  const { text } = source;
  const edits: Edit[] = [];
  for (const clause of clausesOf(text)) {
    if (isIntroduction(text, clause)) edits.push({ start: clause.start, end: clause.end, text: '' });
  }
  const set = replacementSet();
  set.over(text);
  for (let pattern = 0; pattern < REPLACEMENTS.length; pattern++) {
    const [, replacement, needed] = REPLACEMENTS[pattern] as (typeof REPLACEMENTS)[number];
    if (needed !== undefined && !needed.test(text)) continue;
    for (let end = set.next(pattern, 0); end >= 0; end = set.next(pattern, end)) {
      edits.push({ start: set.begun(), end, text: replacement });
    }
  }
  return edits;
};
