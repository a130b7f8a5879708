import { useMemo } from 'react';
import { IconButton } from '../kit/button.tsx';
import { Checkbox } from '../kit/choice.tsx';
import { TextArea } from '../kit/field.tsx';
import { useT } from '../kit/i18n.tsx';
import { type LintWording, useLocalized } from '../rubric-builder/builder-context.tsx';
import { WordingList } from '../rubric-builder/wording-notes.tsx';
import { type DimensionForm, withoutExemplar } from './dimension-form.ts';

const levels = ['1', '3', '5'] as const;

/** Words for and against the dimension, its samples, and whether a low level is a red line. */
export function SignFields(props: {
  readonly form: DimensionForm;
  readonly onChange: (form: DimensionForm) => void;
  readonly lint: LintWording;
}) {
  const t = useT();
  const { form, onChange, lint } = props;
  const findings = useMemo(
    () => lint(`${form.signsFor}\n${form.signsAgainst}`),
    [lint, form.signsFor, form.signsAgainst],
  );
  return (
    <>
      <h3>{t('library.signs')}</h3>
      <p className="j-small j-muted">{t('library.signs_help')}</p>
      <TextArea
        optional
        label={t('library.indicators_positive')}
        placeholder={t('library.signs_for_example')}
        rows={4}
        maxLength={4000}
        value={form.signsFor}
        onChange={(signsFor) => onChange({ ...form, signsFor })}
      />
      <TextArea
        optional
        label={t('library.indicators_negative')}
        placeholder={t('library.signs_against_example')}
        rows={3}
        maxLength={4000}
        value={form.signsAgainst}
        onChange={(signsAgainst) => onChange({ ...form, signsAgainst })}
      />
      <WordingList findings={findings} />
      <Samples form={form} onChange={onChange} />
      <Checkbox
        label={t('rubric.red_line')}
        help={t('rubric.red_line_help')}
        checked={form.redLine}
        onChange={(redLine) => onChange({ ...form, redLine })}
      />
    </>
  );
}

function Samples(props: { readonly form: DimensionForm; readonly onChange: (form: DimensionForm) => void }) {
  const t = useT();
  const localized = useLocalized();
  const { form, onChange } = props;
  const all = levels.flatMap((level) => form.exemplars[level].map((text, index) => ({ level, text, index })));
  return (
    <section>
      <h3>{t('library.exemplars')}</h3>
      <p className="j-small j-muted">{t('library.samples_help')}</p>
      <ul className="j-items">
        {all.map(({ level, text, index }) => (
          <li key={`${level} ${text.zh}`} className="j-items__row">
            <p className="j-library-answer j-small">
              <strong>{t('rubric.level', { level: Number(level) })}</strong> {localized(text)}
            </p>
            <IconButton
              icon="trash"
              label={t('library.sample_remove', { level, number: index + 1 })}
              onClick={() => onChange(withoutExemplar(form, level, index))}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
