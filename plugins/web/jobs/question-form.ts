import { type WritingLanguage, writeText } from '#core/rubric/own-dimension.ts';
import type { Question, QuestionType } from '#core/template/schemas/question.ts';
import type { ExperienceBand, LocalizedText } from '#core/template/schemas/shared.ts';

/** What the dialog of a question asks for. Lists are one item a line. */
export interface QuestionWords {
  readonly text: string;
  readonly type: QuestionType;
  readonly primary: string;
  /** '' for none. */
  readonly secondary: string;
  readonly difficulty: Question['difficulty'];
  readonly bands: readonly ExperienceBand[];
  readonly asks: string;
  readonly keys: string;
}

export type QuestionFault = 'text' | 'primary' | 'bands' | 'asks' | 'keys';

export const bands: readonly ExperienceBand[] = ['graduate', '1-3', '3-5', '5+'];
export const questionTypes: readonly QuestionType[] = [
  'behavioural',
  'situational',
  'knowledge',
  'introduction',
  'code',
];
export const mostAsks = 5;
export const mostKeys = 12;

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** The words of a question as a form shows them; of a new one for null. */
export function questionWords(
  question: Question | null,
  language: WritingLanguage,
  firstDimension: string,
): QuestionWords {
  if (question === null) {
    return {
      text: '',
      type: 'behavioural',
      primary: firstDimension,
      secondary: '',
      difficulty: 'basic',
      bands,
      asks: '',
      keys: '',
    };
  }
  return {
    text: question.text[language],
    type: question.type,
    primary: question.dimensions[0] ?? firstDimension,
    secondary: question.dimensions[1] ?? '',
    difficulty: question.difficulty,
    bands: question.bands,
    asks: question.asks.map((ask) => ask[language]).join('\n'),
    keys: question.keys.map((key) => key.text[language]).join('\n'),
  };
}

/** What must be mended before the question can be kept. */
export function questionFaults(words: QuestionWords, dimensions: readonly string[]): QuestionFault[] {
  return [
    ...(words.text.trim() === '' ? (['text'] as const) : []),
    ...(dimensions.includes(words.primary) ? [] : (['primary'] as const)),
    ...(words.bands.length === 0 ? (['bands'] as const) : []),
    ...(lines(words.asks).length > mostAsks ? (['asks'] as const) : []),
    ...(lines(words.keys).length > mostKeys ? (['keys'] as const) : []),
  ];
}

/** Lines as texts; one that was there before keeps its translation and whatever hangs on it. */
function kept<Item>(
  texts: readonly string[],
  before: readonly Item[],
  textOf: (item: Item) => LocalizedText,
  language: WritingLanguage,
  make: (text: LocalizedText, old: Item | undefined) => Item,
): Item[] {
  return texts.map((text, index) => {
    const same = before.find((item) => textOf(item)[language] === text);
    if (same) return same;
    const old = before[index];
    return make(writeText(old ? textOf(old) : { zh: '', en: '' }, language, text), old);
  });
}

/** The question that the form describes. `before` is the one being edited: what the form does not show is kept. */
export function questionFrom(
  words: QuestionWords,
  before: Question | null,
  id: string,
  language: WritingLanguage,
): Question {
  const text = writeText(before?.text ?? { zh: '', en: '' }, language, words.text.trim());
  return {
    probes: [],
    ...before,
    id: before?.id ?? id,
    type: words.type,
    dimensions: words.secondary === '' ? [words.primary] : [words.primary, words.secondary],
    difficulty: words.difficulty,
    bands: [...words.bands],
    text,
    asks: kept(
      lines(words.asks),
      before?.asks ?? [],
      (ask) => ask,
      language,
      (ask) => ask,
    ),
    keys: kept(
      lines(words.keys),
      before?.keys ?? [],
      (key) => key.text,
      language,
      (key) => ({ text: key }),
    ),
  };
}

/** An id for a question of the company's own, from random bytes. */
export const ownQuestionId = (random: Uint8Array): string =>
  `own-${Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
