import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EntryAssets, PageAssets } from '#adapters/http/pages.ts';

interface ManifestChunk {
  readonly file: string;
  readonly name?: string;
  readonly isEntry?: boolean;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
}

/** Vite's manifest: chunks by their source. */
export type Manifest = Readonly<Record<string, ManifestChunk>>;

/** The files that each entry needs at once, out of Vite's manifest. */
export function pageAssets(manifest: Manifest): PageAssets {
  const entries: Record<string, EntryAssets> = {};
  for (const chunk of Object.values(manifest)) {
    if (!chunk.isEntry || !chunk.name) continue;
    const seen = new Set<ManifestChunk>();
    const visit = (c: ManifestChunk | undefined): void => {
      if (!c || seen.has(c)) return;
      seen.add(c);
      for (const key of c.imports ?? []) visit(manifest[key]);
    };
    visit(chunk);
    const needed = [...seen];
    entries[chunk.name] = {
      script: chunk.file,
      styles: [...new Set(needed.flatMap((c) => c.css ?? []))],
      imports: needed.filter((c) => c !== chunk).map((c) => c.file),
    };
  }
  return entries;
}

/** Reads what `npm run build` made. */
export async function readPageAssets(clientFolder: string): Promise<PageAssets> {
  const text = await readFile(join(clientFolder, '.vite/manifest.json'), 'utf8');
  return pageAssets(JSON.parse(text) as Manifest);
}
