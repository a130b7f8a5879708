import { Value } from '@sinclair/typebox/value';
import type { AnyRoute } from '#adapters/http/route.ts';

/** What the generator reads of a JSON Schema. */
interface Schema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minItems?: number;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly pattern?: string;
}

/** Texts that fit the patterns in use; a schema with another one names it in the failing test. */
const texts = [
  'zh-CN',
  '2024-01',
  '2024-01-01',
  'a-code',
  'COM',
  'a1',
  '12:00',
  'x@example.com',
  'staff:per_1',
  'https://a.example',
  '0'.repeat(64),
];

function exampleText({ pattern, minLength = 0 }: Schema, given: string | undefined): string {
  const wished = given ?? '示例文字'.padEnd(minLength, '字');
  if (pattern === undefined) return wished;
  const form = new RegExp(pattern);
  return [wished, ...texts].find((text) => form.test(text)) ?? wished;
}

/** The same choice is not made twice: items may have to differ. */
function nth(items: Schema, index: number): Schema {
  if (items.enum) return { const: items.enum[index % items.enum.length] };
  return items.anyOf?.[index % items.anyOf.length] ?? items;
}

/** A value that fits a schema; texts under a name that `idFor` knows are its id. */
export function exampleOf(schema: Schema, idFor: (name: string) => string | undefined, name = ''): unknown {
  if ('const' in schema) return schema.const;
  if (schema.enum) return schema.enum[0];
  const first = schema.anyOf?.[0];
  if (first) return exampleOf(first, idFor, name);
  if (schema.allOf) {
    return Object.assign({}, ...schema.allOf.map((part) => exampleOf(part, idFor, name)));
  }
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {})
          .filter(([key]) => schema.required?.includes(key) || idFor(key) !== undefined)
          .map(([key, part]) => [key, exampleOf(part, idFor, key)]),
      );
    case 'array':
      return Array.from({ length: Math.max(1, schema.minItems ?? 0) }, (_, index) =>
        exampleOf(nth(schema.items ?? {}, index), idFor, name.replace(/Ids$/, 'Id')),
      );
    case 'integer':
    case 'number':
      return schema.minimum ?? 1;
    case 'boolean':
      return true;
    case 'null':
      return null;
    default:
      return exampleText(schema, idFor(name));
  }
}

/** What a request to a route needs besides its path. */
export interface RequestExample {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

const form = [
  '--cut',
  'content-disposition: form-data; name="file"; filename="resume.txt"',
  'content-type: text/plain',
  '',
  '姓名：李雷',
  '--cut--',
  '',
].join('\r\n');
const bytes = new TextEncoder().encode('a segment');

/** A request that the route's own schema accepts. */
export function requestExample(spec: AnyRoute, idFor: (name: string) => string | undefined): RequestExample {
  const method = spec.method.toUpperCase();
  if (method === 'GET') return { method, headers: {} };
  if (spec.mediaType === 'multipart/form-data') {
    return { method, headers: { 'content-type': 'multipart/form-data; boundary=cut' }, body: form };
  }
  if (spec.rawBody) {
    const headers = { 'content-type': 'application/octet-stream', 'x-content-sha256': '0'.repeat(64) };
    return { method, headers, body: bytes };
  }
  if (!spec.body) return { method, headers: {} };
  const headers = { 'content-type': 'application/json' };
  return { method, headers, body: JSON.stringify(exampleOf(spec.body, idFor)) };
}

/** Where the generated body does not fit what the route accepts; null when it does. */
export function misfit(spec: AnyRoute, example: RequestExample): string | null {
  if (!spec.body || spec.rawBody) return null;
  const error = Value.Errors(spec.body, JSON.parse(String(example.body))).First();
  return error ? `${error.path}: ${error.message}` : null;
}

/** The query that a route demands, as text. */
export function queryExample(spec: AnyRoute, idFor: (name: string) => string | undefined): string {
  if (!spec.query) return '';
  const query = exampleOf(spec.query, idFor) as Record<string, unknown>;
  const entries = Object.entries(query).flatMap(([name, value]) =>
    Array.isArray(value) ? value.map((v) => [name, String(v)]) : [[name, String(value)]],
  );
  return entries.length > 0 ? `?${new URLSearchParams(entries as [string, string][])}` : '';
}
