import type { UploadView } from '#adapters/http/schemas/interview.ts';
import type { CandidateClient } from '../../candidate-kit/client.ts';
import type { QuestionStep } from '../question-step.ts';
import { bitRates, recordingType, segmentMs } from './recording-type.ts';
import type { KeptTake, TakeStore } from './take-store.ts';
import { Upload, type UploadState } from './upload.ts';

/** What a take needs to know about where it belongs. */
export interface TakePlace {
  readonly client: CandidateClient;
  readonly store: TakeStore;
  readonly step: QuestionStep;
  /** Name of this place on this device. */
  readonly place: string;
  readonly mode: 'voice' | 'video';
  /** Takes that ended before. */
  readonly attempt: number;
  readonly onState: (state: UploadState) => void;
}

/** A take that is being recorded or was brought in. */
export interface RunningTake {
  readonly id: string;
  readonly upload: Upload;
  /** Ends it; resolves when the last segment lies in the store. */
  readonly stop: () => Promise<void>;
  /** The recorder has ended, by `stop` or because the device took the microphone away. */
  readonly ended: Promise<void>;
}

async function openOnServer(at: TakePlace, mediaType: string): Promise<KeptTake> {
  const { step, mode, attempt } = at;
  const opened = await at.client.request<UploadView>('/interview/recordings', {
    method: 'POST',
    body: { questionId: step.questionId, turn: step.turn, attempt, mode, mediaType },
  });
  const take = {
    id: opened.recordingId,
    place: at.place,
    mode,
    mediaType,
    segmentCount: null,
    durationMs: null,
  };
  await at.store.putTake(take);
  return take;
}

const uploadOf = (at: TakePlace, id: string, recorded: number): Upload =>
  new Upload({ client: at.client, store: at.store, recordingId: id, recorded, onState: at.onState });

/** Records the stream; each segment is kept on the device first and then sent. */
export async function recordTake(at: TakePlace, stream: MediaStream): Promise<RunningTake> {
  const type = recordingType(at.mode);
  const recorder = new MediaRecorder(stream, { ...bitRates[at.mode], ...(type ? { mimeType: type } : {}) });
  const usual = at.mode === 'video' ? 'video/mp4' : 'audio/mp4';
  const take = await openOnServer(at, recorder.mimeType || type || usual);
  const upload = uploadOf(at, take.id, 0);
  let position = 0;
  let keeping: Promise<void> = Promise.resolve();
  const since = Date.now();
  recorder.ondataavailable = ({ data }) => {
    if (data.size === 0) return;
    keeping = keeping.then(async () => {
      await at.store.putSegment(take.id, position, data);
      position += 1;
      upload.add();
    });
  };
  const ended = new Promise<void>((resolve, reject) => {
    recorder.onstop = () => {
      const durationMs = Date.now() - since;
      keeping
        .then(async () => {
          await at.store.putTake({ ...take, segmentCount: position, durationMs });
          upload.end(position, durationMs);
        })
        .then(resolve, reject);
    };
  });
  recorder.start(segmentMs);
  return {
    id: take.id,
    upload,
    ended,
    stop: () => {
      if (recorder.state !== 'inactive') recorder.stop();
      return ended;
    },
  };
}

/** Bytes of each piece of a file from the phone's own recorder. */
const pieceBytes = 1024 * 1024;

/** Takes a file that the phone's own recorder made, where the page itself may not record. */
export async function bringFile(at: TakePlace, file: File): Promise<RunningTake> {
  const usual = at.mode === 'video' ? 'video/mp4' : 'audio/mp4';
  const take = await openOnServer(at, (file.type || usual).replace(/\s/g, ''));
  const pieces = Math.max(1, Math.ceil(file.size / pieceBytes));
  const upload = uploadOf(at, take.id, 0);
  for (let position = 0; position < pieces; position += 1) {
    const piece = file.slice(position * pieceBytes, (position + 1) * pieceBytes);
    await at.store.putSegment(take.id, position, piece);
    upload.add();
  }
  await at.store.putTake({ ...take, segmentCount: pieces });
  upload.end(pieces, null);
  return { id: take.id, upload, ended: Promise.resolve(), stop: async () => undefined };
}

/** Goes on with a take of this device that was not sent completely; null when nothing of it was kept. */
export async function resumeTake(at: TakePlace, take: KeptTake): Promise<RunningTake | null> {
  const kept = await at.store.segmentCount(take.id);
  if (kept === 0) {
    await at.store.drop(take.id);
    return null;
  }
  const count = take.segmentCount ?? kept;
  const upload = uploadOf(at, take.id, kept);
  upload.end(count, take.durationMs ?? count * segmentMs);
  return { id: take.id, upload, ended: Promise.resolve(), stop: async () => undefined };
}

/** The take as one file, to be played on this device; null when it was recorded on another one. */
export async function takeFile(store: TakeStore, take: KeptTake): Promise<Blob | null> {
  const count = await store.segmentCount(take.id);
  const parts: Blob[] = [];
  for (let position = 0; position < count; position += 1) {
    const part = await store.segment(take.id, position);
    if (!part) break;
    parts.push(part);
  }
  return parts.length === 0 ? null : new Blob(parts, { type: take.mediaType.split(';')[0] ?? '' });
}
