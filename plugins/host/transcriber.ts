import { huggingFaceTranscriber } from '#adapters/hugging-face/hugging-face-transcriber.ts';
import { openAiTranscriber } from '#adapters/hugging-face/openai-transcriber.ts';
import { guardedFetch } from '#adapters/shared/guarded-fetch.ts';
import type { Transcriber } from '#core/ports/transcriber.ts';
import type { Config } from './config.ts';

/**
 * The recogniser that is configured, or null: pages then say so before recording. Its host was named by the operator in the
 * settings, so it may lie in a private network and speak plain http.
 */
export function configuredTranscriber({ transcriber }: Pick<Config, 'transcriber'>): Transcriber | null {
  if (transcriber === null) return null;
  const { kind, url, key, model } = transcriber;
  const settings = { url, key, model, fetch: guardedFetch([new URL(url).host, new URL(url).hostname]) };
  return kind === 'huggingface' ? huggingFaceTranscriber(settings) : openAiTranscriber(settings);
}
