import { useId, useState } from 'react';
import { addOwnDimension, ownDimension, ownDimensionCode } from '#core/rubric/own-dimension.ts';
import type { Dimension } from '#core/template/schemas/dimension.ts';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { useT } from '../kit/i18n.tsx';
import { useBuilder, useWritingLanguage } from './builder-context.tsx';
import { OwnDimensionFields, withWords, wordsOf } from './own-dimension-fields.tsx';
import { ownDimensionFaults } from './own-dimension-form.ts';

/** Makes or edits a dimension of the company's own: name, definition, family and five anchors. */
export function OwnDimensionDialog(props: {
  readonly dimension: Dimension | null;
  readonly onClose: () => void;
}) {
  const t = useT();
  const formId = useId();
  const language = useWritingLanguage();
  const { draft, shipped, perform, lint } = useBuilder();
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
      ? perform({ kind: 'put_dimension', dimension: withWords(props.dimension, words, language) })
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
        <OwnDimensionFields words={words} onChange={setWords} faults={faults} lint={lint} />
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}

function newCode(): string {
  return ownDimensionCode(crypto.getRandomValues(new Uint8Array(7)));
}
