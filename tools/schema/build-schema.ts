import type { TSchema } from '@sinclair/typebox';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type JsonObject = { [key: string]: Json };

const dialect = 'https://json-schema.org/draft/2020-12/schema';

/** File that holds the parts which several documents share. */
const partsFile = 'parts.json';

/**
 * The JSON Schema documents of template files, by file name.
 * A union of literals becomes an `enum`, a named part moves to `parts.json`, an embedded published schema becomes a `$ref` to its file.
 * @throws Error when a published schema has no `$id`.
 */
export function buildSchemas(
  published: Readonly<Record<string, TSchema>>,
  parts: Readonly<Record<string, TSchema>>,
): Map<string, JsonObject> {
  const partNames = new Map(Object.entries(parts).map(([name, schema]) => [canonical(schema), name]));
  const documents = new Map<string, JsonObject>();
  for (const schema of Object.values(published)) {
    if (schema.$id === undefined) throw new Error('a published schema needs an $id');
    const { $id, title, ...body } = refer(plain(schema), true, partNames) as JsonObject;
    documents.set(schema.$id, { $schema: dialect, $id: $id ?? null, title: title ?? null, ...body });
  }
  const defs = Object.entries(parts).map(([name, schema]) => [name, refer(plain(schema), true, partNames)]);
  documents.set(partsFile, {
    $schema: dialect,
    $id: partsFile,
    title: 'Parts that several template files share',
    $defs: Object.fromEntries(defs),
  });
  return documents;
}

function refer(node: Json, isRoot: boolean, partNames: ReadonlyMap<string, string>): Json {
  if (Array.isArray(node)) return node.map((item) => refer(item, false, partNames));
  if (node === null || typeof node !== 'object') return node;
  if (!isRoot) {
    if (typeof node.$id === 'string') return { $ref: node.$id };
    const name = partNames.get(JSON.stringify(node));
    if (name !== undefined) return { $ref: `${partsFile}#/$defs/${name}` };
  }
  const entries = Object.entries(node).map(([key, value]) => [key, refer(value, false, partNames)]);
  return asEnum(Object.fromEntries(entries));
}

function asEnum(node: JsonObject): Json {
  if (!Array.isArray(node.anyOf)) return node;
  const literals = node.anyOf.map((option) =>
    option !== null && typeof option === 'object' && !Array.isArray(option) ? option.const : undefined,
  );
  if (!literals.every((literal) => typeof literal === 'string')) return node;
  const { anyOf: _replaced, ...rest } = node;
  return { ...rest, type: 'string', enum: literals };
}

/** TypeBox marks its schemas with symbols; JSON drops them. */
function plain(schema: TSchema): Json {
  return JSON.parse(JSON.stringify(schema)) as Json;
}

function canonical(schema: TSchema): string {
  return JSON.stringify(plain(schema));
}
