import { readFileSync } from 'node:fs';

/** A few sentences that show mainly one dimension. */
export interface DimensionSnippet {
  readonly dimension: string;
  readonly text: string;
}

const known = new Map<string, readonly DimensionSnippet[]>();

/** The snippets of one language; `test/fixtures/dimension-snippets/SOURCE.md` says who wrote them. */
export const dimensionSnippets = (lang: 'zh' | 'en'): readonly DimensionSnippet[] => {
  const found = known.get(lang);
  if (found !== undefined) return found;
  const file = new URL(`../fixtures/dimension-snippets/${lang}.tsv`, import.meta.url);
  const made = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): DimensionSnippet => {
      const [dimension = '', text = ''] = line.split('\t');
      return { dimension, text };
    });
  known.set(lang, made);
  return made;
};
