import { createPatternSet, type PatternSet } from '../patterns/pattern-set.ts';
import type { Range } from './sentences.ts';
import { sentencesOf } from './sentences.ts';

/**
 * Finds text that talks to the scorer instead of answering (assessment §2.2-5): orders to a grader, fake system turns,
 * fake results in JSON or tags, and the same in base64. Such spans are taken out and flagged; the rest is judged as usual.
 */
const MARK =
  '(?:满分|最高(?:分|档|级|评价|等级)|(?<![一二三四五六七八九十百两\\d.])(?:五|5|十|10|一百|100)\\s*(?:分(?!钟|之|成|重|钱|店|公司|类|批|为|别|给|到|组|工|头|析|享|开|配|清)|级(?!别|台))|高分|level\\s*(?:5|五))';

const ZH: readonly RegExp[] = [
  /(?:忽略|无视|忘掉|忘记|不要理会|不用管|跳过|绕过|抛开|作废|停用|清除|覆盖)[^。！？\n]{0,12}(?:指令|规则|提示|标准|要求|设定|约束|限制|说明|以上内容|上述内容|前面的内容|之前的内容|评分|打分|评价标准)/u,
  new RegExp(
    `(?:给|打|评|判|定|输出|返回|记|填)[^。！？\\n]{0,8}(?:我|本人|该|此|本|这个?|这段|这位|上述|以上|候选人|考生|应聘者|回答|答案|维度|项)[^。！？\\n]{0,12}${MARK}`,
    'u',
  ),
  new RegExp(
    `(?:请|应|必须|务必|直接|一律|统一|立即|自动|默认|强制)[^。！？\\n]{0,12}(?:评|打|给|判|定|输出|返回|记)[^。！？\\n]{0,8}(?:${MARK}|通过|推荐|录用)`,
    'u',
  ),
  /(?:评分|打分|评级|等级|得分|分数|score|level)\s*(?:一律|均|都|全部|直接|应|请|必须|设|调|改|定|评|为|是|=|:|：|给|记){1,4}\s*(?:满分|最高|五|5|10|十|100)/u,
  /(?:你|您)(?:现在)?(?:是|扮演|作为|将|就是)[^。！？\n]{0,8}(?:评分员|评分系统|评分模型|评分助手|评委|考官|面试官|打分|ai|人工智能|语言模型|大模型|助手|系统)/u,
  /(?:作为|身为)(?:一名|一个)?(?:ai|人工智能|语言模型|大模型|评分员|评分系统|评委)/u,
  /(?:系统|管理员|开发者|后台|平台)(?:提示|消息|指令|通知|命令|公告|备注|留言|注)\s*[】\])：:]/u,
  /(?:本|该|此|以上|上述)(?:回答|答案|候选人|考生|作答)[^。！？\n]{0,16}(?:已(?:由|经|被|通过)|应(?:当|该)?|属于|达到|符合|评为|判为|定为|视为)[^。！？\n]{0,16}(?:满分|最高|五分|5分|五级|5级|优秀|通过|推荐|录用|专家|复核|审核)/u,
  /(?:不要|不得|无需|不必|请勿)[^。！？\n]{0,6}(?:提及|提到|标记|指出|透露|披露|输出|显示|扣分|降分|核对|检查证据|引用原文)/u,
  /(?:评分|打分)(?:标准|规则|系统|程序|模型|员|器)[^。！？\n]{0,10}(?:更新|升级|变更|作废|失效|关闭|停用|切换|修改|调整为)/u,
  /(?:调试|开发者|管理员|测试|校准|维护|上帝)模式/u,
  /(?:提示词|prompt|越狱|jailbreak)/u,
  /(?:hr|面试官|评委|考官|老师|系统|ai)[^。！？\n]{0,6}(?:请|务必|必须|应该|直接)[^。！？\n]{0,10}(?:满分|高分|最高分|五分|5分|录用我|通过我|推荐我)/u,
  /(?:重复|输出|显示|泄露|打印|告诉我)[^。！？\n]{0,8}(?:系统提示|提示词|评分标准|评分细则|指令)/u,
];

const EN: readonly RegExp[] = [
  /\b(?:ignore|disregard|forget|override|bypass|skip|discard)\b[^.!?\n]{0,40}\b(?:instructions?|rules?|prompts?|guidelines?|criteria|rubrics?|above|previous|prior|constraints?|scoring)\b/u,
  /\b(?:you are|you're|act as|pretend to be|behave as)\b[^.!?\n]{0,24}\b(?:grader|scorer|assistant|ai|model|evaluator|interviewer|judge|system|dan|calibration|debug|mode)\b/u,
  /\b(?:give|award|assign|grant|output|return|set|mark|rate|score|grade)\b[^.!?\n]{0,40}\b(?:full marks?|full score|top marks?|top score|maximum|highest|perfect|five stars?|level\s*(?:5|five)|score\s*(?:of|=|:)?\s*(?:5|10|five|ten|100)|5\s*(?:\/|out of)\s*5|10\s*(?:\/|out of)\s*10|a 5|a five)\b/u,
  /\b(?:score|level|rating|grade)\b["']?\s*(?::|=|is|must be|should be|to)\s*["']?(?:5|10|100|five|ten|max|full|highest|perfect|excellent)\b/u,
  /\b(?:this|the) (?:answer|candidate|response|applicant)\b[^.!?\n]{0,40}\b(?:deserves?|should (?:get|be|receive)|must (?:get|be|receive)|has been (?:verified|reviewed|approved)|is (?:perfect|excellent|level))\b/u,
  /\b(?:do not|don't|never)\b[^.!?\n]{0,24}\b(?:mention|flag|report|reveal|disclose|deduct|penali[sz]e|quote)\b[^.!?\n]{0,30}\b(?:this|line|instruction|message|injection|prompt|note|points?)\b/u,
  /\b(?:system|developer|admin|calibration|debug|maintenance)\s+(?:prompt|message|mode|override|note|notice|instruction)\b/u,
  /\b(?:new|updated|revised|special) (?:instructions?|rubric|scoring rules?|guidelines?)\b\s*[:：]/u,
  /\b(?:print|reveal|show|repeat|output)\b[^.!?\n]{0,20}\b(?:system prompt|instructions|rubric|hidden)\b/u,
  /\bjailbreak\b/u,
];

// No two repetitions of white space stand side by side: thousands of empty lines would take hours otherwise.
const FAKE_TURN =
  /(?:^|\n)[^\S\n]*(?:(?:#{1,4}|\*{2}|<\|?|\[)\s*)?(?:system|assistant|developer|user|human|interviewer|evaluator|grader|系统|系统提示|助手|评分员|评分系统|面试官|考官|ai)\s*(?:(?:\|?>|\]|\*{2})\s*)?[:：>][^\n]*/giu;
const TAGGED =
  /<\|[^\n]{0,40}\|>|<\/?(?:system|assistant|user|answer|instruction|instructions|score|prompt|candidate|rubric|result|output|admin)[^>\n]{0,40}>|\[\/?(?:inst|sys|system)\]/giu;
const FENCE = /```[^`]{0,2000}(?:```|$)/gu;
const JSON_LIKE =
  /[{［[][^{}\n]{0,20}["'“”]?(?:role|score|level|dimension|system|evidence|rating|评分|等级|得分|分数|总分|final)["'“”]?\s*[:：=][^{}]{0,400}[}\]］]?\}?/giu;
const BRACKETED =
  /[【［[(（<《][^】］\])）>》\n]{0,16}(?:系统|指令|提示|管理员|system|instruction|admin|note to|评分)[^】］\])）>》\n]{0,200}[】］\])）>》]/giu;
/** One of these begins everything that is set apart by brackets, tags or fences. */
const BRACKETS = /[{［[<`【(（《]/u;
const BASE64 = /[a-z0-9+/]{24,}={0,2}/giu;
const ABOUT_SCORING =
  /(?:评分|打分|满分|等级|得分|分数|评为|五分|5分|五级|5级|候选人|应聘者|level|score|rubric|grader|evaluat|candidate|rating|dimension|指令|instruction|理由写|直接输出|专家|复核)/u;

/** Spans of a cleaned text (lower case) that are addressed to the scorer, widened over neighbouring sentences of the same purpose. */
export const injectionRanges = (text: string, original: string): Range[] => {
  const found: Range[] = [];
  const add = (pattern: RegExp, when?: (match: string) => boolean) => {
    for (const match of text.matchAll(pattern)) {
      if (when !== undefined && !when(match[0])) continue;
      const lead = match[0].length - match[0].trimStart().length;
      found.push({ start: match.index + lead, end: match.index + match[0].length });
    }
  };
  add(FAKE_TURN);
  if (BRACKETS.test(text)) {
    add(TAGGED);
    add(JSON_LIKE);
    add(FENCE, (match) => ABOUT_SCORING.test(match));
    add(BRACKETED, (match) => ORDERS.some((p) => p.test(match)) || /系统|system|指令|管理员/u.test(match));
  }
  for (const match of original.matchAll(BASE64)) {
    if (looksEncoded(match[0])) found.push({ start: match.index, end: match.index + match[0].length });
  }
  const sentences = sentencesOf(text);
  const set = orderSet();
  set.over(text);
  const bad = sentences.map(
    (range) => givesOrders(text, range, set) || found.some((f) => f.start < range.end && f.end > range.start),
  );
  sentences.forEach((range, index) => {
    const sentence = text.slice(range.start, range.end);
    const near = bad[index - 1] === true || bad[index + 1] === true;
    if (bad[index] === true) found.push(injectedPart(text, range));
    else if (near && ABOUT_SCORING.test(sentence) && sentence.length < 120) found.push(range);
  });
  return mergeRanges(found);
};

const ORDERS: readonly RegExp[] = [...ZH, ...EN];
const READ_UNITS = 600;

let orders: PatternSet | undefined;

/** Compiled with the first answer, so that a start stays quick. */
const orderSet = (): PatternSet => {
  orders ??= createPatternSet(ORDERS);
  return orders;
};

/** Whether a sentence matches on its own; what stands around it counts as little as if it were not there. */
const givesOrders = (text: string, { start, end }: Range, set: PatternSet): boolean => {
  const last = Math.min(end, start + READ_UNITS);
  let sentence: string | undefined;
  for (let i = 0; i < ORDERS.length; i++) {
    if (!set.mayBegin(i, start, last)) continue;
    sentence ??= text.slice(start, last);
    if ((ORDERS[i] as RegExp).test(sentence)) return true;
  }
  return false;
};

/** In text without sentence marks the order is only a part: keep what stands before its first trigger. */
const injectedPart = (text: string, range: Range): Range => {
  if (range.end - range.start <= 120) return range;
  const sentence = text.slice(range.start, range.end);
  let first = sentence.length;
  for (const pattern of ORDERS) {
    const at = sentence.search(pattern);
    if (at >= 0) first = Math.min(first, at);
  }
  return first === sentence.length
    ? { start: range.end, end: range.end }
    : { start: range.start + first, end: range.end };
};

/** Sorted union of ranges; empty ones vanish. */
export const mergeRanges = (ranges: readonly Range[]): Range[] => {
  const merged: { start: number; end: number }[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    if (range.end <= range.start) continue;
    const last = merged[merged.length - 1];
    if (last !== undefined && range.start <= last.end) last.end = Math.max(last.end, range.end);
    else merged.push({ ...range });
  }
  return merged;
};

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Whether a run is base64 of readable text (UTF-8 letters, marks or Chinese), not an order number or a file name. */
const looksEncoded = (run: string): boolean => {
  if (!/[a-z]/u.test(run) || !/[A-Z]/u.test(run)) return false;
  const bytes: number[] = [];
  let buffer = 0;
  let bits = 0;
  for (const character of run.replace(/=+$/u, '').slice(0, 400)) {
    buffer = (buffer << 6) | ALPHABET.indexOf(character);
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((buffer >> bits) & 0xff);
      buffer &= (1 << bits) - 1;
    }
  }
  const readable = bytes.filter((b) => (b >= 32 && b < 127) || b >= 0x80 || b === 10).length;
  const spaced = bytes.some((b) => b === 32 || b >= 0xe4);
  return bytes.length > 0 && spaced && readable / bytes.length > 0.9;
};
