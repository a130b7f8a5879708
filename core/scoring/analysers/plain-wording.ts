import { enPlainWords, zhPlainWords } from '../lexicon/plain-words.ts';

const plainOfWord = new Map<string, string>();
const groups = [
  ...zhPlainWords.split('\n').map((line) => line.trim().split(/\s+/u)),
  ...enPlainWords.split('\n').map((line) => line.trim().split('|')),
];
for (const [plain, ...others] of groups) {
  if (plain === undefined || plain === '') continue;
  // One Han character is a part of too many words.
  for (const other of others) if (other.length > 1 && !plainOfWord.has(other)) plainOfWord.set(other, plain);
}

/** Variants by their first unit, longest first. */
const variants = new Map<number, string[]>();
for (const word of [...plainOfWord.keys()].sort((a, b) => b.length - a.length)) {
  const known = variants.get(word.charCodeAt(0));
  if (known === undefined) variants.set(word.charCodeAt(0), [word]);
  else known.push(word);
}

const isLatin = (code: number): boolean => code >= 97 && code <= 122;

/** The longest variant that stands at `i`; Latin ones only as whole words. */
const variantAt = (text: string, i: number): string | undefined => {
  const code = text.charCodeAt(i);
  const candidates = variants.get(code);
  if (candidates === undefined || (isLatin(code) && isLatin(text.charCodeAt(i - 1)))) return undefined;
  return candidates.find(
    (word) => text.startsWith(word, i) && !(isLatin(code) && isLatin(text.charCodeAt(i + word.length))),
  );
};

/** A cleaned text with each way of saying something as its plain one. */
export const inPlainWords = (text: string): string => {
  let plain = '';
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const word = variantAt(text, i);
    if (word === undefined) continue;
    plain += text.slice(from, i) + (plainOfWord.get(word) as string);
    from = i + word.length;
    i = from - 1;
  }
  return plain + text.slice(from);
};
