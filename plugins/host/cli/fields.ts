import { bothLanguages, type Words } from './command.ts';

/** A field of an input line that cannot be used; the message names it and says what is expected. */
export class FieldError extends Error {
  readonly field: string;

  constructor(field: string, expected: Words) {
    super(bothLanguages({ zh: `「${field}」${expected.zh}`, en: `“${field}” ${expected.en}` }));
    this.name = 'FieldError';
    this.field = field;
  }
}

export type Fields = Readonly<Record<string, unknown>>;

/** @throws FieldError when it is not a JSON object */
export function fieldsOf(value: unknown, field: string): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
  throw new FieldError(field, { zh: '应为一个 JSON 对象', en: 'must be a JSON object' });
}

/** @throws FieldError when it is not a string, or blank where `blank` is not allowed */
export function textOf(value: unknown, field: string, options: { readonly blank?: boolean } = {}): string {
  if (typeof value === 'string' && (options.blank || value.trim() !== '')) return value;
  throw new FieldError(field, {
    zh: options.blank ? '应为字符串' : '应为非空字符串',
    en: options.blank ? 'must be a string' : 'must be a string that is not blank',
  });
}

/** A list of things read by `read`; nothing and null are an empty list. */
export function listOf<T>(
  value: unknown,
  field: string,
  read: (item: unknown, field: string) => T,
): readonly T[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new FieldError(field, { zh: '应为数组', en: 'must be an array' });
  return value.map((item, index) => read(item, `${field}[${index}]`));
}

/** @throws FieldError naming the allowed words */
export function oneOf<const T extends readonly string[]>(
  value: unknown,
  field: string,
  allowed: T,
): T[number] {
  if (typeof value === 'string' && allowed.includes(value)) return value;
  const names = allowed.join(', ');
  throw new FieldError(field, { zh: `应为以下之一:${names}`, en: `must be one of ${names}` });
}

/** The id to answer with: as it came, or null when the line has none that can be repeated. */
export function idOf(value: unknown): string | number | null {
  const id =
    typeof value === 'object' && value !== null && 'id' in value ? (value as { id: unknown }).id : null;
  return typeof id === 'string' || typeof id === 'number' ? id : null;
}

/** @throws FieldError when the line has no id: its answer could not be told from others */
export function requireId(fields: Fields): string | number {
  const id = idOf(fields);
  if (id === null || id === '')
    throw new FieldError('id', { zh: '应为字符串或数字', en: 'must be a string or a number' });
  return id;
}
