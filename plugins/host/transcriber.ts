import { huggingFaceTranscriber } from '#adapters/hugging-face/hugging-face-transcriber.ts';
import { openAiTranscriber } from '#adapters/hugging-face/openai-transcriber.ts';
import type { Fetch } from '#adapters/shared/http-fetch.ts';
import type { Transcriber } from '#core/ports/transcriber.ts';
import type { CommonConfig } from './config.ts';

/**
 * The recogniser that is configured, or null: pages then say so before recording. Its host was named by the operator in the
 * settings, so it may lie in a private network and speak plain http.
 * @param fetchFor gives a `fetch` that may call these hosts
 * @param timeoutMs for one try; as long as a long recording needs unless told
 */
export function configuredTranscriber(
  { transcriber }: Pick<CommonConfig, 'transcriber'>,
  fetchFor: (allowed: readonly string[]) => Fetch,
  timeoutMs?: number,
): Transcriber | null {
  if (transcriber === null) return null;
  const { kind, url, key, model } = transcriber;
  const fetch = fetchFor([new URL(url).host, new URL(url).hostname]);
  const settings = { url, key, model, fetch, ...(timeoutMs === undefined ? {} : { timeoutMs }) };
  return kind === 'huggingface' ? huggingFaceTranscriber(settings) : openAiTranscriber(settings);
}
