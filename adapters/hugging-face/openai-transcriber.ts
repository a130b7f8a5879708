import { httpFetch } from '#adapters/shared/http-fetch.ts';
import type { Transcriber, TranscriptionRequest } from '#core/ports/transcriber.ts';
import {
  defaultTimeoutMs,
  isRecord,
  type RecogniserSettings,
  type SpeechFile,
  segmentFrom,
  speechFile,
  statusError,
  transcriberError,
  transcriptFrom,
  unavailable,
} from './recognised-speech.ts';

type AnswerFormat = 'verbose_json' | 'json';

/** The address of the call, whether the operator typed all of it or only up to `/v1`. */
export function transcriptionsUrl(url: string): string {
  const trimmed = url.replace(/\/+$/, '');
  return trimmed.endsWith('/audio/transcriptions') ? trimmed : `${trimmed}/audio/transcriptions`;
}

function formOf(
  file: SpeechFile,
  model: string,
  request: TranscriptionRequest,
  format: AnswerFormat,
): FormData {
  const form = new FormData();
  form.append('file', file.blob, file.name);
  form.append('model', model);
  form.append('response_format', format);
  if (request.language !== undefined) form.append('language', request.language);
  return form;
}

/**
 * Mean probability of the recognised tokens: `exp` of the segments' `avg_logprob`, weighted by their length. Null when the server
 * reports none.
 */
function confidenceOf(segments: readonly unknown[]): number | null {
  let sum = 0;
  let weight = 0;
  for (const segment of segments) {
    if (!isRecord(segment) || typeof segment.avg_logprob !== 'number') return null;
    const length = Math.max(0.01, Number(segment.end) - Number(segment.start));
    sum += segment.avg_logprob * length;
    weight += length;
  }
  const probability = Math.exp(sum / weight);
  return Number.isFinite(probability) ? Math.min(1, probability) : null;
}

/** Whether a server refused the request because its model has no `verbose_json`. */
async function wantsPlainJson(response: Response): Promise<boolean> {
  if (response.status !== 400 && response.status !== 422) return false;
  return (await response.clone().text()).includes('response_format');
}

/**
 * Speech recognition by a server with OpenAI's interface (OpenAI, 通义, SiliconFlow, faster-whisper-server, vLLM, LocalAI):
 * `POST <url>/audio/transcriptions`, multipart. Asks for times, and goes without them where the model has none.
 * Docs read 2026-11-23: https://platform.openai.com/docs/api-reference/audio/createTranscription
 */
export function openAiTranscriber(settings: RecogniserSettings): Transcriber {
  const { key, model, timeoutMs = defaultTimeoutMs, wait } = settings;
  const url = transcriptionsUrl(settings.url);
  const send = httpFetch({
    fetch: settings.fetch,
    timeoutMs,
    repeatWrites: true,
    secrets: [key],
    ...(wait === undefined ? {} : { wait }),
  });
  const headers: Record<string, string> = key === '' ? {} : { authorization: `Bearer ${key}` };
  let format: AnswerFormat = 'verbose_json';

  const post = (file: SpeechFile, request: TranscriptionRequest): Promise<Response> =>
    send(url, { method: 'POST', headers, body: formOf(file, model, request, format) });

  return {
    version: `openai:${model}`,
    async transcribe(request) {
      const file = await speechFile(request, settings.maxAudioBytes);
      try {
        let response = await post(file, request);
        if (format === 'verbose_json' && (await wantsPlainJson(response))) {
          format = 'json';
          response = await post(file, request);
        }
        if (!response.ok) throw statusError(response.status);
        const answer: unknown = await response.json();
        if (!isRecord(answer)) throw unavailable('wrong answer');
        const segments = Array.isArray(answer.segments) ? answer.segments : [];
        const timed = segments.map((s: unknown) =>
          isRecord(s) ? segmentFrom(s.start, s.end, s.text) : null,
        );
        return transcriptFrom(answer, request, confidenceOf(segments), timed);
      } catch (error) {
        throw transcriberError(error, key);
      }
    },
  };
}
