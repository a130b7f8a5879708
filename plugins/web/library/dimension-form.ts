import { linesOfSigns, signsOf, signsOfLines } from '#core/rubric/dimension-signs.ts';
import { type OwnDimensionWords, ownDimension, type WritingLanguage } from '#core/rubric/own-dimension.ts';
import type { Dimension } from '#core/template/schemas/dimension.ts';
import { withWords, wordsOf } from '../rubric-builder/own-dimension-fields.tsx';

/** What the page of an own dimension holds while it is edited. */
export interface DimensionForm {
  readonly words: OwnDimensionWords;
  readonly redLine: boolean;
  /** A sign a line, other ways of saying it after a slash. */
  readonly signsFor: string;
  readonly signsAgainst: string;
  readonly exemplars: Dimension['exemplars'];
}

/** The form of a stored dimension, or an empty one. */
export function formOf(dimension: Dimension | null, language: WritingLanguage): DimensionForm {
  const signs = dimension ? signsOf(dimension) : [];
  return {
    words: wordsOf(dimension, language),
    redLine: dimension?.redLine ?? false,
    signsFor: linesOfSigns(signs, 'positive'),
    signsAgainst: linesOfSigns(signs, 'negative'),
    exemplars: dimension?.exemplars ?? { '1': [], '3': [], '5': [] },
  };
}

/** What is sent to be saved; a real translation that the stored dimension has is kept. */
export function bodyOf(form: DimensionForm, stored: Dimension | null, language: WritingLanguage) {
  const { name, definition, anchors, family } = stored
    ? withWords(stored, form.words, language)
    : ownDimension('X', form.words, language);
  return {
    name,
    definition,
    anchors,
    family,
    redLine: form.redLine,
    signs: [...signsOfLines(form.signsFor, 'positive'), ...signsOfLines(form.signsAgainst, 'negative')].map(
      ({ polarity, phrases }) => ({ polarity, phrases: [...phrases] }),
    ),
    exemplars: form.exemplars,
  };
}

/** A sample more at a level, at most six; one that is there already is not added twice. */
export function withExemplar(form: DimensionForm, level: '1' | '3' | '5', text: string): DimensionForm {
  const held = form.exemplars[level];
  if (held.length >= 6 || held.some(({ zh, en }) => zh === text || en === text)) return form;
  return { ...form, exemplars: { ...form.exemplars, [level]: [...held, { zh: text, en: text }] } };
}

/** Without one sample of a level. */
export function withoutExemplar(form: DimensionForm, level: '1' | '3' | '5', index: number): DimensionForm {
  const rest = form.exemplars[level].filter((_one, at) => at !== index);
  return { ...form, exemplars: { ...form.exemplars, [level]: rest } };
}
