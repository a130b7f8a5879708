import { AppError } from '#core/errors/app-error.ts';
import type { HeldToken } from '#core/ports/platform.ts';
import type { CallPace } from './call-pace.ts';
import { type Fetch, httpFetch } from './http-fetch.ts';

/** What an adapter makes of an answer. */
export type Verdict =
  | { readonly kind: 'ok' }
  /** The token was refused: ask again with a fresh one, once. */
  | { readonly kind: 'token'; readonly error: AppError }
  /** Not done, because of load or a limit: ask again after so many seconds. */
  | { readonly kind: 'busy'; readonly seconds: number | null; readonly platformCode: string }
  | { readonly kind: 'error'; readonly error: AppError };

export interface PlatformAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface PlatformCallOptions {
  readonly platform: string;
  readonly fetch: Fetch;
  readonly timeoutMs?: number;
  readonly pause?: (ms: number) => Promise<void>;
  /** Keeps each API under its limit; without it only refusals slow calls down. */
  readonly pace?: CallPace;
}

/** A request to send as it is; where an official SDK builds requests, it is given the sender instead. */
interface PlainRequest {
  readonly url: string;
  readonly init: RequestInit;
}

/** One call: how it looks with a token, and whether repeating it after a broken connection is harmless. */
export interface PlatformCall {
  /** The API as the platform's limits count it; calls without one are not paced. */
  readonly api?: string;
  readonly request: (token: string, send: Fetch) => PlainRequest | Promise<Response>;
  readonly repeatable: boolean;
  readonly verdictOf: (answer: PlatformAnswer) => Verdict;
  readonly token: {
    get(): Promise<HeldToken>;
    refuse(token: HeldToken): Promise<void>;
  } | null;
}

const attempts = 4;
const longestPauseSeconds = 20;
const noToken: HeldToken = { value: '', revision: 0 };

/** Whatever the answer holds, as an object; the platforms never answer with anything else. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The refusal of an answer that does not have the documented shape. */
export const unexpected = (platform: string, platformCode: string): AppError =>
  new AppError('PLATFORM_UNEXPECTED', { details: { platform, platformCode } });

/**
 * Calls a platform: time limit, a fresh token once after a refusal, few patient repetitions when it is busy, and no
 * address, token or body in any error.
 */
export function platformCaller(options: PlatformCallOptions) {
  const { platform } = options;
  const pause = options.pause ?? ((ms: number) => new Promise<void>((done) => setTimeout(done, ms)));
  const send = httpFetch({ fetch: options.fetch, timeoutMs: options.timeoutMs ?? 10_000, attempts: 1 });

  async function ask(
    call: PlatformCall,
    token: HeldToken,
  ): Promise<{ answer: PlatformAnswer; verdict: Verdict }> {
    const made = call.request(token.value, send);
    const response = await ('url' in made && 'init' in made ? send(made.url, made.init) : made);
    const { status, headers } = response;
    const body: unknown = await response.json().catch(() => null);
    const answer = { status, headers, body: isRecord(body) ? body : {} };
    if (status >= 500)
      return { answer, verdict: { kind: 'busy', seconds: null, platformCode: `HTTP ${status}` } };
    if (!isRecord(body))
      return { answer, verdict: { kind: 'error', error: unexpected(platform, 'no_json') } };
    return { answer, verdict: call.verdictOf(answer) };
  }

  return async function callPlatform(call: PlatformCall): Promise<PlatformAnswer['body']> {
    let refused = false;
    for (let attempt = 1; ; attempt += 1) {
      if (call.api !== undefined) await options.pace?.wait(call.api);
      const token = (await call.token?.get()) ?? noToken;
      const outcome = await ask(call, token).catch((error: unknown) => {
        const lost = error instanceof AppError && error.code === 'UPSTREAM_UNAVAILABLE' && call.repeatable;
        if (!lost || attempt >= attempts) throw error;
        return null;
      });
      if (outcome === null) {
        await pause(waitMs(attempt, null));
        continue;
      }
      const { verdict, answer } = outcome;
      if (verdict.kind === 'ok') return answer.body;
      if (verdict.kind === 'error') throw verdict.error;
      if (verdict.kind === 'token') {
        if (refused || call.token === null) throw verdict.error;
        refused = true;
        await call.token.refuse(token);
        continue;
      }
      const seconds = verdict.seconds ?? 0;
      if (
        attempt >= attempts ||
        seconds > longestPauseSeconds ||
        (answer.status >= 500 && !call.repeatable)
      ) {
        const details = { platform, platformCode: verdict.platformCode, seconds: Math.max(1, seconds) };
        throw new AppError('PLATFORM_BUSY', { details });
      }
      if (call.api !== undefined && options.pace && verdict.seconds !== null) {
        options.pace.hold(call.api, seconds * 1000);
      } else await pause(waitMs(attempt, verdict.seconds));
    }
  };
}

/** What the platform asks for, else 0.5 s, 1 s, 2 s. */
const waitMs = (attempt: number, seconds: number | null): number =>
  seconds === null ? 500 * 2 ** (attempt - 1) : seconds * 1000;
