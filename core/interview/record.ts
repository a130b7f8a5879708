import { AppError } from '../errors/app-error.ts';
import type { Recording } from '../ports/repositories/interviews.ts';
import { nowOf, type TenantContext } from '../ports/services.ts';
import { type IncomingSegment, storeSegment } from '../recording/segment-store.ts';
import { assertFinished, placeSegment, type UploadState, uploadState } from '../recording/segments.ts';
import type { AnswerMode } from './interview.ts';
import type { InterviewPlan } from './plan.ts';
import { assertAnswering, currentConsents, heldInterview } from './session.ts';

/** Kinds of recordings that browsers make and players read. */
const mediaTypes =
  /^(audio|video)\/(webm|mp4|ogg|mpeg|quicktime|x-m4a|m4a|aac|wav|x-wav|3gpp|3gpp2|amr|x-matroska)(;\s*codecs="?[\w.,\s-]{1,80}"?)?$/i;

/**
 * Opens a recording for one attempt at one question. Asking again before anything was stored gives the same one.
 * @throws AppError `VALIDATION` when no retake is left or the interview has no such question, `FORBIDDEN` without consent to recording or when the job does not allow the kind,
 *   `UNSUPPORTED_TYPE`, `ANOTHER_DEVICE`, `STATE_CONFLICT`
 */
export async function openRecording(
  context: TenantContext,
  interviewId: string,
  input: {
    readonly questionId: string;
    readonly turn: number;
    readonly attempt: number;
    readonly mode: Exclude<AnswerMode, 'text'>;
    readonly mediaType: string;
    readonly deviceId: string;
  },
): Promise<{ readonly recording: Recording; readonly upload: UploadState }> {
  const { services, store } = context;
  const { interview } = await heldInterview(context, interviewId);
  const now = nowOf(services);
  assertAnswering(interview, input.deviceId, now);
  const consents = currentConsents(await store.consents.ofInterview(interviewId));
  const allowed = input.mode === 'video' ? interview.plan.video : interview.plan.voice;
  if (!consents.recording || !allowed) throw new AppError('FORBIDDEN');
  if (!mediaTypes.test(input.mediaType)) {
    throw new AppError('UNSUPPORTED_TYPE', {
      details: { supported: 'audio/webm, audio/mp4, video/webm, video/mp4' },
    });
  }
  assertPlanned(interview.plan, input, context.lang);
  const takes = (await store.recordings.ofInterview(interviewId)).filter(
    (r) => r.questionId === input.questionId && r.turn === input.turn,
  );
  // A repeated request gets the same recording; one that holds segments is gone on with by its id alone, because
  // another device may have begun it.
  for (const take of takes) {
    if (take.state !== 'open' || take.attempt !== input.attempt || take.mediaType !== input.mediaType)
      continue;
    const segments = await store.recordings.segments(take.id);
    if (segments.length === 0) return { recording: take, upload: uploadState([], null) };
  }
  assertTakeLeft(takes, interview.plan.retakes, context.lang);
  const recording: Recording = {
    id: services.ids.next('rec'),
    interviewId,
    questionId: input.questionId,
    turn: input.turn,
    attempt: input.attempt,
    mediaType: input.mediaType,
    state: 'open',
    segmentCount: null,
    objectKey: null,
    bytes: null,
    durationMs: null,
    transcriptState: 'none',
    transcript: null,
    createdAt: now,
    completedAt: null,
    erasedAt: null,
  };
  await store.commit([store.recordings.add(recording)]);
  return { recording, upload: uploadState([], null) };
}

/** Takes are bounded for each question: for made-up questions there would be as many as a stranger likes. */
function assertPlanned(
  { questions, followUps }: InterviewPlan,
  { questionId, turn }: { readonly questionId: string; readonly turn: number },
  lang: 'zh' | 'en',
): void {
  if (turn <= followUps && questions.some((planned) => planned.questionId === questionId)) return;
  throw new AppError('VALIDATION', {
    details: {
      field: 'questionId',
      problem:
        lang === 'zh' ? '这场面试没有这道题，请刷新页面' : 'is not asked in this interview, reload the page',
    },
  });
}

/** Recordings that broke off are not held against the candidate, but bounded. */
const maxTakes = 12;

function assertTakeLeft(takes: readonly Recording[], retakes: number, lang: 'zh' | 'en'): void {
  const ended = takes.filter((take) => take.state !== 'open').length;
  if (ended <= retakes && takes.length < maxTakes) return;
  throw new AppError('VALIDATION', {
    details: {
      field: 'attempt',
      problem:
        lang === 'zh'
          ? '重录次数已用完，请提交已有的录音，或改用文字回答'
          : 'no retake is left: submit what was recorded, or answer in writing',
    },
  });
}

async function ownRecording(
  context: TenantContext,
  interviewId: string,
  recordingId: string,
): Promise<Recording> {
  const recording = await context.store.recordings.get(recordingId);
  if (recording?.interviewId !== interviewId) throw new AppError('NOT_FOUND');
  return recording;
}

/** Stores one segment; it is acknowledged only once content and row are safe. Repeats are fine. */
export async function addSegment(
  context: TenantContext,
  interviewId: string,
  recordingId: string,
  segment: IncomingSegment,
): Promise<UploadState> {
  const { services, store, tenantId } = context;
  const recording = await ownRecording(context, interviewId, recordingId);
  const stored = await store.recordings.segments(recordingId);
  if (placeSegment(stored, recording.segmentCount, segment) === 'new') {
    if (recording.state !== 'open')
      throw new AppError('STATE_CONFLICT', { details: { state: recording.state } });
    const kept = await storeSegment(services.objects(tenantId), recordingId, segment);
    try {
      await store.commit([store.recordings.addSegment({ ...kept, recordingId, storedAt: nowOf(services) })]);
    } catch (error) {
      // Two copies of one upload may race; the row of the other is this one's too.
      const now = await store.recordings.segments(recordingId);
      if (placeSegment(now, recording.segmentCount, segment) !== 'stored') throw error;
    }
  }
  return uploadState(await store.recordings.segments(recordingId), recording.segmentCount);
}

/** How far an upload is. */
export async function uploadOf(
  context: TenantContext,
  interviewId: string,
  recordingId: string,
): Promise<{ readonly recording: Recording; readonly upload: UploadState }> {
  const recording = await ownRecording(context, interviewId, recordingId);
  return {
    recording,
    upload: uploadState(await context.store.recordings.segments(recordingId), recording.segmentCount),
  };
}

/**
 * Ends a recording when every segment is stored, and has it compacted and, where a recogniser is configured, put
 * into words.
 * @throws AppError `RECORDING_INCOMPLETE` with the gaps
 */
export async function completeRecording(
  context: TenantContext,
  interviewId: string,
  recordingId: string,
  input: { readonly segmentCount: number; readonly durationMs: number | null },
): Promise<Recording> {
  const { services, store, tenantId } = context;
  const recording = await ownRecording(context, interviewId, recordingId);
  if (recording.state !== 'open') return recording;
  const stored = await store.recordings.segments(recordingId);
  assertFinished(stored, input.segmentCount);
  const { system } = services;
  const transcribe = services.transcriber !== null;
  await system.commit([
    store.recordings.move(recordingId, 'open', 'complete', {
      segmentCount: input.segmentCount,
      durationMs: input.durationMs,
      bytes: stored.reduce((sum, { bytes }) => sum + bytes, 0),
      completedAt: nowOf(services),
      transcriptState: transcribe ? 'pending' : 'none',
    }),
    system.enqueue(tenantId, 'recording.compact', { recordingId }),
    ...(transcribe ? [system.enqueue(tenantId, 'recording.transcribe', { recordingId })] : []),
  ]);
  return ownRecording(context, interviewId, recordingId);
}
