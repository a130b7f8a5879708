import type { Finding } from './finding.ts';
import { validateDimension, validateQuestionBank, validateReportLayout } from './generated/validators.js';
import { parseJson } from './parse-json.ts';
import { schemaFindings } from './schema-findings.ts';
import type { Dimension } from './schemas/dimension.ts';
import type { QuestionBank } from './schemas/question.ts';
import type { ReportLayout } from './schemas/report-layout.ts';
import type { ValidateFunction } from './validate-function.ts';

/** A template that keeps to its schema, or the findings that say where it does not. */
export type Loaded<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** Checks an unknown value (already parsed, or JSON text) against a template schema. */
export function loadTemplate<T>(validate: ValidateFunction<T>, input: unknown): Loaded<T> {
  const parsed = typeof input === 'string' ? parseJson(input) : { ok: true as const, value: input };
  if (!parsed.ok) return parsed;
  const { value } = parsed;
  if (validate(value)) return { ok: true, value };
  return { ok: false, findings: schemaFindings(validate, value) };
}

/** Reads a dimension file (`templates/dimensions/<CODE>.json`). Its meaning is checked by `check-dimension.ts`. */
export function loadDimension(input: unknown): Loaded<Dimension> {
  return loadTemplate(validateDimension, input);
}

/** Reads a question bank (`templates/questions/<CODE>.json`). Its meaning is checked by `check-question.ts`. */
export function loadQuestionBank(input: unknown): Loaded<QuestionBank> {
  return loadTemplate(validateQuestionBank, input);
}

/** Reads a report layout. */
export function loadReportLayout(input: unknown): Loaded<ReportLayout> {
  return loadTemplate(validateReportLayout, input);
}
