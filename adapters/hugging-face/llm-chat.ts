import { type Fetch, httpFetch } from '#adapters/shared/http-fetch.ts';
import { redactedCause, redactor } from '#adapters/shared/redaction.ts';
import { AppError } from '#core/errors/app-error.ts';
import type { ChatMessage } from './llm-prompt.ts';
import { isRecord } from './recognised-speech.ts';
import { asGlobalFetch } from './sdk-fetch.ts';

/** Where a language model is and how to speak to it. */
export interface ChatSettings {
  /** An OpenAI-compatible server or a Hugging Face endpoint; null asks Hugging Face's router to choose a provider. */
  readonly url: string | null;
  /** Empty for servers that ask for none. */
  readonly key: string;
  readonly model: string;
  /** Plain or guarded; time limit, retries and answer limit are added here. */
  readonly fetch: Fetch;
  /** For one attempt; one minute unless told. */
  readonly timeoutMs?: number;
  /** Given in tests. */
  readonly wait?: (ms: number) => Promise<void>;
}

/** One question to the model. */
export interface ChatQuestion {
  readonly messages: readonly ChatMessage[];
  readonly schema: { readonly [key: string]: unknown };
  readonly seed: number;
  readonly signal: AbortSignal;
}

/** What came back: null where the model refused, was cut off or wrote nothing. */
export interface ChatAnswer {
  readonly content: string | null;
  /** Used tokens as the server counts them, or an estimate. */
  readonly tokens: number;
}

/** Samples of the same model should differ a little, and no more (assessment §2.8). */
export const temperature = 0.2;
const maxAnswerTokens = 1200;
const maxAnswerBytes = 512 * 1024;

/** Our error for anything that keeps a model from answering. */
export const modelUnavailable = (reason: string, cause?: Error): AppError =>
  new AppError('MODEL_UNAVAILABLE', { details: { reason }, ...(cause === undefined ? {} : { cause }) });

/** Ways to ask for JSON, best first; servers that lack one say so by status 400 or 422. */
const formats = ['json_schema', 'json_object', 'text'] as const;

function responseFormat(format: (typeof formats)[number], schema: ChatQuestion['schema']) {
  if (format === 'text') return {};
  if (format === 'json_object') return { response_format: { type: format } as const };
  return {
    response_format: { type: format, json_schema: { name: 'judgement', schema, strict: true } } as const,
  };
}

/** Reads a completion as documented: https://platform.openai.com/docs/api-reference/chat/object (read 2026-11-23). */
function readCompletion(completion: unknown, messages: readonly ChatMessage[]): ChatAnswer {
  const choices: readonly unknown[] =
    isRecord(completion) && Array.isArray(completion.choices) ? completion.choices : [];
  const [choice] = choices;
  if (!isRecord(completion) || !isRecord(choice) || !isRecord(choice.message))
    throw modelUnavailable('wrong answer');
  const { content, refusal } = choice.message;
  const whole =
    choice.finish_reason === 'stop' || choice.finish_reason === undefined || choice.finish_reason === null;
  const text = typeof content === 'string' && content.trim() !== '' && !refusal && whole ? content : null;
  const counted = isRecord(completion.usage) ? completion.usage.total_tokens : undefined;
  const estimate = messages.reduce(
    (sum, message) => sum + message.content.length,
    text?.length ?? maxAnswerTokens,
  );
  return { content: text, tokens: typeof counted === 'number' && counted > 0 ? counted : estimate };
}

/** Asks a model one question. */
export type Chat = (question: ChatQuestion) => Promise<ChatAnswer>;

/**
 * Chat completions through the official client, at an OpenAI-compatible URL or by Hugging Face's routing.
 * Docs read 2026-11-23: https://huggingface.co/docs/inference-providers/tasks/chat-completion
 *
 * The returned function throws AppError `MODEL_UNAVAILABLE` (details: reason).
 */
export function hubChat(settings: ChatSettings): Chat {
  const { url, key, model, timeoutMs = 60_000, wait } = settings;
  const send = httpFetch({
    fetch: settings.fetch,
    timeoutMs,
    attempts: 2,
    repeatWrites: true,
    maxAnswerBytes,
    secrets: [key],
    ...(wait === undefined ? {} : { wait }),
  });
  let format = 0;

  return async ({ messages, schema, seed, signal }) => {
    // Loaded with the first judgement, like the recogniser's.
    const sdk = await import('@huggingface/inference');
    const place = url === null ? { provider: 'auto' as const } : { endpointUrl: url };
    for (;;) {
      const tried = format;
      const asked = responseFormat(formats[tried] ?? 'text', schema);
      const shape = { max_tokens: maxAnswerTokens, temperature, seed, stream: false, ...asked };
      try {
        const completion: unknown = await sdk.chatCompletion(
          {
            ...place,
            model,
            messages: messages.map((message) => ({ ...message })),
            ...shape,
            ...(key === '' ? {} : { accessToken: key }),
          },
          { fetch: asGlobalFetch(send), retry_on_error: false, signal },
        );
        return readCompletion(completion, messages);
      } catch (error) {
        if (!(error instanceof sdk.InferenceClientProviderApiError)) throw chatError(error, key);
        const { status, body } = error.httpResponse;
        const lacksFormat =
          (status === 400 || status === 422) && JSON.stringify(body ?? '').includes('response_format');
        if (!lacksFormat || tried >= formats.length - 1) throw modelUnavailable(`status ${status}`);
        format = Math.max(format, tried + 1);
      }
    }
  };
}

/** Any other failure of a call, without secrets. */
function chatError(error: unknown, key: string): AppError {
  if (!(error instanceof AppError))
    return modelUnavailable('wrong answer', redactedCause(error, redactor([key])));
  if (error.code !== 'UPSTREAM_UNAVAILABLE')
    return error.code === 'MODEL_UNAVAILABLE' ? error : modelUnavailable('address', error);
  const reason = String(error.details.reason ?? 'connection');
  return modelUnavailable(reason === 'aborted' ? 'timeout' : reason, error);
}
