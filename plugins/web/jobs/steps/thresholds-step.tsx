import type { JobDefinition } from '#core/job/job-definition.ts';
import type { IndustryField } from '#core/template/schemas/industry-pack.ts';
import { Checkbox } from '../../kit/choice.tsx';
import { Select, TextArea, TextInput } from '../../kit/field.tsx';
import { useT } from '../../kit/i18n.tsx';
import { useLocalized } from '../../rubric-builder/builder-context.tsx';
import type { StepProps } from '../step-props.ts';
import { WordingHints } from '../wording-hints.tsx';

const cuts = Array.from({ length: 21 }, (_, half) => String(half / 2));

/** Where the suggestion changes, and the facts of the trade that go with the job. */
export function ThresholdsStep({ editing, pack }: StepProps) {
  const t = useT();
  const { draft, change } = editing;
  const { thresholds } = draft;
  const set = (patch: Partial<JobDefinition['thresholds']>) =>
    change((before) => ({ ...before, thresholds: { ...before.thresholds, ...patch } }));
  const fields = pack.fields.filter((field) => field.on === 'job');
  const wrong = thresholds.cutLo > thresholds.cutHi;
  const options = cuts.map((value) => ({ value, label: value }));
  return (
    <div className="j-stack j-narrow">
      <section className="j-card j-stack">
        <h3>{t('jobs.thresholds')}</h3>
        <p className="j-muted">{t('jobs.thresholds_text')}</p>
        <div className="j-cuts" aria-hidden="true">
          <span style={{ flexGrow: Math.max(thresholds.cutLo, 0.01) }}>{t('jobs.zone_low')}</span>
          <span style={{ flexGrow: Math.max(thresholds.cutHi - thresholds.cutLo, 0.01) }}>
            {t('jobs.zone_mid')}
          </span>
          <span style={{ flexGrow: Math.max(10 - thresholds.cutHi, 0.01) }}>{t('jobs.zone_high')}</span>
        </div>
        <div className="j-fields">
          <Select
            label={t('jobs.cut_hi')}
            value={String(thresholds.cutHi)}
            onChange={(value) => set({ cutHi: Number(value) })}
            options={options}
          />
          <Select
            label={t('jobs.cut_lo')}
            value={String(thresholds.cutLo)}
            error={wrong ? t('jobs.cuts_wrong') : null}
            onChange={(value) => set({ cutLo: Number(value) })}
            options={options}
          />
        </div>
        <div>
          <TextArea
            label={t('jobs.rationale')}
            help={t('jobs.rationale_help')}
            optional
            rows={2}
            maxLength={500}
            value={thresholds.rationale}
            onChange={(rationale) => set({ rationale })}
          />
          <WordingHints text={thresholds.rationale} />
        </div>
      </section>
      {fields.length > 0 && (
        <section className="j-card j-stack">
          <h3>{t('jobs.fields')}</h3>
          <p className="j-muted">{t('jobs.fields_text')}</p>
          {fields.map((field) => (
            <FieldControl
              key={field.id}
              field={field}
              value={draft.fields[field.id]}
              onChange={(value) =>
                change((before) => ({ ...before, fields: withField(before.fields, field.id, value) }))
              }
            />
          ))}
        </section>
      )}
    </div>
  );
}

type FieldValue = JobDefinition['fields'][string];

/** The fields with one value set; an empty one is taken out, because "not said" is no value. */
function withField(
  fields: JobDefinition['fields'],
  id: string,
  value: FieldValue | null,
): JobDefinition['fields'] {
  const { [id]: _before, ...rest } = fields;
  const empty = value === null || value === '' || (Array.isArray(value) && value.length === 0);
  return empty ? rest : { ...rest, [id]: value };
}

function FieldControl(props: {
  readonly field: IndustryField;
  readonly value: FieldValue | undefined;
  readonly onChange: (value: FieldValue | null) => void;
}) {
  const t = useT();
  const localized = useLocalized();
  const { field, value, onChange } = props;
  const words = {
    label: localized(field.label),
    optional: true,
    ...(field.help ? { help: localized(field.help) } : {}),
  };
  if (field.kind === 'boolean') {
    return <Checkbox label={words.label} checked={value === true} onChange={(on) => onChange(on || null)} />;
  }
  if (field.kind === 'choice') {
    const options = (field.options ?? []).map(({ id, label }) => ({ value: id, label: localized(label) }));
    return (
      <Select
        {...words}
        value={typeof value === 'string' ? value : ''}
        onChange={onChange}
        options={[{ value: '', label: t('jobs.not_said') }, ...options]}
      />
    );
  }
  if (field.kind === 'multi_choice') return <ManyChoice field={field} value={value} onChange={onChange} />;
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  return (
    <div>
      <TextInput
        {...words}
        type={field.kind === 'text' ? 'text' : field.kind}
        maxLength={200}
        value={text}
        onChange={(typed) => onChange(field.kind === 'number' && typed !== '' ? Number(typed) : typed)}
      />
      {field.kind === 'text' && <WordingHints text={text} />}
    </div>
  );
}

function ManyChoice(props: {
  readonly field: IndustryField;
  readonly value: FieldValue | undefined;
  readonly onChange: (value: FieldValue | null) => void;
}) {
  const localized = useLocalized();
  const { field, onChange } = props;
  const chosen = Array.isArray(props.value) ? props.value : [];
  return (
    <fieldset className="j-choices">
      <legend>{localized(field.label)}</legend>
      {(field.options ?? []).map(({ id, label }) => (
        <Checkbox
          key={id}
          label={localized(label)}
          checked={chosen.includes(id)}
          onChange={(on) => onChange(on ? [...chosen, id] : chosen.filter((one) => one !== id))}
        />
      ))}
    </fieldset>
  );
}
