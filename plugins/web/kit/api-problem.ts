/** One field that the server refused: `field` is a path in the request (`weights.2`), `problem` is in the reader's language. */
export interface FieldProblem {
  readonly field: string;
  readonly problem: string;
}

/** Codes that only the page knows, beside the server's own (`core/errors`). */
export type LocalProblemCode = 'NETWORK' | 'TIMEOUT' | 'UNREADABLE';

/** What the server says in a problem document (RFC 9457), or what the page found out itself. */
export interface ProblemDocument {
  /** A code of `core/errors`, or `NETWORK`, `TIMEOUT`, `UNREADABLE`. */
  readonly code: string;
  /** HTTP status; 0 when no answer came. */
  readonly status: number;
  /** In the reader's language; empty for the local codes, whose words are in the catalogue. */
  readonly title: string;
  readonly remedy: string;
  readonly requestId: string | null;
  readonly errors: readonly FieldProblem[];
}

/** A failed request. The words for the reader are in `problem`; the message is for logs. */
export class ApiProblem extends Error {
  readonly problem: ProblemDocument;

  constructor(problem: ProblemDocument, options: { cause?: unknown } = {}) {
    super(`${problem.code} ${problem.status}`, options);
    this.name = 'ApiProblem';
    this.problem = problem;
  }

  /** The server's words about one field of the request, or null. */
  forField(field: string): string | null {
    return this.problem.errors.find((error) => error.field === field)?.problem ?? null;
  }
}

/** A problem without an answer of the server. */
export function localProblem(code: LocalProblemCode, cause?: unknown): ApiProblem {
  return new ApiProblem({ code, status: 0, title: '', remedy: '', requestId: null, errors: [] }, { cause });
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function fieldProblems(value: unknown): FieldProblem[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((one: unknown) => {
    const entry = one as { field?: unknown; problem?: unknown } | null;
    return typeof entry?.field === 'string' && typeof entry.problem === 'string'
      ? [{ field: entry.field, problem: entry.problem }]
      : [];
  });
}

/** Reads the body of an answer that is not 2xx. A body that is no problem document (a proxy's page) becomes `UNREADABLE`. */
export function problemFromBody(status: number, body: string): ApiProblem {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    parsed = null;
  }
  const document = parsed as Record<string, unknown> | null;
  if (document === null || typeof document !== 'object' || typeof document.code !== 'string') {
    return new ApiProblem({ code: 'UNREADABLE', status, title: '', remedy: '', requestId: null, errors: [] });
  }
  return new ApiProblem({
    code: document.code,
    status,
    title: text(document.title) || text(document.detail),
    remedy: text(document.remedy),
    requestId: text(document.requestId) || null,
    errors: fieldProblems(document.errors),
  });
}
