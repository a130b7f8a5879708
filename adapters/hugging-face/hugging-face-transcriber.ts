import { httpFetch } from '#adapters/shared/http-fetch.ts';
import type { Transcriber } from '#core/ports/transcriber.ts';
import {
  defaultTimeoutMs,
  isRecord,
  type RecogniserSettings,
  segmentFrom,
  speechFile,
  statusError,
  transcriberError,
  transcriptFrom,
} from './recognised-speech.ts';
import { asGlobalFetch } from './sdk-fetch.ts';

/**
 * Speech recognition by a Hugging Face inference endpoint, through the official client. `url` is always given to it, so it never
 * asks the Hub which server to use. Sends the sound as raw bytes; the endpoint's own defaults decide about times and language.
 * Docs read 2026-11-23: https://huggingface.co/docs/inference-providers/tasks/automatic-speech-recognition
 */
export function huggingFaceTranscriber(settings: RecogniserSettings): Transcriber {
  const { url, key, model, timeoutMs = defaultTimeoutMs, wait } = settings;
  const send = httpFetch({
    fetch: settings.fetch,
    timeoutMs,
    repeatWrites: true,
    secrets: [key],
    ...(wait === undefined ? {} : { wait }),
  });
  return {
    version: `huggingface:${model}`,
    async transcribe(request) {
      const { blob } = await speechFile(request, settings.maxAudioBytes);
      // Loaded with the first recording: a quarter of all modules of a start would be this client's.
      const sdk = await import('@huggingface/inference');
      try {
        const answer: unknown = await sdk.automaticSpeechRecognition(
          { endpointUrl: url, model, data: blob, ...(key === '' ? {} : { accessToken: key }) },
          { fetch: asGlobalFetch(send), retry_on_error: false },
        );
        const chunks: readonly unknown[] =
          isRecord(answer) && Array.isArray(answer.chunks) ? answer.chunks : [];
        const timed = chunks.map((chunk) => {
          const [start, end] = isRecord(chunk) && Array.isArray(chunk.timestamp) ? chunk.timestamp : [];
          return isRecord(chunk) ? segmentFrom(start, end, chunk.text) : null;
        });
        return transcriptFrom(answer, request, null, timed);
      } catch (error) {
        if (error instanceof sdk.InferenceClientProviderApiError)
          throw statusError(error.httpResponse.status);
        throw transcriberError(error, key);
      }
    },
  };
}
