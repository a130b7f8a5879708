import type { Fetch } from '#adapters/shared/http-fetch.ts';
import { redactedCause, redactor } from '#adapters/shared/redaction.ts';
import { AppError } from '#core/errors/app-error.ts';
import type { ByteStream } from '#core/ports/object-store.ts';
import type { Transcript, TranscriptionRequest, TranscriptSegment } from '#core/ports/transcriber.ts';

/** Where a speech recogniser is and how to speak to it. */
export interface RecogniserSettings {
  readonly url: string;
  /** Empty for servers that ask for none. */
  readonly key: string;
  readonly model: string;
  /** Plain or guarded; time limit, retries and answer limit are added here. */
  readonly fetch: Fetch;
  /** For one attempt; two minutes unless told. */
  readonly timeoutMs?: number;
  /** 25 MiB unless told, as OpenAI's own service has it. */
  readonly maxAudioBytes?: number;
  /** Given in tests. */
  readonly wait?: (ms: number) => Promise<void>;
}

export const defaultTimeoutMs = 120_000;
const defaultAudioLimit = 25 * 1024 * 1024;

/** File name endings by container: servers choose their decoder by them. */
const endings: Readonly<Record<string, string>> = {
  webm: 'webm',
  'x-matroska': 'webm',
  mp4: 'mp4',
  'x-m4a': 'm4a',
  m4a: 'm4a',
  aac: 'aac',
  ogg: 'ogg',
  mpeg: 'mp3',
  mp3: 'mp3',
  wav: 'wav',
  'x-wav': 'wav',
  wave: 'wav',
  flac: 'flac',
};

/** A recording ready to be sent: labelled as sound, because servers refuse video labels although they can read the containers. */
export interface SpeechFile {
  readonly blob: Blob;
  readonly name: string;
}

/**
 * Collects a recording for sending.
 * @throws AppError `TOO_LARGE`, `TRANSCRIBER_REFUSED` for a container that no recogniser reads
 */
export async function speechFile(
  request: TranscriptionRequest,
  limit = defaultAudioLimit,
): Promise<SpeechFile> {
  const container = /^(?:audio|video)\/([a-z0-9-]+)/i.exec(request.mimeType.trim())?.[1]?.toLowerCase() ?? '';
  const ending = endings[container];
  if (ending === undefined) throw refused('audio type');
  if (request.size > limit) throw new AppError('TOO_LARGE', { details: { limit } });
  const pieces = await piecesOf(request.audio, limit);
  const type = `audio/${container === 'x-matroska' ? 'webm' : container}`;
  return { blob: new Blob(pieces, { type }), name: `answer.${ending}` };
}

async function piecesOf(audio: ByteStream, limit: number): Promise<Uint8Array<ArrayBuffer>[]> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for await (const piece of audio) {
    size += piece.length;
    if (size > limit) throw new AppError('TOO_LARGE', { details: { limit } });
    pieces.push(Uint8Array.from(piece));
  }
  return pieces;
}

/** An operator must act: wrong key, model, address or audio. */
export const refused = (problem: string, cause?: Error): AppError =>
  new AppError('TRANSCRIBER_REFUSED', { details: { problem }, ...(cause === undefined ? {} : { cause }) });

/** It may go well another time. */
export const unavailable = (reason: string, cause?: Error): AppError =>
  new AppError('TRANSCRIBER_UNAVAILABLE', { details: { reason }, ...(cause === undefined ? {} : { cause }) });

/** Our error for an answer with a status other than 2xx. */
export function statusError(status: number): AppError {
  const passing = status === 408 || status === 425 || status === 429 || status >= 500;
  return passing ? unavailable(`status ${status}`) : refused(`status ${status}`);
}

/** Any failure of a call as one of the port's errors, without secrets. */
export function transcriberError(error: unknown, key: string): AppError {
  if (!(error instanceof AppError)) return unavailable('wrong answer', redactedCause(error, redactor([key])));
  if (error.code !== 'UPSTREAM_UNAVAILABLE') return error;
  return unavailable(String(error.details.reason ?? 'connection'), error);
}

const languageNames: Readonly<Record<string, string>> = {
  chinese: 'zh',
  mandarin: 'zh',
  english: 'en',
  cantonese: 'yue',
};

/** `chinese`, `zh-CN`, `EN` → BCP 47 primary tag; null for what is no language. */
export function languageTag(name: unknown): string | null {
  if (typeof name !== 'string') return null;
  const plain = name.trim().toLowerCase();
  return languageNames[plain] ?? /^([a-z]{2,3})(?:[-_][a-z0-9]+)*$/.exec(plain)?.[1] ?? null;
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isTime = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0;

/** A piece of speech with its times, or null when the server's piece has none that can be used. */
export function segmentFrom(start: unknown, end: unknown, text: unknown): TranscriptSegment | null {
  if (!isTime(start) || !isTime(end) || end < start || typeof text !== 'string') return null;
  return { start, end, text: text.trim() };
}

/**
 * The transcript of a server's answer.
 * @throws AppError `TRANSCRIBER_UNAVAILABLE` when there is no text in it
 */
export function transcriptFrom(
  answer: unknown,
  request: TranscriptionRequest,
  confidence: number | null,
  segments: readonly (TranscriptSegment | null)[],
): Transcript {
  if (!isRecord(answer) || typeof answer.text !== 'string') throw unavailable('wrong answer');
  const timed = segments.filter((segment) => segment !== null);
  return {
    text: answer.text.trim(),
    language: languageTag(answer.language) ?? request.language ?? null,
    confidence,
    // Half a list of times would send a reader to the wrong moment.
    ...(timed.length > 0 && timed.length === segments.length ? { segments: timed } : {}),
  };
}
