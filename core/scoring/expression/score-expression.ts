import type {
  AnswerTurn,
  DimensionScore,
  Evidence,
  InterviewRequest,
  WhyNotHigher,
} from '../../ports/answer-scorer.ts';
import { measureReading } from '../analysers/measures.ts';
import { readAnswer } from '../analysers/reading.ts';
import { contentName } from '../content-name.ts';
import { quoteOf } from '../quotes.ts';
import { type PlainReasonCode, reason } from '../reasons/reason.ts';
import { cleanAnswer } from '../text/clean-answer.ts';
import type { Range } from '../text/sentences.ts';
import { type AnswerForm, type Aspect, formOf } from './expression-aspects.ts';

/** The dimension that is judged by how all answers together are put (assessment §2.4). */
export const expressionDimension = 'COM';

/** Shares of the sides; what was asked weighs most, ornament nothing. */
const WEIGHTS: Readonly<Record<Aspect, number>> = {
  parts: 0.35,
  opening: 0.15,
  order: 0.2,
  economy: 0.1,
  picture: 0.2,
};

const REASONS: Readonly<Record<Aspect, PlainReasonCode>> = {
  parts: 'form_parts',
  opening: 'form_opening',
  order: 'form_order',
  economy: 'form_economy',
  picture: 'form_picture',
};

/** Where the share of what could be shown begins to count: an ordinary clear answer shows about .75 and means level 3. */
const FROM = 0.4;
const TO = 1;
const LEAST_WORDS = 20;
/** One answer says nothing about a habit; from three on the judgement stands on its own. */
const LEAST_ANSWERS = 2;
const ENOUGH_ANSWERS = 3;
const CLEAR_SPEECH = 0.7;
/** Nobody has rated whole interviews for it yet, so it counts as half as exact as a judgement of one answer. */
export const expressionSem = 1;

interface Judged {
  readonly form: AnswerForm;
  readonly evidence: readonly Evidence[];
}

const isClear = (turns: readonly AnswerTurn[]): boolean =>
  turns.every(({ asrConfidence = 1 }) => asrConfidence >= CLEAR_SPEECH);

function judge(answer: InterviewRequest['answers'][number]): Judged | null {
  const { question, turns } = answer;
  if (question.type === 'knowledge' || question.type === 'code' || !isClear(turns)) return null;
  const clean = cleanAnswer(
    turns.map(({ text }) => text),
    question.text,
  );
  const reading = readAnswer(clean.mapped.text);
  if (reading.words < LEAST_WORDS) return null;
  const measures = measureReading(reading, question.type, () => ({ 2: 0, 3: 0, 4: 0, 5: 0 }));
  const original = turns.reduce((sum, { text }) => sum + text.length, 0);
  const form = formOf(question, clean, reading, measures, original);
  const clauseAt = (range: Range): Range =>
    reading.clauses.find(({ start, end }) => start <= range.start && end > range.start) ?? range;
  const evidence = form.shown.flatMap(({ range, supports }) => {
    const quote = quoteOf({ turns }, clean, clauseAt(range));
    return quote === null ? [] : [{ ...quote, supports }];
  });
  return { form, evidence };
}

/** Raised by hand when the arithmetic changes without a figure. */
const RULES = 1;
const expressionVersion = `form-${RULES}-${contentName(JSON.stringify([WEIGHTS, FROM, TO, LEAST_WORDS]))}`;

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Means of each side over the answers. */
export const meanAspects = (forms: readonly AnswerForm['aspects'][]): Readonly<Record<Aspect, number>> => {
  const of = (aspect: Aspect) => mean(forms.map((form) => form[aspect]));
  return {
    parts: of('parts'),
    opening: of('opening'),
    order: of('order'),
    economy: of('economy'),
    picture: of('picture'),
  };
};

const aspects = Object.keys(WEIGHTS) as readonly Aspect[];

/** Score 1..5 of the sides; never falls when one of them rises. */
export const expressionScore = (sides: Readonly<Record<Aspect, number>>): number => {
  const share = aspects.reduce((sum, aspect) => sum + WEIGHTS[aspect] * sides[aspect], 0);
  return Math.round((1 + 4 * Math.min(1, Math.max(0, (share - FROM) / (TO - FROM)))) * 100) / 100;
};

function whyOf(sides: Readonly<Record<Aspect, number>>, level: number): WhyNotHigher {
  if (level === 5) return { gate: null, level: null, reason: reason('highest') };
  const [weakest = 'parts'] = [...aspects].sort(
    (a, b) => WEIGHTS[b] * (1 - sides[b]) - WEIGHTS[a] * (1 - sides[a]),
  );
  return {
    gate: `expression.${weakest}`,
    level: level + 1,
    reason: reason('not_reached', { reason: [reason(REASONS[weakest])], level: level + 1 }),
  };
}

/**
 * Judges how all answers of an interview are put: whether what was asked is answered, what comes first, the order, repetition, and
 * whether a listener gets a picture (assessment §2.4, COM). Each answer counts the same, however long. Null where fewer than two
 * answers can be judged: one answer shows no habit.
 */
export function scoreExpression(request: InterviewRequest, version: string): DimensionScore | null {
  const judged = request.answers.flatMap((answer) => judge(answer) ?? []);
  if (judged.length < LEAST_ANSWERS) return null;
  const sides = meanAspects(judged.map(({ form }) => form.aspects));
  const score = expressionScore(sides);
  const level = Math.min(5, Math.max(1, Math.floor(score + 0.5))) as 1 | 2 | 3 | 4 | 5;
  return {
    level,
    score,
    band: [Math.max(1, score - expressionSem), Math.min(5, score + expressionSem)],
    state: judged.length < ENOUGH_ANSWERS ? 'low_confidence' : 'scored',
    confidence: judged.length < ENOUGH_ANSWERS ? 0.4 : 0.6,
    evidence: judged.flatMap(({ evidence }) => evidence),
    missing: [],
    flags: [],
    why: whyOf(sides, level),
    analysers: Object.fromEntries(aspects.map((aspect) => [`form_${aspect}`, sides[aspect]])),
    scorer: { kind: 'embedded', version: `${version}+${expressionVersion}` },
  };
}
