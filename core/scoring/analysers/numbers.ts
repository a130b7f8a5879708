import { createPatternSet, type PatternSet } from '../patterns/pattern-set.ts';

/** What a quantity measures; different kinds count apart. */
export type QuantityKind = 'ratio' | 'money' | 'duration' | 'count' | 'clock' | 'measure';

/** A number with its unit, or a ratio in words. */
export interface Quantity {
  readonly start: number;
  readonly end: number;
  readonly kind: QuantityKind;
}

const DIGITS = '\\d[\\d,]*(?:\\.\\d+)?';
const HAN = '[零一二两三四五六七八九十百千万亿几半]';
const NUMBER = `(?:${DIGITS}|${HAN}{1,9}(?:点${HAN}{1,4})?)`;
const MORE = '(?:多|来|几|余|把)?';
const UNITS: readonly (readonly [QuantityKind, string])[] = [
  ['ratio', '%|％|个百分点|个点|倍|成(?!本|功|员|果|绩|立|为|了|都|品|人|交|长|熟)|折'],
  ['money', '块钱|块|元|万元|美金|美元|欧元|毛钱|分钱|角'],
  ['clock', '点(?:钟|半|[零一二三四五六七八九十])?'],
  ['duration', '年半?|个月|月|周|个星期|星期|个礼拜|礼拜|天|日|个?小时|个?钟头|分钟|秒|个工作日|个季度|季度'],
  ['measure', '公里|米|厘米|毫米|公斤|斤|吨|克|升|毫升|度|毫安|安|伏|兆欧|平方?|亩|分贝|帕|mm|cm|kg|km'],
  [
    'count',
    '人次|人天|个人|人|名|位|家|单|件|台|条|次|起|例|份|张|户|箱|批|套|款|页|层|桌|票|趟|遍|分|项|步|站|店|个(?!人(?!员)|方面|角度|时候|问题|事情|意思|道理|东西|字|样|办法|地方|子)|只|辆|间|门|册|篇|头|棵|盘|锅|道|圈|行|环|双|把|支|瓶|袋|组|班|代|级|号|路|车|柜|万|亿|千|百|成交|粉|篇',
  ],
];
const PATTERNS = UNITS.map(([kind, units]) => ({ kind, source: `${NUMBER}${MORE}\\s?(?:${units})` }));
const RATIO_WORDS =
  '百分之[零一二两三四五六七八九十百点\\d.]+|(?:一|大|小|近|多|过|将近)半(?!年|天|个|小时|成)|一半|对半|翻(?:了)?(?:一|两|二|三|几|近)?(?:快)?(?:一)?(?:番|倍)|减半|三分之[一二]|[三四五六七八九]分之[一二三四五六七八]|五五开|[一二两三四五六七八九][一二三四五六七八九]?成';
const BARE_DIGITS = DIGITS;
const EN_NUMBER =
  '(?:\\d[\\d,]*(?:\\.\\d+)?|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|eighteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|half|dozen)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine|hundred|thousand))?)';
const EN_UNITS: readonly (readonly [QuantityKind, string])[] = [
  ['ratio', '(?:percent|per cent|%|times|-?fold)'],
  ['money', '(?:dollars?|yuan|euros?|usd|rmb|pounds?|k\\b)'],
  ['duration', '(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|quarters?)'],
  ['measure', '(?:mm|cm|km|kg|metres?|meters?|degrees?|tons?|liters?|litres?)'],
  ['count', '[a-z]{3,14}'],
];
const EN_PATTERNS = EN_UNITS.map(([kind, units]) => ({ kind, source: `\\b${EN_NUMBER}\\s?-?${units}` }));
const EN_RATIO_WORDS = '\\b(?:half|doubled|tripled|twice|a third|two thirds|a quarter|three quarters)\\b';
/** Words with a number in them that count nothing. */
const IDLE =
  /^(?:一(?:下|点|些|起|直|定|样|般|共|边|旦|律|切|致|遍|次|个|位|名|家|条|件|张|套|份|台|步|项|层|道|组|把|只|支|单|间|天|方面|个人|种|门|道理|生|辈子|贯|向)|半天|两(?:边|头|样)|十分|万一|千万|百分|第一|几个|个个|one [a-z]+|a [a-z]+)$/u;

/** In the order in which they take their places; each is read where its language may stand. */
const QUANTITIES: readonly {
  readonly kind: QuantityKind;
  readonly source: string;
  readonly in?: 'zh' | 'en';
}[] = [
  { kind: 'ratio', source: RATIO_WORDS },
  ...PATTERNS.map((pattern) => ({ ...pattern, in: 'zh' as const })),
  ...EN_PATTERNS.map((pattern) => ({ ...pattern, in: 'en' as const })),
  { kind: 'ratio', source: EN_RATIO_WORDS, in: 'en' },
  { kind: 'count', source: BARE_DIGITS },
];

/** Quantities of a cleaned text: digits, Chinese numerals, ratios and English number words with their units. */
export const quantitiesOf = (text: string): Quantity[] => {
  const taken = new Uint8Array(text.length);
  const result: Quantity[] = [];
  const isRead = { zh: /[一-龥]/u.test(text), en: /[a-z]{3}/u.test(text) };
  const set = quantitySet();
  set.over(text);
  for (let pattern = 0; pattern < QUANTITIES.length; pattern++) {
    const { kind, in: language } = QUANTITIES[pattern] as (typeof QUANTITIES)[number];
    if (language !== undefined && !isRead[language]) continue;
    for (let end = set.next(pattern, 0); end >= 0; end = set.next(pattern, end)) {
      const start = set.begun();
      if (taken[start] === 1 || text.charCodeAt(start - 1) === ORDINAL || IDLE.test(text.slice(start, end)))
        continue;
      taken.fill(1, start, end);
      result.push({ start, end, kind });
    }
  }
  return result.sort((a, b) => a.start - b.start);
};

const ORDINAL = '第'.charCodeAt(0);

const NUMBERISH = `(?:${DIGITS}|${HAN}{1,6}(?:点${HAN}{1,3})?|百分之${HAN}{1,4})`;
const CHANGES: readonly string[] = [
  `(?:从|由|以前|原来|原先|之前|本来|过去)[^。！？\\n]{0,14}?${NUMBERISH}[^。！？\\n]{0,12}?(?:到|至|成|为|变|降|升|涨|减|只|现在|后来|剩)[^。！？\\n]{0,8}?(?:${NUMBERISH}|没有|零|不到|几乎)`,
  `${NUMBERISH}[^。！？\\n，,]{0,6}?(?:降|升|涨|减|缩短|缩|提|压|少|掉|增|跌|提高|提升|下降|增加|减少|改|变)(?:到|至|成|为)(?:了)?[^。！？\\n，,]{0,4}?(?:${NUMBERISH}|没有|零)`,
  `(?:降低|下降|减少|缩短|节省|省|提高|提升|增长|增加|上升|上涨|降|涨|升|少|多|翻|压缩|快|追回|挽回|赚|创收|回收)(?:了|到|至|成|为|出|下来|回来)?(?:了|近|约|大概|差不多|快|将近|到|至|来)?${NUMBERISH}\\s?(?:多|来|几)?(?:%|个?百分点|个点|倍|番|成|万|亿|块|元|天|小时|个?钟头|分钟|单|件|台|起|次|人|家|个|以上|以下|以内|左右)`,
  '(?:翻(?:了)?(?:一|两|二|三|几|近|快)?(?:一)?(?:番|倍)|减半|少了?(?:一|大)半|多了?(?:一|大)半|降(?:了|到)?(?:一|近)半|零(?:投诉|事故|差错|返工|缺陷|伤亡|流失|逾期|缺勤)|(?:到|降到|变成|成了|是|归)零(?=[，。,\\s]|$)|再(?:也)?没有?(?:出|发生|断|丢|错|返|超|跳|反弹|投诉|掉|犯|漏|堵|吵|报)|只剩(?:下)?[一二两三四五六七八九\\d]|(?:没|没有)(?:再)?(?:一个|一单|一起|一次|一例|一人)?(?:投诉|事故|返工|差错|报过|出过|掉过))',
  `\\b(?:from|was|were)\\b[^.!?\\n]{0,24}?${EN_NUMBER}[^.!?\\n]{0,20}?\\b(?:to|now|then)\\b[^.!?\\n]{0,10}?(?:${EN_NUMBER}|zero|none|nothing)`,
  `\\b(?:fell|dropped|went down|went up|rose|grew|increased|decreased|reduced|cut|cuts|improved|saved|shortened|gained|doubled|tripled|down|up|raised|lowered|won back)\\b[^.!?\\n]{0,28}?(?:${EN_NUMBER}|zero|half)`,
  '\\b(?:doubled|tripled|halved|zero [a-z]+|no more [a-z]+|never happened again)\\b',
];

/** Places where a figure changes (before and after, rise, fall, none left): the strongest form of a result. */
export const changesOf = (text: string): { start: number; end: number }[] => {
  const found: { start: number; end: number }[] = [];
  const set = changeSet();
  set.over(text);
  for (let pattern = 0; pattern < CHANGES.length; pattern++) {
    for (let end = set.next(pattern, 0); end >= 0; end = set.next(pattern, end)) {
      const start = set.begun();
      if (!found.some((other) => other.start < end && other.end > start)) found.push({ start, end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
};

let quantities: PatternSet | undefined;
let changes: PatternSet | undefined;

/** Compiled with the first answer, so that a start stays quick. */
const quantitySet = (): PatternSet => {
  quantities ??= createPatternSet(QUANTITIES);
  return quantities;
};
const changeSet = (): PatternSet => {
  changes ??= createPatternSet(CHANGES.map((source) => ({ source })));
  return changes;
};
