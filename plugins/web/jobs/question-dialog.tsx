import { useState } from 'react';
import type { JobRubricItem } from '#core/job/job-definition.ts';
import type { Question } from '#core/template/schemas/question.ts';
import { Button } from '../kit/button.tsx';
import { Checkbox } from '../kit/choice.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { Select, TextArea } from '../kit/field.tsx';
import { useT } from '../kit/i18n.tsx';
import { useLocalized, useWritingLanguage } from '../rubric-builder/builder-context.tsx';
import './questions.css';
import {
  bands,
  mostAsks,
  mostKeys,
  ownQuestionId,
  type QuestionFault,
  type QuestionWords,
  questionFaults,
  questionFrom,
  questionTypes,
  questionWords,
} from './question-form.ts';
import { WordingHints } from './wording-hints.tsx';

/** Writes a question of the company's own or changes one. */
export function QuestionDialog(props: {
  readonly question: Question | null;
  readonly rubric: readonly JobRubricItem[];
  readonly onSave: (question: Question) => void;
  readonly onClose: () => void;
}) {
  const t = useT();
  const language = useWritingLanguage();
  const { question, rubric } = props;
  const codes = rubric.map(({ dimension }) => dimension.code);
  const [words, setWords] = useState(() => questionWords(question, language, codes[0] ?? ''));
  const [tried, setTried] = useState(false);
  const faults = tried ? questionFaults(words, codes) : [];
  const save = () => {
    setTried(true);
    if (questionFaults(words, codes).length > 0) return;
    const id = ownQuestionId(crypto.getRandomValues(new Uint8Array(6)));
    props.onSave(questionFrom(words, question, id, language));
    props.onClose();
  };
  return (
    <Dialog
      wide
      title={question ? t('jobs.question_edit_title') : t('jobs.question_own')}
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={props.onClose}>{t('common.cancel')}</Button>
          <Button look="primary" onClick={save}>
            {t('jobs.question_save')}
          </Button>
        </>
      }
    >
      <form
        className="j-stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextPart words={words} onChange={setWords} faults={faults} />
        <KindPart words={words} onChange={setWords} faults={faults} rubric={rubric} />
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}

interface PartProps {
  readonly words: QuestionWords;
  readonly onChange: (words: QuestionWords) => void;
  readonly faults: readonly QuestionFault[];
}

function TextPart({ words, onChange, faults }: PartProps) {
  const t = useT();
  const scored = words.type === 'knowledge' || words.type === 'code';
  return (
    <>
      <div>
        <TextArea
          label={t('jobs.question_text')}
          placeholder={t('jobs.question_text_example')}
          rows={3}
          maxLength={1000}
          data-autofocus
          value={words.text}
          error={faults.includes('text') ? t('jobs.question_text_missing') : null}
          onChange={(text) => onChange({ ...words, text })}
        />
        <WordingHints text={words.text} />
      </div>
      <div>
        <TextArea
          label={t('jobs.asks')}
          help={t('jobs.asks_help')}
          optional
          rows={3}
          value={words.asks}
          error={faults.includes('asks') ? t('jobs.too_many_lines', { max: mostAsks }) : null}
          onChange={(asks) => onChange({ ...words, asks })}
        />
        <WordingHints text={words.asks} />
      </div>
      <TextArea
        label={scored ? t('jobs.keys_knowledge') : t('jobs.keys')}
        help={scored ? t('jobs.keys_knowledge_help') : t('jobs.keys_help')}
        optional={!scored}
        rows={3}
        value={words.keys}
        error={faults.includes('keys') ? t('jobs.too_many_lines', { max: mostKeys }) : null}
        onChange={(keys) => onChange({ ...words, keys })}
      />
    </>
  );
}

function KindPart(props: PartProps & { readonly rubric: readonly JobRubricItem[] }) {
  const t = useT();
  const localized = useLocalized();
  const { words, onChange, faults, rubric } = props;
  const dimensions = rubric.map(({ dimension }) => ({
    value: dimension.code,
    label: localized(dimension.name),
  }));
  const known = dimensions.some(({ value }) => value === words.primary);
  return (
    <>
      <div className="j-fields">
        <Select
          label={t('jobs.question_type')}
          value={words.type}
          onChange={(type) => onChange({ ...words, type })}
          options={questionTypes.map((value) => ({ value, label: t(`jobs.type_${value}`) }))}
        />
        <Select
          label={t('jobs.difficulty')}
          value={words.difficulty}
          onChange={(difficulty) => onChange({ ...words, difficulty })}
          options={(['basic', 'advanced'] as const).map((value) => ({
            value,
            label: t(`jobs.difficulty_${value}`),
          }))}
        />
        <Select
          label={t('jobs.primary_dimension')}
          value={words.primary}
          error={faults.includes('primary') ? t('jobs.primary_missing') : null}
          onChange={(primary) =>
            onChange({ ...words, primary, secondary: words.secondary === primary ? '' : words.secondary })
          }
          options={
            known ? dimensions : [{ value: words.primary, label: words.primary || '—' }, ...dimensions]
          }
        />
        <Select
          label={t('jobs.secondary_dimension')}
          optional
          value={words.secondary}
          onChange={(secondary) => onChange({ ...words, secondary })}
          options={[
            { value: '', label: t('common.none') },
            ...dimensions.filter(({ value }) => value !== words.primary),
          ]}
        />
      </div>
      <fieldset className="j-choices j-choices--row">
        <legend>{t('jobs.bands')}</legend>
        {bands.map((band) => (
          <Checkbox
            key={band}
            label={t(`jobs.band_${band}`)}
            checked={words.bands.includes(band)}
            error={faults.includes('bands') && band === '5+' ? t('jobs.bands_missing') : null}
            onChange={(on) =>
              onChange({ ...words, bands: bands.filter((b) => (b === band ? on : words.bands.includes(b))) })
            }
          />
        ))}
      </fieldset>
    </>
  );
}
