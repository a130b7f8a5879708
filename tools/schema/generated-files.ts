import { buildSchemas } from './build-schema.ts';
import { buildDeclarations, buildValidators } from './build-validators.ts';
import { namedParts, publishedSchemas } from './published-schemas.ts';

/**
 * Everything that is generated from the TypeBox schemas of template files: path from the repository's root → text.
 * The drift test compares it with the committed files.
 */
export function generatedFiles(): Map<string, string> {
  const documents = buildSchemas(publishedSchemas, namedParts);
  const names = Object.fromEntries(
    Object.entries(publishedSchemas).map(([name, schema]) => [name, schema.$id ?? '']),
  );
  const files = new Map<string, string>();
  for (const [file, document] of documents) {
    files.set(`templates/schema/${file}`, `${JSON.stringify(document, null, 2)}\n`);
  }
  files.set('core/template/generated/validators.js', buildValidators(documents, names));
  files.set('core/template/generated/validators.d.ts', buildDeclarations(names));
  return files;
}
