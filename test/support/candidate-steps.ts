import type { Answer, HttpClient } from './http-client.ts';

/** Consents and wishes as the candidate's page sends them: the needed one given, everything else refused. */
export const consentGiven = (
  consents: Readonly<Record<string, boolean>>,
  wishes: Readonly<Record<string, unknown>> = {},
  lang: 'zh' | 'en' = 'zh',
) => ({
  lang,
  consents: { interview: true, ...consents },
  accommodations: { textOnly: false, extraTime: 1, noTimer: false, humanInterviewer: false, ...wishes },
});

/** An interview that has begun; the answer holds its first question. */
export async function started(
  candidate: HttpClient,
  consents: Readonly<Record<string, boolean>> = {},
  wishes: Readonly<Record<string, unknown>> = {},
  lang: 'zh' | 'en' = 'zh',
): Promise<Answer> {
  await candidate.post('/api/v1/interview/consents', consentGiven(consents, wishes, lang));
  return candidate.post('/api/v1/interview/start', {});
}

/** A written answer to the step at hand. */
export const oneAnswer = (step: { readonly questionId: string; readonly turn: number }, text: string) => ({
  questionId: step.questionId,
  turn: step.turn,
  attempt: 0,
  mode: 'text',
  text,
  recordingId: null,
  skipped: false,
  process: { typedChars: text.length, pastedChars: 0, focusLosses: 0, seconds: 5 },
});

/** The step after an acknowledged answer, read where it had to be judged first. */
export const stepAfter = async (candidate: HttpClient, ack: Answer) =>
  ack.body.step ?? (await candidate.get('/api/v1/interview/step')).body.step;

/** Answers whatever is asked until the interview can be handed in, hands it in, and returns the page's token. */
export async function wholeInterview(
  candidate: HttpClient,
  consents: Readonly<Record<string, boolean>> = { ai_scoring: true },
  lang: 'zh' | 'en' = 'zh',
): Promise<string> {
  let { step } = (await started(candidate, consents, {}, lang)).body;
  for (let count = 0; step.kind === 'question' && count < 40; count += 1) {
    const text = `第${count + 1}次回答：我先道歉，马上核对单号，请后厨先做这一桌，八分钟内上齐，客人赶上了车。`;
    step = await stepAfter(
      candidate,
      await candidate.post('/api/v1/interview/answers', oneAnswer(step, text)),
    );
  }
  const { meUrl } = (await candidate.post('/api/v1/interview/submit', {})).body;
  return (meUrl as string).split('/').pop() ?? '';
}
