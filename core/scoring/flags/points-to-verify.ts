import type { Flag, FlagKind, ScoreRequest } from '../../ports/answer-scorer.ts';
import type { Measures } from '../analysers/measures.ts';
import type { Reading } from '../analysers/reading.ts';
import { quoteOf } from '../quotes.ts';
import type { CleanAnswer } from '../text/clean-answer.ts';
import type { Range } from '../text/sentences.ts';
import { impossibleRates, unequalFigures } from './implausible-figures.ts';
import { resumeConflicts } from './resume-conflicts.ts';

/** Words that sound like much and name nothing (assessment §2.3.1). */
const VAGUE =
  /赋能|抓手|闭环|底层逻辑|全方位|各种|等等|综合能力|非常擅长|一直以来|高度重视|颗粒度|组合拳|打法|链路|拉通|降本增效|提质增效|多维度|全链条|体系化|\b(?:synergy|synergies|leverage[ds]?|holistic|various|proactively|world-class|best-in-class|paradigm|ecosystem|empower(?:ed|ing)?|cutting-edge|results-driven)\b/gu;
const VAGUE_FROM = 3;
const VAGUE_KINDS = 1;
/** Statements without exception, which hardly any work allows. */
const ABSOLUTE =
  /从来(?:都)?没有?(?:出过|犯过|发生过|失败过|被|有过)|从没(?:出过|犯过|失败过)|绝对(?:没有|不会|没问题|是)|(?:百分之百|100%)(?:成功|满意|没问题|正确|准确|通过|完成)|所有人都|每个人都(?:很|非常)?(?:满意|认可|喜欢)|完全没(?:有)?(?:问题|失误|差错|投诉)|永远(?:不会|是|都)|没有一个(?:人|客户|顾客|员工)不|\b(?:never (?:once )?(?:failed|made a mistake|had a complaint)|always succeed(?:ed)?|(?:100|one hundred) ?(?:%|percent) (?:success|satisfied|satisfaction)|everybody without exception|absolutely (?:no|never|perfect))\b/gu;

type Words = readonly [reason: string, ask: string];

const TEXTS: Readonly<Partial<Record<FlagKind, { readonly zh: Words; readonly en: Words }>>> = {
  vague: {
    zh: ['多处概括性说法，缺少具体事例，建议核实', '能挑其中一件，讲讲当时具体怎么做的吗？'],
    en: [
      'several general phrases without a case; worth asking',
      'Could you pick one and tell what exactly was done?',
    ],
  },
  absolute: {
    zh: ['说法没有例外，建议核实', '有没有不太顺利的一次？当时是怎样的？'],
    en: [
      'a statement without exception; worth asking',
      'Was there one time that went less well? What happened?',
    ],
  },
  implausible: {
    zh: ['数字之间或与常理不一致，建议核实', '这个数字是怎么统计出来的？对应哪段时间？'],
    en: [
      'figures that do not fit together; worth asking',
      'How was this figure counted, and for which period?',
    ],
  },
  off_topic: {
    zh: ['所讲的内容与题目关系不大', '回到这道题，您有没有工作中的例子？'],
    en: [
      'what is told has little to do with the question',
      'Coming back to the question, is there an example from work?',
    ],
  },
  resume_conflict: {
    zh: ['与简历上写的不一致，建议核实', '简历和刚才说的有些出入，能说明一下是哪种情况吗？'],
    en: ['differs from the résumé; worth asking', 'The résumé says something else; could you clear that up?'],
  },
};

const rangesOf = (text: string, pattern: RegExp): Range[] =>
  [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }));

const MOST_OF_A_KIND = 3;

/**
 * Points to verify (核实点): what a person should ask about in the next talk. Each has the candidate's own words, a reason and a
 * neutral question. They never touch a score and never speak of honesty (assessment §0 change 2, §2.6).
 */
export const pointsToVerify = (
  request: ScoreRequest,
  clean: CleanAnswer,
  reading: Reading,
  measures: Measures,
): Flag[] => {
  const { text } = clean.mapped;
  const flags: Flag[] = [];
  const add = (kind: FlagKind, ranges: readonly Range[], detail = '') => {
    const words = TEXTS[kind]?.[request.lang];
    if (words === undefined) return;
    for (const range of ranges.slice(0, MOST_OF_A_KIND)) {
      const span = quoteOf(request, clean, range);
      if (span === null) continue;
      flags.push({ kind, span, reason: detail === '' ? words[0] : `${words[0]}(${detail})`, ask: words[1] });
    }
  };
  const vague = rangesOf(text, VAGUE);
  const different = new Set(vague.map((range) => text.slice(range.start, range.end)));
  if (different.size >= VAGUE_FROM && measures.kinds.value <= VAGUE_KINDS) add('vague', vague.slice(0, 1));
  add('absolute', rangesOf(text, ABSOLUTE));
  add('implausible', [...impossibleRates(text), ...unequalFigures(text)]);
  if (measures.aboutness.value < OFF_TOPIC && reading.words >= OFF_TOPIC_WORDS) {
    add('off_topic', reading.sentences.slice(0, 1));
  }
  if (request.resume !== undefined) {
    for (const conflict of resumeConflicts(text, request.resume)) {
      const said = request.lang === 'zh' ? `简历为「${conflict.resume}」` : `résumé: ${conflict.resume}`;
      add('resume_conflict', [conflict.range], said);
    }
  }
  return flags;
};

const OFF_TOPIC = 0.35;
const OFF_TOPIC_WORDS = 25;
