import type { ScoredQuestion } from '../../ports/answer-scorer.ts';
import type { Measure, Measures } from '../analysers/measures.ts';
import type { Finding, Reading } from '../analysers/reading.ts';
import type { CleanAnswer } from '../text/clean-answer.ts';
import type { Range } from '../text/sentences.ts';

/** The sides of how an answer is put, each 0..1; none of them grows with length, marks or ornament. */
export type Aspect = 'parts' | 'opening' | 'order' | 'economy' | 'picture';

/** What one answer shows of each side, and the words that show it. */
export interface AnswerForm {
  readonly aspects: Readonly<Record<Aspect, number>>;
  readonly shown: readonly { readonly range: Range; readonly supports: 'lead' | 'S' | 'A' | 'R' }[];
}

type Part = 'S' | 'A' | 'R' | 'why' | 'after';

/** What the usual parts of a question ask for; other parts are left to the judge of content. */
const PARTS: readonly (readonly [Part, RegExp])[] = [
  ['R', /结果|效果|怎么样|有效|result|outcome|how (?:did )?it (?:end|turn|work)|happened in the end/iu],
  ['after', /后来|变化|改进|以后|下次|lasting|since then|changed afterwards|do differently/iu],
  ['why', /为什么|理由|依据|原因|why|reason/iu],
  [
    'A',
    /怎么(?:做|处理|办|说|定|改|安排|查)|先做|接下来|做法|办法|步骤|自己|did you|do first|do next|steps|how you|handle/iu,
  ],
  ['S', /情况|背景|什么事|经过|situation|background|what was/iu],
];

const usual: Readonly<Record<'told' | 'planned', readonly Part[]>> = {
  told: ['S', 'A', 'R'],
  planned: ['A', 'why'],
};

function partsAsked({ asks, type }: ScoredQuestion): readonly Part[] {
  const asked = asks.flatMap((ask) => PARTS.find(([, pattern]) => pattern.test(ask))?.[0] ?? []);
  return asked.length > 0 ? [...new Set(asked)] : usual[type === 'situational' ? 'planned' : 'told'];
}

const findings = (reading: Reading, concept: string): readonly Finding[] =>
  reading.findings.get(concept) ?? [];

const some = (measure: Measure, enough = 1): number => Math.min(1, measure.value / enough);

function partShown(part: Part, reading: Reading, measures: FormMeasures): number {
  if (part === 'S') return some({ value: measures.situation.value + measures.task.value, spans: [] });
  if (part === 'A') return some(measures.actions, 2);
  if (part === 'R') return some(measures.outcome);
  if (part === 'after') return some(measures.reach);
  return Math.min(1, findings(reading, 'complex.rationale').length);
}

/** The measures that form looks at. */
export type FormMeasures = Pick<Measures, 'situation' | 'task' | 'actions' | 'outcome' | 'reach' | 'kinds'>;

const LEAST_LETTERS = 7;

/** Outcomes whose clause says something: "and that was it" closes a story and tells nothing. */
function toldOutcome({ text, clauses }: Reading, { spans }: Measure): Measure {
  const kept = spans.filter((span) => {
    const clause = clauses.find(({ start, end }) => start <= span.start && end > span.start) ?? span;
    return (text.slice(clause.start, clause.end).match(/[\p{L}\p{N}]/gu)?.length ?? 0) >= LEAST_LETTERS;
  });
  return { value: kept.length, spans: kept };
}

/** The beginning in which a listener should learn what it is about and how it came out; by its end it counts less and less. */
const OPENING_UNITS = 60;
const ABOUT = 0.6;
const BEGUN = 0.5;

/** Told how it came out: 1; only what it is about: .6; only begun: .5; each less the later it comes. */
function opening({ outcome, situation, task, actions }: FormMeasures): {
  value: number;
  range: Range | null;
} {
  const early = (measure: Measure, weight: number) => {
    const range = measure.spans.reduce<Range | null>(
      (best, span) => (best === null || span.start < best.start ? span : best),
      null,
    );
    const share = range === null ? 0 : 2 - range.start / OPENING_UNITS;
    return { value: weight * Math.min(1, Math.max(0, share)), range };
  };
  const best = [early(outcome, 1), early(situation, ABOUT), early(task, ABOUT), early(actions, BEGUN)].reduce(
    (left, right) => (right.value > left.value ? right : left),
  );
  return best.value === 0 ? { value: 0, range: null } : best;
}

/** Share of pairs that stand in the order in which a listener can follow: situation, doing, outcome. */
function inOrder({ situation, task, actions, outcome }: FormMeasures): number {
  const starts = (spans: readonly Range[]) => spans.map(({ start }) => start);
  const before = [...starts(situation.spans), ...starts(task.spans)];
  const doing = starts(actions.spans);
  // An outcome told first is a good beginning and no disorder.
  const after = starts(outcome.spans).filter((start) => start >= OPENING_UNITS);
  let kept = 0;
  let pairs = 0;
  const count = (earlier: readonly number[], later: readonly number[]) => {
    for (const one of earlier) {
      for (const two of later) {
        pairs += 1;
        if (one < two) kept += 1;
      }
    }
  };
  count(before, doing);
  count(doing, after);
  count(before, after);
  // Few pairs say little: between order and disorder until more of them speak.
  return (kept + DOUBT) / (pairs + 2 * DOUBT);
}

const MOST_EMPTY_WORDS = 4;
const EMPTY =
  /赋能|抓手|闭环|底层逻辑|全方位|综合能力|颗粒度|组合拳|链路|拉通|降本增效|提质增效|多维度|全链条|体系化|方方面面|\b(?:synerg(?:y|ies)|holistic|paradigm|best-in-class|world-class|cutting-edge)\b/gu;

/** Falls with what is said twice and with words that tell a listener nothing. */
function economy(clean: CleanAnswer, original: number, text: string): number {
  const repeated = clean.dropped
    .filter(({ kind }) => kind === 'repetition')
    .reduce((sum, { start, end }) => sum + end - start, 0);
  const empty = Math.min(1, (text.match(EMPTY)?.length ?? 0) / MOST_EMPTY_WORDS);
  return Math.max(0, 1 - 2 * (repeated / Math.max(1, original)) - empty);
}

const KINDS_FOR_PICTURE = 4;

const DOUBT = 2;

/** How one answer is put. @param original units of the answer as it was given */
export function formOf(
  question: ScoredQuestion,
  clean: CleanAnswer,
  reading: Reading,
  all: FormMeasures,
  original: number,
): AnswerForm {
  const asked = partsAsked(question);
  const measures = { ...all, outcome: toldOutcome(reading, all.outcome) };
  const begun = opening(measures);
  const parts = asked.reduce((sum, part) => sum + partShown(part, reading, measures), 0) / asked.length;
  const first = (measure: Measure, supports: 'S' | 'A' | 'R') =>
    measure.spans.slice(0, 1).map((range) => ({ range, supports }));
  return {
    aspects: {
      parts,
      opening: begun.value,
      order: inOrder(measures),
      economy: economy(clean, original, reading.text),
      picture: some(measures.kinds, KINDS_FOR_PICTURE),
    },
    shown: [
      ...(begun.range === null ? [] : [{ range: begun.range, supports: 'lead' as const }]),
      ...first(measures.situation, 'S'),
      ...first(measures.actions, 'A'),
      ...first(measures.outcome, 'R'),
    ],
  };
}
