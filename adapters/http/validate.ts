import type { Static, TSchema } from '@sinclair/typebox';
import { Value, type ValueError, ValueErrorType } from '@sinclair/typebox/value';
import type { Locale } from '#core/i18n/locale.ts';
import type { FieldProblem } from './problem.ts';
import { RequestInvalid } from './validation-error.ts';

const words: Partial<
  Record<ValueErrorType, { zh: (e: ValueError) => string; en: (e: ValueError) => string }>
> = {
  [ValueErrorType.ObjectAdditionalProperties]: {
    zh: () => '不认识这个字段，请删除',
    en: () => 'unknown field, remove it',
  },
  [ValueErrorType.ObjectRequiredProperty]: { zh: () => '必填', en: () => 'is required' },
  [ValueErrorType.StringMinLength]: {
    zh: (e) => `至少 ${e.schema.minLength} 个字符`,
    en: (e) => `needs at least ${e.schema.minLength} characters`,
  },
  [ValueErrorType.StringMaxLength]: {
    zh: (e) => `最多 ${e.schema.maxLength} 个字符`,
    en: (e) => `has at most ${e.schema.maxLength} characters`,
  },
  [ValueErrorType.StringPattern]: { zh: () => '格式不正确', en: () => 'has the wrong form' },
  [ValueErrorType.IntegerMinimum]: {
    zh: (e) => `不能小于 ${e.schema.minimum}`,
    en: (e) => `must be at least ${e.schema.minimum}`,
  },
  [ValueErrorType.IntegerMaximum]: {
    zh: (e) => `不能大于 ${e.schema.maximum}`,
    en: (e) => `must be at most ${e.schema.maximum}`,
  },
  [ValueErrorType.NumberMinimum]: {
    zh: (e) => `不能小于 ${e.schema.minimum}`,
    en: (e) => `must be at least ${e.schema.minimum}`,
  },
  [ValueErrorType.NumberMaximum]: {
    zh: (e) => `不能大于 ${e.schema.maximum}`,
    en: (e) => `must be at most ${e.schema.maximum}`,
  },
  [ValueErrorType.Kind]: {
    zh: (e) => (Array.isArray(e.schema.enum) ? `只能是 ${e.schema.enum.join('、')}` : '取值不对'),
    en: (e) =>
      Array.isArray(e.schema.enum) ? `must be one of ${e.schema.enum.join(', ')}` : 'has the wrong value',
  },
  [ValueErrorType.ArrayMinItems]: {
    zh: (e) => `至少 ${e.schema.minItems} 项`,
    en: (e) => `needs at least ${e.schema.minItems} items`,
  },
  [ValueErrorType.ArrayMaxItems]: {
    zh: (e) => `最多 ${e.schema.maxItems} 项`,
    en: (e) => `has at most ${e.schema.maxItems} items`,
  },
};

const problemOf = (error: ValueError, locale: Locale): FieldProblem => {
  const lang = locale === 'zh-CN' ? 'zh' : 'en';
  const field = error.path.slice(1).replaceAll('/', '.') || 'body';
  const problem =
    words[error.type]?.[lang](error) ??
    (lang === 'zh' ? '值的类型或取值不对' : 'has the wrong type or value');
  return { field, problem };
};

/**
 * Checks a value by its schema without compiling it: workerd forbids code generation inside a request, and request
 * bodies are small.
 * @throws RequestInvalid with the first twenty problems.
 */
export function validate<S extends TSchema>(schema: S, value: unknown, locale: Locale): Static<S> {
  if (Value.Check(schema, value)) return value;
  const problems: FieldProblem[] = [];
  const seen = new Set<string>();
  for (const error of Value.Errors(schema, value)) {
    if (seen.has(error.path)) continue;
    seen.add(error.path);
    problems.push(problemOf(error, locale));
    if (problems.length === 20) break;
  }
  throw new RequestInvalid(problems);
}

/** Turns the texts of a query string into the numbers and booleans its schema asks for, then checks them. */
export function validateQuery<S extends TSchema>(
  schema: S,
  query: Record<string, string>,
  locale: Locale,
): Static<S> {
  return validate(schema, Value.Convert(schema, { ...query }), locale);
}
