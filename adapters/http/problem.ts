import { AppError } from '#core/errors/app-error.ts';
import { type ErrorCode, errorCodes } from '#core/errors/error-codes.ts';
import { stateWords } from '#core/errors/state-words.ts';
import type { Locale } from '#core/i18n/locale.ts';
import type { TwoLanguages } from '#core/ports/two-languages.ts';

/** One field that needs correcting. */
export interface FieldProblem {
  readonly field: string;
  readonly problem: string;
}

/** An RFC 9457 problem document in the reader's language. */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: ErrorCode;
  readonly remedy: string;
  readonly requestId: string;
  readonly errors?: readonly FieldProblem[];
}

const fill = (text: string, details: Readonly<Record<string, unknown>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = details[name];
    return value === undefined || value === null
      ? whole
      : Array.isArray(value)
        ? value.join(', ')
        : String(value);
  });

/** The field that a rule of the product refused: `name` as the request has it, where `field` is in the reader's words. */
function fieldOf({ code, details }: AppError): readonly FieldProblem[] {
  const field = details.name ?? details.field;
  if (code !== 'VALIDATION' || typeof field !== 'string' || typeof details.problem !== 'string') return [];
  return [{ field, problem: details.problem }];
}

/** What fills the words: a state by its name in the reader's language, a problem told in both by the one that is read. */
function detailsFor(
  { details }: AppError,
  lang: 'zh' | 'en',
  requestId: string,
): Readonly<Record<string, unknown>> {
  const told = Object.entries(details).map(([name, value]) => [
    name,
    name === 'state' ? stateWords[String(value)]?.[lang] : isTwoLanguages(value) ? value[lang] : value,
  ]);
  return { ...Object.fromEntries(told), requestId };
}

const isTwoLanguages = (value: unknown): value is TwoLanguages =>
  typeof value === 'object' && value !== null && 'zh' in value && 'en' in value;

/** Turns any thrown thing into a problem document; what is not an `AppError` becomes `INTERNAL` and tells nothing. */
export function problemOf(
  error: unknown,
  locale: Locale,
  requestId: string,
  errors: readonly FieldProblem[] = [],
): ProblemDocument {
  const app = error instanceof AppError ? error : new AppError('INTERNAL', { cause: error });
  const lang = locale === 'zh-CN' ? 'zh' : 'en';
  const words = errorCodes[app.code];
  const details = detailsFor(app, lang, requestId);
  const fields = errors.length > 0 ? errors : fieldOf(app);
  const remedy = fill(words.remedy[lang], details)
    .replace(/[「“]\{\w+\}[」”][:：]?\s*|[:：]?\s*\{\w+\}/g, '')
    .trim();
  return {
    type: `/problems/${app.code}`,
    title: words.title[lang],
    status: words.status,
    detail: fill(words.title[lang], details),
    code: app.code,
    remedy,
    requestId,
    ...(fields.length > 0 ? { errors: fields } : {}),
  };
}

/** Answers with a problem document. */
export const problemResponse = (problem: ProblemDocument, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      ...headers,
    },
  });
