import { useMemo } from 'react';
import { type OwnDimensionWords, type WritingLanguage, writeText } from '#core/rubric/own-dimension.ts';
import type { Dimension } from '#core/template/schemas/dimension.ts';
import { Select, TextArea, TextInput } from '../kit/field.tsx';
import { useT } from '../kit/i18n.tsx';
import type { LintWording } from './builder-context.tsx';
import { anchorOnlyJudges, type OwnDimensionFault } from './own-dimension-form.ts';
import './own-dimension-fields.css';
import { families } from './palette-filter.ts';
import { WordingList } from './wording-notes.tsx';

const levels = [1, 2, 3, 4, 5] as const;

/** The words of a dimension in one language, empty for a new one. */
export function wordsOf(
  dimension: Pick<Dimension, 'name' | 'definition' | 'anchors' | 'family'> | null,
  language: WritingLanguage,
): OwnDimensionWords {
  const anchor = (index: number) => dimension?.anchors[index]?.[language] ?? '';
  return {
    name: dimension?.name[language] ?? '',
    definition: dimension?.definition[language] ?? '',
    anchors: [anchor(0), anchor(1), anchor(2), anchor(3), anchor(4)],
    family: dimension?.family ?? 'analysing',
  };
}

/** A dimension with the words that were typed in one language. */
export function withWords<D extends Pick<Dimension, 'name' | 'definition' | 'anchors' | 'family'>>(
  dimension: D,
  words: OwnDimensionWords,
  language: WritingLanguage,
): D {
  return {
    ...dimension,
    name: writeText(dimension.name, language, words.name.trim()),
    definition: writeText(dimension.definition, language, words.definition.trim()),
    family: words.family,
    anchors: dimension.anchors.map((anchor, index) =>
      writeText(anchor, language, words.anchors[index]?.trim() ?? ''),
    ),
  };
}

interface PartProps {
  readonly words: OwnDimensionWords;
  readonly onChange: (words: OwnDimensionWords) => void;
  readonly faults: readonly OwnDimensionFault[];
  readonly lint: LintWording;
}

/** Name, family, definition and anchors of a dimension that a company writes, each with what the wording check says. */
export function OwnDimensionFields(props: PartProps) {
  return (
    <>
      <NamePart {...props} />
      <AnchorPart {...props} />
    </>
  );
}

function Hints({ text, lint }: { readonly text: string; readonly lint: LintWording }) {
  const findings = useMemo(() => (text.trim() === '' ? [] : lint(text)), [text, lint]);
  return <WordingList findings={findings} />;
}

function NamePart({ words, onChange, faults, lint }: PartProps) {
  const t = useT();
  const nameFault = faults.find(({ field }) => field === 'name')?.fault;
  const definitionFault = faults.some(({ field }) => field === 'definition');
  return (
    <>
      <div className="j-own__top">
        <TextInput
          label={t('rubric.own_name')}
          placeholder={t('rubric.own_name_example')}
          maxLength={40}
          data-autofocus
          value={words.name}
          error={
            nameFault && (nameFault === 'taken' ? t('rubric.own_name_taken') : t('rubric.own_name_missing'))
          }
          onChange={(name) => onChange({ ...words, name })}
        />
        <Select
          label={t('rubric.family')}
          value={words.family}
          onChange={(family) => onChange({ ...words, family })}
          options={families.map((value) => ({ value, label: t(`rubric.family_${value}`) }))}
        />
      </div>
      <Hints text={words.name} lint={lint} />
      <TextArea
        label={t('rubric.own_definition')}
        placeholder={t('rubric.own_definition_example')}
        rows={2}
        maxLength={400}
        value={words.definition}
        error={definitionFault ? t('rubric.own_definition_missing') : null}
        onChange={(definition) => onChange({ ...words, definition })}
      />
      <Hints text={words.definition} lint={lint} />
    </>
  );
}

function AnchorPart({ words, onChange, faults, lint }: PartProps) {
  const t = useT();
  const errorAt = (level: number, text: string): string | null => {
    const found = faults.find((one) => one.field === 'anchor' && one.level === level);
    if (found?.fault === 'missing') return t('rubric.own_anchor_missing', { level });
    if (found?.fault === 'repeated') return t('rubric.own_anchor_repeated', { level });
    return anchorOnlyJudges(text) ? t('rubric.own_anchor_vague') : null;
  };
  return (
    <>
      <h3>{t('rubric.anchors')}</h3>
      {levels.map((level) => {
        const text = words.anchors[level - 1] ?? '';
        return (
          <div key={level}>
            <TextArea
              label={`${t('rubric.level', { level })} · ${t(`rubric.level_${level}`)}`}
              rows={2}
              maxLength={400}
              value={text}
              error={errorAt(level, text)}
              onChange={(next) => {
                const [a, b, c, d, e] = words.anchors.map((old, index) => (index === level - 1 ? next : old));
                onChange({ ...words, anchors: [a ?? '', b ?? '', c ?? '', d ?? '', e ?? ''] });
              }}
            />
            <Hints text={text} lint={lint} />
          </div>
        );
      })}
    </>
  );
}
