import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type GoldenLine, goldenLines, goldenRatings } from './rated-lines.ts';

/** A writer of rated answers. */
export interface Author {
  readonly name: string;
  /** Folder below `test/fixtures`. */
  readonly folder: string;
  /**
   * `all`: everything may be learned from; `half`: the questions whose hash is even may be, the others are only ever measured;
   * `stories`: the same by answer, for who told one story to several questions; `none`: only ever measured.
   */
  readonly learned: 'all' | 'half' | 'stories' | 'none';
}

/** Everyone whose answers are in this repository; `SOURCE.md` in each folder says who wrote and rated them and blind to what. */
export const authors: readonly Author[] = [
  { name: 'golden', folder: 'golden-dev', learned: 'all' },
  { name: 'second', folder: 'rated-answers/second', learned: 'half' },
  { name: 'k', folder: 'rated-answers/k', learned: 'all' },
  { name: 'm', folder: 'rated-answers/m', learned: 'all' },
  { name: 'n', folder: 'rated-answers/n', learned: 'all' },
  { name: 'p', folder: 'rated-answers/p', learned: 'all' },
  { name: 't', folder: 'rated-answers/t', learned: 'all' },
  { name: 'v', folder: 'rated-answers/v', learned: 'all' },
  { name: 'w', folder: 'rated-answers/w', learned: 'all' },
  { name: 'x', folder: 'rated-answers/x', learned: 'stories' },
  { name: 'y', folder: 'rated-answers/y', learned: 'stories' },
  { name: 'q', folder: 'rated-answers/q', learned: 'none' },
];

/** A line with who wrote it, what it was given, and whether it may be learned from. */
export interface AuthoredLine {
  readonly author: string;
  readonly line: GoldenLine;
  /** Mean of the ratings given with the text. */
  readonly rating: number;
  readonly isLearned: boolean;
}

const isEven = (text: string): boolean => (createHash('sha256').update(text).digest()[0] ?? 0) % 2 === 0;

const mayLearn = ({ learned }: Author, { question, answer }: GoldenLine): boolean => {
  if (learned === 'half') return isEven(question.text);
  if (learned === 'stories') return isEven(answer);
  return learned === 'all';
};

const folderOf = (author: Author): string =>
  fileURLToPath(new URL(`../fixtures/${author.folder}/`, import.meta.url));

const known = new Map<string, readonly AuthoredLine[]>();

const linesOf = (author: Author): readonly AuthoredLine[] => {
  const folder = folderOf(author);
  if (!existsSync(folder)) return [];
  const ratings = goldenRatings(folder);
  return goldenLines(folder).flatMap((line) => {
    const rating = ratings[line.id]?.mean;
    if (rating === undefined) return [];
    return [{ author: author.name, line, rating, isLearned: mayLearn(author, line) }];
  });
};

/** Every rated line of an author, or of all authors. */
export const authoredLines = (name?: string): readonly AuthoredLine[] =>
  authors
    .filter((author) => name === undefined || author.name === name)
    .flatMap((author) => {
      const lines = known.get(author.name) ?? linesOf(author);
      known.set(author.name, lines);
      return lines;
    });
