import type { Flag, FlagKind, ScoreRequest } from '../../ports/answer-scorer.ts';
import type { Measures } from '../analysers/measures.ts';
import type { Reading } from '../analysers/reading.ts';
import { quoteOf } from '../quotes.ts';
import { type Reason, reason } from '../reasons/reason.ts';
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

interface Words {
  readonly reason: Reason;
  readonly ask: Reason;
}

const TEXTS = {
  vague: { reason: reason('flag_vague'), ask: reason('ask_one_case') },
  absolute: { reason: reason('flag_absolute'), ask: reason('ask_exception') },
  implausible: { reason: reason('flag_implausible'), ask: reason('ask_counted') },
  off_topic: { reason: reason('flag_off_topic'), ask: reason('ask_work_example') },
} as const;

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
  const addAs = (kind: FlagKind, ranges: readonly Range[], words: Words) => {
    for (const range of ranges.slice(0, MOST_OF_A_KIND)) {
      const span = quoteOf(request, clean, range);
      if (span !== null) flags.push({ kind, span, ...words });
    }
  };
  const add = (kind: keyof typeof TEXTS, ranges: readonly Range[]) => addAs(kind, ranges, TEXTS[kind]);
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
      addAs('resume_conflict', [conflict.range], {
        reason: reason('flag_resume_conflict', { resume: conflict.resume }),
        ask: reason('ask_resume'),
      });
    }
  }
  return flags;
};

const OFF_TOPIC = 0.35;
const OFF_TOPIC_WORDS = 25;
