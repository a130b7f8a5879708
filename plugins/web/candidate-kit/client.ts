import { ApiProblem, localProblem, problemFromBody } from '../kit/api-problem.ts';

/** What one request carries beside its address. */
export interface ClientRequest {
  readonly method?: 'GET' | 'POST' | 'PUT';
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as it is, with these headers. */
  readonly bytes?: { readonly content: BufferSource; readonly headers: Readonly<Record<string, string>> };
  readonly signal?: AbortSignal;
  /** Milliseconds; 20 s unless told. */
  readonly timeout?: number;
}

/** The requests of a candidate's page: the link's token stands in a header, never in an address. */
export interface CandidateClient {
  /** @throws ApiProblem only, or an `AbortError` when the signal fired. */
  request<Answer>(path: string, request?: ClientRequest): Promise<Answer>;
}

/** The token of the link, from `/i/<token>` or `/me/<token>`. */
export const tokenOf = (pathname: string): string => pathname.split('/')[2] ?? '';

/** A client for the API below `/api/v1`. */
export function candidateClient(settings: {
  readonly token: string;
  readonly device: string;
  readonly language: () => string;
}): CandidateClient {
  return {
    async request<Answer>(path: string, request: ClientRequest = {}): Promise<Answer> {
      const { method = 'GET', body, bytes, signal, timeout = 20_000 } = request;
      const own = new AbortController();
      let late = false;
      const timer = setTimeout(() => {
        late = true;
        own.abort();
      }, timeout);
      const stop = () => own.abort();
      signal?.addEventListener('abort', stop);
      const content = bytes?.content ?? (body === undefined ? undefined : JSON.stringify(body));
      try {
        const answer = await fetch(`/api/v1${path}`, {
          method,
          headers: {
            Accept: 'application/json, application/problem+json',
            'Accept-Language': settings.language(),
            Authorization: `Bearer ${settings.token}`,
            'X-Jinji-Device': settings.device,
            'X-Jinji-Request': '1',
            ...(bytes ? bytes.headers : body === undefined ? {} : { 'Content-Type': 'application/json' }),
          },
          credentials: 'omit',
          cache: 'no-store',
          signal: own.signal,
          ...(content === undefined ? {} : { body: content }),
        });
        const text = await answer.text();
        if (!answer.ok) throw problemFromBody(answer.status, text);
        return parsed(text) as Answer;
      } catch (error) {
        if (error instanceof ApiProblem) throw error;
        if (signal?.aborted) throw new DOMException('Aborted', 'AbortError');
        throw localProblem(late ? 'TIMEOUT' : 'NETWORK', error);
      } finally {
        clearTimeout(timer);
        signal?.removeEventListener('abort', stop);
      }
    },
  };
}

function parsed(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw localProblem('UNREADABLE', cause);
  }
}

/** Anything thrown as a problem: what is none becomes `UNREADABLE`. */
export const asProblem = (error: unknown): ApiProblem =>
  error instanceof ApiProblem ? error : localProblem('UNREADABLE', error);

/** Whether the same request may succeed a moment later. */
export const worthRepeating = ({ problem }: ApiProblem): boolean =>
  problem.status === 0 || problem.status === 429 || problem.status >= 502 || problem.status === 500;
