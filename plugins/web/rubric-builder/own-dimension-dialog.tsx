import { useId, useState } from 'react';
import {
  addOwnDimension,
  type OwnDimensionWords,
  ownDimension,
  ownDimensionCode,
  type WritingLanguage,
  writeText,
} from '#core/rubric/own-dimension.ts';
import type { Dimension } from '#core/template/schemas/dimension.ts';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { Select, TextArea, TextInput } from '../kit/field.tsx';
import { useT } from '../kit/i18n.tsx';
import { useBuilder, useWritingLanguage } from './builder-context.tsx';
import { anchorOnlyJudges, type OwnDimensionFault, ownDimensionFaults } from './own-dimension-form.ts';
import { families } from './palette-filter.ts';
import { WordingNotes } from './wording-notes.tsx';

const levels = [1, 2, 3, 4, 5] as const;

function wordsOf(dimension: Dimension | null, language: WritingLanguage): OwnDimensionWords {
  const anchor = (index: number) => dimension?.anchors[index]?.[language] ?? '';
  return {
    name: dimension?.name[language] ?? '',
    definition: dimension?.definition[language] ?? '',
    anchors: [anchor(0), anchor(1), anchor(2), anchor(3), anchor(4)],
    family: dimension?.family ?? 'analysing',
  };
}

function changed(dimension: Dimension, words: OwnDimensionWords, language: WritingLanguage): Dimension {
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

/** Makes or edits a dimension of the company's own: name, definition, family and five anchors. */
export function OwnDimensionDialog(props: {
  readonly dimension: Dimension | null;
  readonly onClose: () => void;
}) {
  const t = useT();
  const formId = useId();
  const language = useWritingLanguage();
  const { draft, shipped, perform } = useBuilder();
  const [words, setWords] = useState(() => wordsOf(props.dimension, language));
  const [checked, setChecked] = useState(false);
  const taken = [...shipped, ...draft.dimensions]
    .filter(({ code }) => code !== props.dimension?.code)
    .flatMap(({ name }) => [name.zh, name.en]);
  const faults = checked ? ownDimensionFaults(words, taken) : [];
  const save = () => {
    setChecked(true);
    if (ownDimensionFaults(words, taken).length > 0) {
      requestAnimationFrame(() =>
        document.querySelector<HTMLElement>(`#${CSS.escape(formId)} [aria-invalid]`)?.focus(),
      );
      return;
    }
    const done = props.dimension
      ? perform({ kind: 'put_dimension', dimension: changed(props.dimension, words, language) })
      : perform(addOwnDimension(ownDimension(newCode(), words, language), draft.rows.length));
    if (done) props.onClose();
  };
  return (
    <Dialog
      wide
      title={props.dimension ? t('rubric.own_edit') : t('rubric.own_new')}
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={props.onClose}>{t('common.cancel')}</Button>
          <Button look="primary" onClick={save}>
            {t('rubric.own_save')}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="j-stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <p className="j-muted">{t('rubric.own_intro')}</p>
        <NamePart words={words} onChange={setWords} faults={faults} />
        <AnchorPart words={words} onChange={setWords} faults={faults} />
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}

function newCode(): string {
  return ownDimensionCode(crypto.getRandomValues(new Uint8Array(7)));
}

interface PartProps {
  readonly words: OwnDimensionWords;
  readonly onChange: (words: OwnDimensionWords) => void;
  readonly faults: readonly OwnDimensionFault[];
}

function NamePart({ words, onChange, faults }: PartProps) {
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
      <WordingNotes text={words.name} />
      <TextArea
        label={t('rubric.own_definition')}
        placeholder={t('rubric.own_definition_example')}
        rows={2}
        maxLength={400}
        value={words.definition}
        error={definitionFault ? t('rubric.own_definition_missing') : null}
        onChange={(definition) => onChange({ ...words, definition })}
      />
      <WordingNotes text={words.definition} />
    </>
  );
}

function AnchorPart({ words, onChange, faults }: PartProps) {
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
            <WordingNotes text={text} />
          </div>
        );
      })}
    </>
  );
}
