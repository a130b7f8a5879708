import type { Dimension } from '../template/schemas/dimension.ts';
import type { LocalizedText } from '../template/schemas/shared.ts';
import type { RubricOperation } from './operations.ts';
import { apportion } from './weights.ts';

/** The language that a person is writing in, as the template files name it. */
export type WritingLanguage = keyof LocalizedText;

/**
 * Sets the text in the language being written. The other language follows as long as it says the same or nothing, because
 * a company that works in one language must not be made to translate; a real translation is kept until the text is
 * emptied.
 */
export function writeText(before: LocalizedText, language: WritingLanguage, text: string): LocalizedText {
  const other: WritingLanguage = language === 'zh' ? 'en' : 'zh';
  const follows = text === '' || before[other] === '' || before[other] === before[language];
  return language === 'zh'
    ? { zh: text, en: follows ? text : before.en }
    : { en: text, zh: follows ? text : before.zh };
}

const codeLetters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** A code for a company's own dimension: `X` and one letter for each random byte (5 bits used), at most nine. */
export function ownDimensionCode(random: Uint8Array): string {
  return `X${Array.from(random.slice(0, 9), (byte) => codeLetters[byte % 32]).join('')}`;
}

/** What the dialog for an own dimension asks for. */
export interface OwnDimensionWords {
  readonly name: string;
  readonly definition: string;
  /** Level 1 first. */
  readonly anchors: readonly [string, string, string, string, string];
  readonly family: Dimension['family'];
}

/** A company's own dimension from its name, definition and five anchors. */
export function ownDimension(code: string, words: OwnDimensionWords, language: WritingLanguage): Dimension {
  const text = (value: string) => writeText({ zh: '', en: '' }, language, value.trim());
  return {
    code,
    version: 1,
    name: text(words.name),
    definition: text(words.definition),
    family: words.family,
    anchors: words.anchors.map(text),
    indicators: [],
    exemplars: { '1': [], '3': [], '5': [] },
    redLine: false,
  };
}

/** Adds an own dimension and its row in one step. */
export function addOwnDimension(dimension: Dimension, at: number): RubricOperation {
  return {
    kind: 'all',
    operations: [
      { kind: 'put_dimension', dimension },
      { kind: 'insert', at, dimension: dimension.code },
    ],
  };
}

/** Changes one anchor (level 1..5). A shipped dimension becomes an edited copy in the draft. */
export function editAnchor(
  dimension: Dimension,
  level: number,
  language: WritingLanguage,
  text: string,
): RubricOperation {
  const anchors = dimension.anchors.map((anchor, index) =>
    index === level - 1 ? writeText(anchor, language, text) : anchor,
  );
  return { kind: 'put_dimension', dimension: { ...dimension, anchors } };
}

/** Equal weights for so many rows, as whole per cents. */
export function equalWeights(rows: number): RubricOperation {
  return {
    kind: 'set_weights',
    weights: apportion(
      100,
      Array.from({ length: rows }, () => 1),
    ),
  };
}
