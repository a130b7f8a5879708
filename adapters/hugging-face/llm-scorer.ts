import { AppError } from '#core/errors/app-error.ts';
import type { AnswerScorer, ScoreRequest, ScorerIdentity } from '#core/ports/answer-scorer.ts';
import { contentName } from '#core/scoring/content-name.ts';
import { readJudgement, type VerifiedJudgement, verifyJudgement } from './llm-answer.ts';
import { createBudget } from './llm-budget.ts';
import { type Chat, type ChatSettings, hubChat, modelUnavailable, temperature } from './llm-chat.ts';
import { type ModelTurn, modelTurns } from './llm-input.ts';
import { fallbackScore, mergeSamples } from './llm-merge.ts';
import {
  answerSchema,
  type ChatMessage,
  promptTemplates,
  repairMessages,
  systemPrompt,
  userMessage,
} from './llm-prompt.ts';

/** A language model as a scorer, above the embedded one. */
export interface LlmScorerSettings extends ChatSettings {
  /** Judges first; its level bounds the model's, and it stands in where the model gives nothing usable. */
  readonly embedded: AnswerScorer;
  /** Regions of jobs whose candidates' answers may be sent to the model. */
  readonly regions: readonly string[];
  /** Independent answers of the model whose median counts; 3 unless told. */
  readonly samples?: number;
  /** For all samples of one judgement together; 80 seconds unless told, below the time that work is held. */
  readonly deadlineMs?: number;
  /** Tokens a UTC day and process; without a limit unless told. */
  readonly dailyTokens?: number;
  /** Given in tests. */
  readonly now?: () => number;
  /** Marks the answer's edges, new for each call; given in tests. */
  readonly nonce?: () => string;
}

/** Raised by hand when verification or merging changes. */
const rulesVersion = 2;
/** Longer answers cost more than they tell; the embedded scorer reads them. */
const longestAnswer = 12_000;
const pauseMs = 60_000;

/** Calls of one process under way: an interview has dozens, and providers answer a crowd with status 429. */
const callsAtOnce = 8;

/** Lets calls wait for each other; those over their deadline are still made, and end at once. */
function atMost(limit: number, chat: Chat): Chat {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (question) => {
    if (running >= limit) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await chat(question);
    } finally {
      // The place goes to the next in line, or is given up.
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}

/** Why a sample is of no use although the server answered. */
type Unusable = 'wrong_format' | 'no_evidence' | 'refused';

interface Sampling {
  readonly chat: Chat;
  readonly request: ScoreRequest;
  readonly turns: readonly ModelTurn[];
  readonly nonce: string;
  readonly signal: AbortSignal;
  readonly spend: (tokens: number) => void;
}

/** One answer of the model, mended once where it is not as required. */
async function sample(parts: Sampling, index: number): Promise<VerifiedJudgement | Unusable> {
  const { chat, request, turns, nonce, signal } = parts;
  const messages: readonly ChatMessage[] = [
    { role: 'system', content: systemPrompt(request, index % 2 === 0 ? 'rising' : 'falling') },
    { role: 'user', content: userMessage(request, turns, nonce) },
  ];
  const schema = answerSchema(
    request,
    turns.map(({ id }) => id),
  );
  const ask = async (asked: readonly ChatMessage[]) => {
    const answer = await chat({ messages: asked, schema, seed: index + 1, signal });
    parts.spend(answer.tokens);
    return answer.content;
  };
  const first = await ask(messages);
  if (first === null) return 'refused';
  let judgement = readJudgement(first, request);
  if (typeof judgement === 'string') {
    const second = await ask([...messages, ...repairMessages(request.lang, first, judgement)]);
    judgement = readJudgement(second ?? '', request);
  }
  if (typeof judgement === 'string') return 'wrong_format';
  return verifyJudgement(judgement, request, turns) ?? 'no_evidence';
}

/** The usable samples, or why most of them are not. */
function majority(outcomes: readonly (VerifiedJudgement | Unusable | AppError)[]): VerifiedJudgement[] {
  const usable = outcomes.filter((one) => typeof one === 'object' && !(one instanceof AppError));
  if (usable.length * 2 > outcomes.length) return usable as VerifiedJudgement[];
  const failed = outcomes.find((one) => one instanceof AppError);
  if (failed instanceof AppError) throw failed;
  throw modelUnavailable(String(outcomes.find((one) => typeof one === 'string') ?? 'wrong_format'));
}

const reasonOf = (error: unknown): string =>
  error instanceof AppError ? String(error.details.reason ?? error.code) : 'wrong answer';

/** Failures after which the server itself is in doubt, so that it is left alone for a while. */
const isUnreachable = (reason: string): boolean => /^(?:timeout|connection|address|status )/.test(reason);

/** Waits for all: an error of one sample must not leave the others running unseen. */
const settled = <T>(calls: readonly Promise<T>[]): Promise<(T | AppError)[]> =>
  Promise.all(
    calls.map((call) =>
      call.catch((error: unknown) => (error instanceof AppError ? error : modelUnavailable('wrong answer'))),
    ),
  );

/**
 * Judges by a language model (assessment §2.8): a call for each dimension and sample, evidence before the level, every quote checked
 * word for word, the median of the samples, at most one level above the embedded scorer. Orders to the scorer are cut out
 * and personal details covered before anything is sent; the résumé never is. Whatever goes wrong, the embedded judgement
 * is given and says so (`scorer.insteadOf` and a flag), so the returned scorer never throws for the model's sake.
 */
export function llmScorer(settings: LlmScorerSettings): AnswerScorer {
  const { embedded, model, regions, samples = 3, deadlineMs = 80_000 } = settings;
  const { now = Date.now, nonce = () => crypto.randomUUID() } = settings;
  const chat = atMost(callsAtOnce, hubChat(settings));
  const budget = createBudget({
    dailyTokens: settings.dailyTokens ?? Number.POSITIVE_INFINITY,
    pauseMs,
    now,
  });
  const version = `llm-${rulesVersion}-${contentName(
    JSON.stringify([promptTemplates(), model, samples, temperature, embedded.identity.version]),
  )}`;

  const judge = async (request: ScoreRequest): Promise<readonly VerifiedJudgement[]> => {
    const turns = modelTurns(request);
    const length = turns.reduce((sum, { clean }) => sum + clean.mapped.text.trim().length, 0);
    if (length > longestAnswer) throw modelUnavailable('too_long');
    const refusal = budget.refusal();
    if (refusal !== null) throw modelUnavailable(refusal);
    const parts = { chat, request, turns, signal: AbortSignal.timeout(deadlineMs), spend: budget.spend };
    const calls = Array.from({ length: samples }, (_, index) => sample({ ...parts, nonce: nonce() }, index));
    const outcomes = await settled(calls);
    budget.reached(!outcomes.every((one) => one instanceof AppError && isUnreachable(reasonOf(one))));
    return majority(outcomes);
  };

  return {
    identity: { kind: 'llm', version, model },
    remote: { embedded, regions },
    ...(embedded.scoreAcross ? { scoreAcross: embedded.scoreAcross } : {}),
    async score(request) {
      const floor = await embedded.score(request);
      const isTold = request.turns.some(({ text }) => text.trim() !== '');
      if (!isTold || floor.state === 'technical') return floor;
      try {
        const promptHash = contentName(systemPrompt(request, 'rising'));
        const scorer: ScorerIdentity = { kind: 'llm', version, model, promptHash };
        return mergeSamples(request, floor, await judge(request), scorer);
      } catch (error) {
        return fallbackScore(floor, model, reasonOf(error));
      }
    },
  };
}
