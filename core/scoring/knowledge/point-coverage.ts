import type { PreparedText } from '../../embedding/prepared-text.ts';
import type { StaticEmbedder } from '../../embedding/static-embedder.ts';
import type { Range } from '../text/sentences.ts';
import { contradicts } from './contradiction.ts';
import { plainMarks, type ReferencePoint } from './reference-points.ts';

/** How far one point is covered by an answer, and where. */
export interface PointResult {
  readonly point: string;
  /** 0..1 */
  readonly degree: number;
  readonly contradicted: boolean;
  /** Piece of the answer that speaks of the point; null when none does. */
  readonly span: Range | null;
  /** How much the point says, for weighing points against each other. */
  readonly weight: number;
}

/** Coverage of all points of a reference. */
export interface Coverage {
  readonly points: readonly PointResult[];
  /** Weighted share of covered points, 0..1. */
  readonly items: number;
  /** Share of the reference's informative words found in the answer, 0..1. */
  readonly words: number;
}

/** An answer cut once for the comparison with many points. */
export interface ComparedAnswer {
  /** Marks folded, same length as the cleaned text. */
  readonly text: string;
  readonly prepared: PreparedText;
  readonly pieces: readonly Range[];
}

const LEAST_NATS = 4.5;
const FULL_NATS = 9.5;
const ASKED = 0.25;
const SHARED_BY_POINTS = 0.3;
const SPAN_DEGREE = 0.35;
const CONTRADICTED = 0.15;

const clip = (value: number): number => Math.min(1, Math.max(0, value));

/** Prepares a cleaned answer. */
export const compareAnswer = (cleaned: string, embedder: StaticEmbedder): ComparedAnswer => {
  const text = plainMarks(cleaned);
  const pieces: Range[] = [];
  for (const match of text.matchAll(/[^。;,!?\n]+/gu)) {
    if (match[0].trim() !== '') pieces.push({ start: match.index, end: match.index + match[0].length });
  }
  return { text, prepared: embedder.prepare(text), pieces };
};

/** How much each word of a text says: rare words much, words of the question little, function words nothing. */
export const sayings = (text: PreparedText, asked: ReadonlySet<string>): Float32Array =>
  text.information.map(
    (nats, i) =>
      clip((nats - LEAST_NATS) / (FULL_NATS - LEAST_NATS)) *
      (asked.has(text.tokens[i]?.word ?? '') ? ASKED : 1),
  );

const matched = (close: number, word: string, answer: string, listed: boolean): number => {
  if (close >= 0.999 || (word.length > 1 && answer.includes(word))) return 1;
  return listed ? clip((close - 0.7) / 0.3) * 0.8 : clip((close - 0.4) / 0.5);
};

interface Sums {
  said: number;
  total: number;
}

const matchPoint = (
  point: PreparedText,
  weights: Float32Array,
  answer: ComparedAnswer,
  listed: boolean,
  embedder: StaticEmbedder,
): Sums & { votes: Float32Array } => {
  const [alignment] = embedder.align(point, answer.prepared);
  const votes = new Float32Array(answer.pieces.length);
  const sums: Sums = { said: 0, total: 0 };
  point.tokens.forEach((token, i) => {
    const weight = weights[i] as number;
    const degree = matched(alignment.closeness[i] as number, token.word, answer.text, listed);
    sums.total += weight;
    sums.said += weight * degree;
    const partner = answer.prepared.tokens[alignment.partner[i] as number];
    if (partner === undefined || degree === 0) return;
    const at = answer.pieces.findIndex((piece) => partner.start >= piece.start && partner.start < piece.end);
    if (at >= 0) votes[at] = (votes[at] as number) + weight * degree;
  });
  return { ...sums, votes };
};

const strongest = (votes: Float32Array): number => {
  let best = -1;
  votes.forEach((value, i) => {
    if (value > 0 && value > (best < 0 ? 0 : (votes[best] as number))) best = i;
  });
  return best;
};

/** In how many points each word stands. */
const pointFrequency = (prepared: readonly PreparedText[]): ReadonlyMap<string, number> => {
  const frequency = new Map<string, number>();
  for (const text of prepared) {
    for (const word of new Set(text.tokens.map((token) => token.word))) {
      frequency.set(word, (frequency.get(word) ?? 0) + 1);
    }
  }
  return frequency;
};

/** A contrary statement counts at least as much as an average point, however ordinary its words are. */
const weighContrary = (results: readonly PointResult[]): readonly PointResult[] => {
  const mean = results.reduce((sum, result) => sum + result.weight, 0) / Math.max(1, results.length);
  return results.map((result) =>
    result.contradicted ? { ...result, weight: Math.max(mean, result.weight) } : result,
  );
};

/** Compares an answer with the points of a reference; words of the question count little on both sides. */
export const coverPoints = (
  points: readonly ReferencePoint[],
  answer: ComparedAnswer,
  question: string,
  embedder: StaticEmbedder,
): Coverage => {
  const asked = new Set(embedder.prepare(plainMarks(question)).tokens.map((token) => token.word));
  const prepared = points.map((point) => embedder.prepare(point.text));
  const frequency = pointFrequency(prepared);
  let words = 0;
  let allWords = 0;
  const found = points.map((point, p): PointResult => {
    const text = prepared[p] as PreparedText;
    const plain = sayings(text, asked);
    const own = plain.map((weight, i) => {
      const shared =
        points.length > 1 && (frequency.get(text.tokens[i]?.word ?? '') ?? 0) > points.length / 2;
      return shared ? weight * SHARED_BY_POINTS : weight;
    });
    const { said, total, votes } = matchPoint(text, own, answer, point.listed, embedder);
    const raw = total > 0 ? said / total : 0;
    const at = strongest(votes);
    const piece = at >= 0 && raw >= SPAN_DEGREE ? (answer.pieces[at] as Range) : null;
    const against = piece !== null && contradicts(point.text, answer.text.slice(piece.start, piece.end));
    const factor = against ? CONTRADICTED : 1;
    const information = plain.reduce((sum, weight) => sum + weight, 0);
    words += raw * information * factor;
    allWords += information;
    const degree = clip((raw - 0.3) / 0.5) * factor;
    return { point: point.text, degree, contradicted: against, span: piece, weight: Math.sqrt(total) };
  });
  const results = weighContrary(found);
  const weight = results.reduce((sum, result) => sum + result.weight, 0);
  return {
    points: results,
    items: weight > 0 ? results.reduce((sum, r) => sum + r.degree * r.weight, 0) / weight : 0,
    words: allWords > 0 ? words / allWords : 0,
  };
};
