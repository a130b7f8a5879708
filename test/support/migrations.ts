import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../migrations/schema/', import.meta.url));

/** One numbered SQL file and the statements in it, in the shape that `applyD1Migrations` of the Workers pool takes. */
export type Migration = { readonly name: string; readonly queries: string[] };

/**
 * The released migrations in the order of their numbers, cut at drizzle's `--> statement-breakpoint` as the product
 * cuts them, so that both engines run the same statements.
 */
export async function readMigrations(): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(`${folder}/${name}`, 'utf8');
      const queries = text
        .split('--> statement-breakpoint')
        .map((query) => query.trim())
        .filter((query) => query !== '');
      return { name, queries };
    }),
  );
}
