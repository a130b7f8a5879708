import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { storeSegment } from '#core/recording/segment-store.ts';
import { root } from './project-files.ts';
import type { HandedIn, ReportGround } from './report-ground.ts';

/** What is said in the recording, with the second at which each sentence begins; the fixture is four seconds long. */
export const spokenSentences: readonly { readonly start: number; readonly text: string }[] = [
  { start: 0, text: '去年国庆中午排了四十多桌，一位客人等了五十分钟还没上菜，当众发火。' },
  { start: 1, text: '我先道歉，核对后厨发现漏打了两道菜，马上请厨师长加急，十二分钟后菜齐了。' },
  { start: 2, text: '最后客人没有投诉，我把漏单检查写进交接清单，当月漏单从十一单降到两单。' },
];

/** Adds a retake of the first answer by voice or video, with a transcript whose times a recogniser gave. */
export async function addSpokenAnswer(
  { ground }: ReportGround,
  { interviewId }: HandedIn,
  mode: 'voice' | 'video',
): Promise<{ readonly recordingId: string }> {
  const { installation, owner } = ground;
  const { services, handlers } = installation;
  const { store, tenantId } = owner;
  const file = mode === 'voice' ? 'opus.webm' : 'vp8-opus.webm';
  const bytes = new Uint8Array(await readFile(join(root, 'test/fixtures/media', file)));
  const id = services.ids.next('rec');
  const now = services.clock.now().toISOString();
  const first = (await store.answers.ofInterview(interviewId)).find(({ turn }) => turn === 0);
  if (!first) throw new Error('the interview has no answer');
  const text = spokenSentences.map((sentence) => sentence.text).join('');
  const place = { interviewId, questionId: first.questionId, turn: 0, attempt: 1 };
  async function* body() {
    yield bytes;
  }
  const kept = await storeSegment(services.objects(tenantId), id, {
    position: 0,
    bytes: bytes.length,
    sha256: await services.digest.sha256(bytes),
    body: body(),
  });
  await store.commit([
    store.recordings.add({
      ...place,
      id,
      mediaType: mode === 'voice' ? 'audio/webm;codecs=opus' : 'video/webm;codecs="vp8,opus"',
      state: 'complete',
      segmentCount: 1,
      objectKey: null,
      bytes: bytes.length,
      durationMs: null,
      transcriptState: 'done',
      transcript: {
        text,
        language: 'zh',
        confidence: 0.9,
        segments: spokenSentences.map(({ start, text: words }) => ({ start, end: start + 1, text: words })),
        version: 'test',
      },
      createdAt: now,
      completedAt: now,
      erasedAt: null,
    }),
    store.recordings.addSegment({ ...kept, recordingId: id, storedAt: now }),
    store.answers.add({
      ...first,
      ...place,
      id: services.ids.next('ans'),
      mode,
      text,
      originalText: text,
      asrConfidence: 0.9,
      textSource: 'transcript',
      recordingId: id,
      skipped: false,
      contentHash: `spoken-${id}`,
      storedAt: now,
    }),
  ]);
  await handlers['recording.compact'](services, tenantId, { recordingId: id });
  return { recordingId: id };
}
