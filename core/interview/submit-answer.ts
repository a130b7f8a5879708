import { AppError } from '../errors/app-error.ts';
import type { Answer, AnswerPlace, Interview, Recording } from '../ports/repositories/interviews.ts';
import { nowOf, type TenantContext } from '../ports/services.ts';
import { eraseUnusedTakes } from '../recording/erase-recording.ts';
import type { AnswerMode, ProcessSignals } from './interview.ts';
import { currentStep, type NextStep, stepOf, type Undecided } from './next-step.ts';
import { assertAnswering, type HeldInterview, heldInterview } from './session.ts';

/** Longest answer in UTF-16 units: an hour of fast speech. */
export const maxAnswerLength = 20_000;

/** What the candidate's page sends for one answer. */
export interface AnswerInput {
  readonly questionId: string;
  readonly turn: number;
  readonly attempt: number;
  readonly mode: AnswerMode;
  readonly text: string;
  readonly recordingId: string | null;
  /** What a recogniser heard, before the candidate corrected it; left out where it was typed or recorded. */
  readonly dictated?: string;
  readonly skipped: boolean;
  readonly process: ProcessSignals;
  readonly deviceId: string;
}

/** The acknowledgement: given only once the answer is stored. */
export interface StoredAnswer {
  readonly answerId: string;
  /** SHA-256 over question, turn, attempt, mode, text and recording: the candidate's proof of what was kept. */
  readonly contentHash: string;
  /** What comes next where that is known; null: it rests on a judgement, which `currentStep` makes when asked. */
  readonly next: NextStep | null;
  /** The interview that it belongs to. */
  readonly interview: Interview;
}

/** Hash of what an answer says, by which a repeated submission is recognised. */
export const answerHash = (
  sha256: (text: string) => Promise<string>,
  input: Pick<AnswerInput, 'questionId' | 'turn' | 'attempt' | 'mode' | 'text' | 'recordingId' | 'skipped'>,
): Promise<string> =>
  sha256(
    JSON.stringify([
      input.questionId,
      input.turn,
      input.attempt,
      input.mode,
      input.text,
      input.recordingId,
      input.skipped,
    ]),
  );

/**
 * Stores an answer, and judges nothing: a candidate's words are safe before anybody thinks about them. Sending the same answer again gets the same acknowledgement; another
 * answer for the same place is refused.
 * @throws AppError `ANOTHER_DEVICE`, `STATE_CONFLICT`, `LINK_EXPIRED`, `VALIDATION`, `CONFLICT`
 */
export async function submitAnswer(
  context: TenantContext,
  interviewId: string,
  input: AnswerInput,
): Promise<StoredAnswer> {
  const { services, store } = context;
  const held = await heldInterview(context, interviewId);
  const contentHash = await answerHash(services.digest.sha256, input);
  const stored = held.answers.find(
    (a) => a.questionId === input.questionId && a.turn === input.turn && a.attempt === input.attempt,
  );
  if (stored?.contentHash === contentHash) return acknowledge(held, stored, held.answers);
  const now = nowOf(services);
  assertAnswering(held.interview, input.deviceId, now);
  if (stored) throw new AppError('CONFLICT');
  const answer = await newAnswer(context, held, input, contentHash, now);
  try {
    await store.commit([
      store.answers.add(answer),
      store.interviews.move(interviewId, ['started', 'answering'], 'answering', now, {
        deviceId: input.deviceId,
      }),
    ]);
  } catch (error) {
    // Two copies of one submission may race; the row of the other is this one's too.
    const now = await heldInterview(context, interviewId);
    const other = now.answers.find((a) => a.contentHash === contentHash && a.questionId === input.questionId);
    if (!other) throw error;
    return acknowledge(now, other, now.answers);
  }
  if (held.interview.plan.voice || held.interview.plan.video) await dropUnusedTakes(context, answer);
  const place = { ...answer, blank: answer.text.trim() === '' };
  return acknowledge(held, place, [...held.answers, place]);
}

async function dropUnusedTakes({ services, store, tenantId }: TenantContext, answer: Answer): Promise<void> {
  const takes = (await store.recordings.ofInterview(answer.interviewId)).filter(
    (take) => take.questionId === answer.questionId && take.turn === answer.turn,
  );
  await eraseUnusedTakes(services, tenantId, takes, new Set(answer.recordingId ? [answer.recordingId] : []));
}

function acknowledge(
  held: HeldInterview,
  answer: AnswerPlace,
  answers: readonly AnswerPlace[],
): StoredAnswer {
  const { interview, version } = held;
  const next = stepOf(interview, version.definition, answers);
  return {
    answerId: answer.id,
    contentHash: answer.contentHash,
    interview,
    next: next.kind === 'undecided' ? null : next,
  };
}

async function newAnswer(
  context: TenantContext,
  held: HeldInterview,
  input: AnswerInput,
  contentHash: string,
  now: string,
): Promise<Answer> {
  const { services, lang } = context;
  const probe = await placeOf(context, held, input);
  const recording = await recordingOf(context, held, input);
  const words = wordsOf(input, recording);
  if (!input.skipped && input.text.trim() === '' && !recording) {
    throw new AppError('VALIDATION', {
      details: {
        field: 'text',
        problem: lang === 'zh' ? '回答是空的，请填写或选择跳过' : 'the answer is empty: write one or skip',
      },
    });
  }
  return {
    id: services.ids.next('ans'),
    interviewId: held.interview.id,
    questionId: input.questionId,
    turn: input.turn,
    attempt: input.attempt,
    mode: input.mode,
    ...words,
    recordingId: recording?.id ?? null,
    skipped: input.skipped,
    probe,
    process: input.process,
    contentHash,
    durationMs: recording?.durationMs ?? null,
    storedAt: now,
  };
}

/** Checks that the answer belongs to the step at hand or is a permitted retake, and finds its follow-up. */
async function placeOf(
  context: TenantContext,
  held: HeldInterview,
  input: AnswerInput,
): Promise<string | null> {
  const { interview, version, answers } = held;
  const refuse = (zh: string, en: string) =>
    new AppError('VALIDATION', {
      details: { field: 'questionId', problem: context.lang === 'zh' ? zh : en },
    });
  const isFor = (step: NextStep | Undecided): step is Extract<NextStep, { kind: 'question' }> =>
    step.kind === 'question' &&
    step.question.id === input.questionId &&
    step.turn === input.turn &&
    input.attempt === 0;
  const step = stepOf(interview, version.definition, answers);
  if (isFor(step)) return step.probe;
  const newest = answers.at(-1);
  if (newest?.questionId !== input.questionId || newest.turn !== input.turn) {
    // Whoever did not ask what comes next may have guessed it.
    const decided = await currentStep(context, held);
    if (isFor(decided)) return decided.probe;
    throw refuse('这道题现在不能作答，请刷新页面', 'this question is not open now, reload the page');
  }
  const before = answers.filter((a) => a.questionId === input.questionId && a.turn === input.turn);
  if (input.attempt !== before.length || input.attempt > interview.plan.retakes) {
    throw refuse('重答次数已用完', 'no retake is left');
  }
  return before[0]?.probe ?? null;
}

async function recordingOf(
  { store }: TenantContext,
  held: HeldInterview,
  input: AnswerInput,
): Promise<Recording | null> {
  if (input.recordingId === null) return null;
  const recording = await store.recordings.get(input.recordingId);
  const fits =
    recording?.interviewId === held.interview.id &&
    recording.questionId === input.questionId &&
    recording.turn === input.turn;
  if (!recording || !fits) throw new AppError('NOT_FOUND');
  if (recording.state === 'open')
    throw new AppError('STATE_CONFLICT', { details: { state: recording.state } });
  return recording;
}

/** Which words are scored and where they come from: nothing is called a transcript that no recogniser made. */
function wordsOf(
  input: AnswerInput,
  recording: Recording | null,
): Pick<Answer, 'text' | 'originalText' | 'asrConfidence' | 'textSource'> {
  const text = input.skipped ? '' : input.text;
  if (recording?.transcriptState === 'done' && recording.transcript) {
    const corrected = text.trim() !== recording.transcript.text.trim();
    return {
      text,
      originalText: recording.transcript.text,
      // Words that the speaker has read and corrected are certain.
      asrConfidence: corrected ? 1 : recording.transcript.confidence,
      textSource: 'transcript',
    };
  }
  if (input.dictated?.trim() && text.trim() !== '') {
    return {
      text,
      originalText: input.dictated,
      asrConfidence: text.trim() === input.dictated.trim() ? null : 1,
      textSource: 'transcript',
    };
  }
  return {
    text,
    originalText: null,
    asrConfidence: null,
    textSource: text.trim() === '' ? 'none' : 'typed',
  };
}
