import { AppError } from '../errors/app-error.ts';
import type { Remuxer } from '../ports/remuxer.ts';
import type { Recording } from '../ports/repositories/interviews.ts';
import type { TenantStore } from '../ports/repositories/tenant-store.ts';
import { nowOf, type Services } from '../ports/services.ts';
import type { Transcript } from '../ports/transcriber.ts';
import type { Change } from '../ports/unit-of-work.ts';
import { compactRecording, dropLeftovers } from './compact-recording.ts';
import { readRecording } from './read-recording.ts';
import { soundOfRecording } from './sound-of-recording.ts';

/** Puts a complete recording into one seekable object and then drops its segments. Safe to repeat at any point. */
export async function compactWork(
  services: Services,
  remuxer: Remuxer,
  tenantId: string,
  recordingId: string,
): Promise<void> {
  const store = services.stores.open(tenantId);
  const objects = services.objects(tenantId);
  const recording = await store.recordings.get(recordingId);
  if (!recording || recording.state === 'open' || recording.state === 'erased') return;
  if (recording.state === 'complete') {
    const segments = await store.recordings.segments(recordingId);
    const compacted = await compactRecording(objects, remuxer, {
      id: recordingId,
      mediaType: recording.mediaType,
      segments,
    });
    await store.commit([
      store.recordings.move(recordingId, 'complete', 'compacted', {
        objectKey: compacted.objectKey,
        mediaType: compacted.mediaType,
        bytes: compacted.bytes,
        ...(compacted.durationMs === null ? {} : { durationMs: compacted.durationMs }),
      }),
      store.recordings.dropSegments(recordingId),
    ]);
  }
  await dropLeftovers(objects, recordingId);
}

/** The recording's bytes, whether compacted yet or not. */
export async function openRecordingContent(
  services: Services,
  tenantId: string,
  recording: Recording,
  range?: { readonly start: number; readonly end: number },
) {
  const segments = await services.stores.open(tenantId).recordings.segments(recording.id);
  const content = await readRecording(
    services.objects(tenantId),
    { objectKey: recording.objectKey, segments },
    range,
  );
  if (!content) throw new AppError('NOT_FOUND');
  return content;
}

/** What no repetition mends. Damage is not among it: compaction may just have replaced the segments that were being read. */
const needsAnOperator: ReadonlySet<string> = new Set(['TRANSCRIBER_REFUSED', 'TOO_LARGE', 'ADDRESS_REFUSED']);

/** An answer that was handed in before its words were there gets them now; typed points stay as they are. */
async function lateWords(store: TenantStore, recording: Recording, words: Transcript): Promise<Change[]> {
  const answers = await store.answers.ofInterview(recording.interviewId);
  const answer = answers.find((one) => one.recordingId === recording.id);
  if (answer?.textSource !== 'none' || words.text.trim() === '') return [];
  return [
    store.answers.setText(answer.id, {
      text: words.text,
      originalText: words.text,
      asrConfidence: words.confidence,
      textSource: 'transcript',
    }),
  ];
}

/**
 * Has the recogniser put a recording into words. A refusal that only an operator can mend ends as `failed`, so that
 * the candidate is asked to type instead of waiting.
 */
export async function transcribeWork(
  services: Services,
  remuxer: Remuxer,
  tenantId: string,
  recordingId: string,
): Promise<void> {
  const store = services.stores.open(tenantId);
  const recording = await store.recordings.get(recordingId);
  if (recording?.transcriptState !== 'pending' || recording.state === 'erased') return;
  if (!services.transcriber) {
    await store.commit([store.recordings.setTranscript(recordingId, 'failed', null)]);
    return;
  }
  const interview = await store.interviews.get(recording.interviewId);
  const sound = await soundOfRecording(services.objects(tenantId), remuxer, {
    objectKey: recording.objectKey,
    segments: await store.recordings.segments(recordingId),
    mediaType: recording.mediaType,
  });
  if (!sound) throw new AppError('NOT_FOUND');
  try {
    const words = await services.transcriber.transcribe({
      ...sound,
      ...(interview ? { language: interview.lang } : {}),
    });
    await store.commit([
      store.recordings.setTranscript(recordingId, 'done', {
        text: words.text,
        language: words.language,
        confidence: words.confidence,
        segments: [...(words.segments ?? [])],
        version: services.transcriber.version,
      }),
      ...(await lateWords(store, recording, words)),
    ]);
  } catch (error) {
    if (error instanceof AppError && needsAnOperator.has(error.code)) {
      services.log.warn('transcriber.refused', { code: error.code, at: nowOf(services) });
      await store.commit([store.recordings.setTranscript(recordingId, 'failed', null)]);
      return;
    }
    throw error;
  }
}
