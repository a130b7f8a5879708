import type {
  AnswerAck,
  CurrentStep,
  InterviewView,
  StepView,
  UploadView,
} from '#adapters/http/schemas/interview.ts';
import { ApiCaller, type Ask } from './api-caller.ts';
import { readSample, type SampleAnswer, type SampleCandidate } from './sample-interviews.ts';

/** As large as the parts that a phone sends. */
const partBytes = 16 * 1024;

/** Consents as the demonstration gives them: what the interview, its recordings and the score need, nothing else. */
const consents = { interview: true, recording: true, ai_scoring: true };
const accommodations = { textOnly: false, extraTime: 1, noTimer: false, humanInterviewer: false };

/** Uploads a recording in parts, as the page does while the candidate speaks. Returns its id. */
async function record(page: ApiCaller, answer: SampleAnswer, turn: number): Promise<string> {
  const bytes = await readSample(answer.recording ?? '');
  const { recordingId } = await page.post<UploadView>('/interview/recordings', {
    questionId: answer.questionId,
    turn,
    attempt: 0,
    mode: answer.mode,
    mediaType: answer.mediaType,
  });
  let segmentCount = 0;
  for (let at = 0; at < bytes.length; at += partBytes, segmentCount += 1) {
    const part = bytes.slice(at, at + partBytes);
    await page.putPart(`/interview/recordings/${recordingId}/segments/${segmentCount}`, part);
  }
  await page.post(`/interview/recordings/${recordingId}/complete`, { segmentCount, durationMs: null });
  return recordingId;
}

async function answerStep(
  page: ApiCaller,
  step: Extract<StepView, { kind: 'question' }>,
  candidate: SampleCandidate,
): Promise<StepView> {
  const answer = candidate.answers.find(({ questionId }) => questionId === step.questionId);
  const text = step.turn === 0 ? answer?.text : answer?.replies[step.turn - 1];
  const spoken = step.turn === 0 && answer !== undefined && answer.mode !== 'text';
  const recordingId = spoken ? await record(page, answer, step.turn) : null;
  const ack = await page.post<AnswerAck>('/interview/answers', {
    questionId: step.questionId,
    turn: step.turn,
    attempt: 0,
    mode: spoken ? answer.mode : 'text',
    text: text ?? '',
    recordingId,
    skipped: text === undefined,
    process: { typedChars: text?.length ?? 0, pastedChars: 0, focusLosses: 0, seconds: 60 },
  });
  return ack.step ?? (await page.get<CurrentStep>('/interview/step')).step ?? { kind: 'finished' };
}

/**
 * Takes the interview of a link from the consents to handing it in. `onAnswer` is told of every question once its answer is
 * stored. Returns the address of the candidate's own page.
 */
export async function takeInterview(
  ask: Ask,
  link: string,
  candidate: SampleCandidate,
  onAnswer: (questionId: string) => void,
): Promise<string> {
  const token = new URL(link).pathname.split('/').at(-1) ?? '';
  const page = new ApiCaller(ask, {
    authorization: `Bearer ${token}`,
    'x-jinji-device': `demo-device-${candidate.resume}`.slice(0, 64),
  });
  await page.get<InterviewView>('/interview');
  await page.post('/interview/consents', { lang: 'zh', consents, accommodations });
  const started = await page.post<InterviewView>('/interview/start', {});
  let step = started.step;
  while (step?.kind === 'question') {
    const { questionId, turn } = step;
    step = await answerStep(page, step, candidate);
    if (turn === 0) onAnswer(questionId);
  }
  const { meUrl } = await page.post<{ meUrl: string }>('/interview/submit', {});
  return meUrl;
}

/** Opens the candidate's own page and says whether the feedback has arrived there. */
export async function readOwnPage(ask: Ask, meUrl: string): Promise<boolean> {
  const token = new URL(meUrl).pathname.split('/').at(-1) ?? '';
  const page = new ApiCaller(ask, { authorization: `Bearer ${token}` });
  const view = await page.get<{ feedback: unknown }>('/me');
  return view.feedback !== null;
}
