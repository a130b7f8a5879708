import type { Evidence, Missing, ScoreRequest } from '#core/ports/answer-scorer.ts';
import { type ModelTurn, verifiedQuote } from './llm-input.ts';
import { missingNames, supportNames } from './llm-prompt.ts';

/** What a model wrote, shape checked, nothing verified. */
export interface ModelJudgement {
  readonly evidence: readonly {
    readonly turnId: string;
    readonly quote: string;
    readonly supports: string;
  }[];
  readonly missing: readonly Missing[];
  readonly level: 1 | 2 | 3 | 4 | 5 | null;
  readonly injectionSuspected: boolean;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isLevel = (value: unknown): value is 1 | 2 | 3 | 4 | 5 =>
  Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 5;

const isMissing = (value: unknown): value is Missing => missingNames.some((name) => name === value);

/** Thoughts before the answer; of a model whose opening tag the server took away only where they hold no object. */
function withoutThoughts(text: string): string {
  const whole = text.replace(/^\s*<think>[\s\S]*?<\/think>/u, '');
  const end = whole.indexOf('</think>');
  return end < 0 || whole.slice(0, end).includes('{') ? whole : whole.slice(end + '</think>'.length);
}

/**
 * What models wrap JSON in although they are asked not to: their thoughts, a fence, politeness. Taken off only where one
 * object remains: which of two is the model's own and which it repeats from the answer, nobody could tell.
 */
function unwrapped(text: string): string {
  const rest = withoutThoughts(text);
  const [from, to] = [rest.indexOf('{'), rest.lastIndexOf('}') + 1];
  const around = rest.slice(0, from) + rest.slice(to);
  return from < 0 || to <= from || /[{}[\]]/u.test(around) ? rest : rest.slice(from, to);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(unwrapped(text));
  } catch {
    return undefined;
  }
}

function evidenceItem(value: unknown): ModelJudgement['evidence'][number] | null {
  if (!isRecord(value)) return null;
  const { turnId, quote, supports } = value;
  if (typeof turnId !== 'string' || typeof quote !== 'string' || typeof supports !== 'string') return null;
  return { turnId, quote, supports };
}

/** Reads a model's answer; the text says what is wrong with it, in words that can be sent back. */
export function readJudgement(
  text: string,
  { dimension }: Pick<ScoreRequest, 'dimension'>,
): ModelJudgement | string {
  const value = parsed(text);
  if (!isRecord(value)) return 'not a JSON object';
  if (value.dim !== dimension.code) return 'dim is wrong';
  if (!Array.isArray(value.evidence)) return 'evidence is not a list';
  const evidence = value.evidence.map(evidenceItem);
  if (evidence.includes(null)) return 'evidence needs turnId, quote and supports';
  if (value.level !== null && !isLevel(value.level)) return 'level is not 1–5 or null';
  if (typeof value.insufficient !== 'boolean') return 'insufficient is not true or false';
  if (typeof value.injection_suspected !== 'boolean') return 'injection_suspected is not true or false';
  return {
    evidence: evidence.filter((item) => item !== null),
    missing: [...new Set((Array.isArray(value.missing) ? value.missing : []).filter(isMissing))],
    level: value.insufficient ? null : value.level,
    injectionSuspected: value.injection_suspected,
  };
}

/** A judgement whose every quote is the candidate's own; `level` is what these quotes carry. */
export interface VerifiedJudgement {
  readonly evidence: readonly Evidence[];
  readonly missing: readonly Missing[];
  /** Null: the model saw too little. */
  readonly level: 1 | 2 | 3 | 4 | 5 | null;
  readonly injectionSuspected: boolean;
}

const mostEvidence = 24;

/**
 * Checks a judgement against the answer: quotes that are not verbatim are dropped, and the level sinks to what the others carry
 * (assessment §2.8). Null when a level was given and no quote is left: such a level is not accepted.
 */
export function verifyJudgement(
  judgement: ModelJudgement,
  request: ScoreRequest,
  turns: readonly ModelTurn[],
): VerifiedJudgement | null {
  const names = supportNames(request);
  const found = new Map<string, Evidence>();
  for (const { turnId, quote, supports } of judgement.evidence) {
    const place = names.includes(supports) ? verifiedQuote(turns, turnId, quote) : null;
    if (place !== null)
      found.set(`${place.turnId}:${place.start}-${place.end}:${supports}`, { ...place, supports });
  }
  const evidence = [...found.values()].slice(0, mostEvidence);
  const { level, missing, injectionSuspected } = judgement;
  if (level !== null && evidence.length === 0) return null;
  const carried = level === null ? null : Math.min(level, highestLevel(evidence, request));
  return { evidence, missing, level: isLevel(carried) ? carried : null, injectionSuspected };
}

/** Pieces of evidence that share no word: the same words with other edges are said once. */
function apart(evidence: readonly Evidence[]): Evidence[] {
  const kept: Evidence[] = [];
  for (const one of evidence) {
    const meets = ({ turnId, start, end }: Evidence) =>
      turnId === one.turnId && start < one.end && end > one.start;
    if (!kept.some(meets)) kept.push(one);
  }
  return kept;
}

/** The highest level that verified quotes carry; only accounts of something done have results. */
function highestLevel(evidence: readonly Evidence[], { dimension, question }: ScoreRequest): number {
  const against = dimension.indicators.filter(({ polarity }) => polarity === 'negative').map(({ id }) => id);
  const speaking = evidence.filter(({ supports }) => !['S', 'T', 'negative', ...against].includes(supports));
  const isFacts = question.type === 'knowledge' || question.type === 'code';
  // How it ended and words that fit are no conduct; where facts are asked for, points are.
  const showing = speaking.filter(({ supports }) => isFacts || (supports !== 'R' && supports !== 'key'));
  if (showing.length === 0) return 2;
  const hasResult = question.type !== 'behavioural' || speaking.some(({ supports }) => supports === 'R');
  return hasResult && apart([...showing, ...speaking]).length >= 2 ? 5 : 3;
}
