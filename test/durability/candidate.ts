import { createHash } from 'node:crypto';
import type { HttpClient } from '#test/support/http-client.ts';
import { emptyLedger, type Ledger } from './ledger.ts';
import { patientClient } from './patient-client.ts';

/** A step of the interview as the API tells it. */
interface Step {
  readonly kind: 'question' | 'finished';
  readonly questionId: string;
  readonly turn: number;
}

const consents = { interview: true, recording: true, ai_scoring: true };
const accommodations = { textOnly: false, extraTime: 1, noTimer: false, humanInterviewer: false };
const process = { typedChars: 40, pastedChars: 0, focusLosses: 0, seconds: 30 };

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Bytes that no compression or cache can stand in for. */
function randomBytes(length: number, random: () => number): Uint8Array {
  const bytes = new Uint8Array(length);
  for (let i = 0; i < length; i += 1) bytes[i] = Math.floor(random() * 256);
  return bytes;
}

/**
 * Takes one interview to its end through however many deaths of the server, and writes down every acknowledgement.
 * What got no answer is sent again as it was, as the page does.
 */
export async function takeInterview(
  client: HttpClient,
  random: () => number,
  stopped: AbortSignal,
  keep: (ledger: Ledger) => void,
): Promise<void> {
  const { ask } = patientClient(client, stopped);
  const post = async (path: string, body: unknown) =>
    (await ask('POST', `/api/v1/interview${path}`, { body })).body;
  const first = (await ask('GET', '/api/v1/interview')).body;
  const ledger = emptyLedger(first.interviewId);
  keep(ledger);
  await post('/consents', { lang: 'zh', consents, accommodations }).catch(async (error) => {
    // The consents may have been stored without an acknowledgement, and the interview cannot take them twice once started.
    if (!/409/.test(String(error))) throw error;
  });

  const record = async ({ questionId, turn }: Step): Promise<string> => {
    const opened = await post('/recordings', {
      ...{ questionId, turn, attempt: 0, mode: 'voice', mediaType: 'audio/webm' },
    });
    const path = `/recordings/${opened.recordingId}`;
    const kept = { segments: new Map<number, Uint8Array>(), complete: false };
    ledger.recordings.set(opened.recordingId, kept);
    const count = 3 + Math.floor(random() * 8);
    for (let position = 0; position < count; position += 1) {
      const body = randomBytes(4_000 + Math.floor(random() * 60_000), random);
      const headers = { 'content-type': 'application/octet-stream', 'x-content-sha256': sha256(body) };
      await ask('PUT', `/api/v1/interview${path}/segments/${position}`, { body, headers });
      kept.segments.set(position, body);
    }
    await post(`${path}/complete`, { segmentCount: count, durationMs: count * 1000 });
    kept.complete = true;
    return opened.recordingId;
  };

  let step: Step = (await post('/start', {})).step;
  while (step.kind === 'question' && !stopped.aborted) {
    const { questionId, turn } = step;
    const spoken = turn === 0 && random() < 0.5;
    const recordingId = spoken ? await record(step) : null;
    const text = `第${ledger.answers.length + 1}个回答：我先了解客人的要求，再和同事商量，最后当天解决。${random()}`;
    const mode = spoken ? 'voice' : 'text';
    const ack = await post('/answers', {
      ...{ questionId, turn, attempt: 0, mode, text, recordingId, skipped: false, process },
    });
    const { answerId, contentHash } = ack;
    ledger.answers.push({ answerId, contentHash, questionId, turn, text, recordingId });
    const seen = (await ask('GET', '/api/v1/interview')).body;
    for (const { contentHash: hash } of ledger.answers) {
      const held = seen.answers.filter((answer: { contentHash: string }) => answer.contentHash === hash);
      if (held.length !== 1) throw new Error(`an acknowledged answer is there ${held.length} times`);
    }
    step = seen.step;
  }
  if (stopped.aborted) return;
  await post('/submit', {});
  ledger.handedIn = true;
}
