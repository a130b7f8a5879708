import { contentFields, fits, mappingFindings } from '#core/approval/form-mapping.ts';
import { Select, TextInput } from '../kit/field.tsx';
import { useT } from '../kit/i18n.tsx';
import { Notice } from '../kit/states.tsx';
import type { Mapping } from './chain-draft.ts';
import { useFindingWords } from './plan-view.tsx';

type FormField = Mapping['fields'][number];
type Source = Mapping['sources'][string];

/** Where each field of the platform's form comes from; only sources that fit its type are offered. */
export function FormMap(props: {
  readonly mapping: Mapping;
  readonly needsReference: boolean;
  readonly onChange: (mapping: Mapping) => void;
}) {
  const t = useT();
  const findingWords = useFindingWords();
  const { mapping, needsReference, onChange } = props;
  const findings = mappingFindings(mapping, { fields: mapping.fields, unusable: null }, needsReference);
  const set = (field: FormField, source: Source | null) => {
    const { [field.id]: _, ...rest } = mapping.sources;
    onChange({ ...mapping, sources: source === null ? rest : { ...rest, [field.id]: source } });
  };
  return (
    <div className="j-stack j-stack--tight">
      <h3>
        {mapping.definitionName} · {t('approvals.map')}
      </h3>
      {needsReference && findings.some(({ problem }) => problem === 'reference_missing') && (
        <Notice tone="warn">{t('approvals.map_reference')}</Notice>
      )}
      {mapping.fields.map((field) => (
        <FieldRow
          key={field.id}
          field={field}
          source={mapping.sources[field.id] ?? null}
          error={findings.find(({ fieldId }) => fieldId === field.id)?.problem ?? null}
          words={findingWords}
          onChange={(source) => set(field, source)}
        />
      ))}
    </div>
  );
}

function FieldRow(props: {
  readonly field: FormField;
  readonly source: Source | null;
  readonly error: string | null;
  readonly words: (problem: string) => string;
  readonly onChange: (source: Source | null) => void;
}) {
  const t = useT();
  const { field, source, onChange } = props;
  const label = field.required ? `${field.name}（${t('approvals.map_required')}）` : field.name;
  const error = props.error === null ? null : props.words(props.error);
  if (field.kind === 'choice') {
    return (
      <Select
        label={label}
        error={error}
        value={source && 'constant' in source ? source.constant : ''}
        onChange={(value) => onChange(value === '' ? null : { constant: value })}
        options={[
          { value: '', label: t('approvals.map_empty') },
          ...field.options.map((option) => ({ value: option.value, label: option.label })),
        ]}
      />
    );
  }
  const constant = source && 'constant' in source ? source.constant : null;
  const fitting = contentFields.filter((one) => fits(one, field.kind));
  const choose = (word: string) => {
    if (word === 'constant') return onChange({ constant: '' });
    const from = fitting.find((one) => one === word);
    return onChange(from ? { from } : null);
  };
  return (
    <div className="j-map-row">
      <Select
        label={label}
        error={error}
        value={source === null ? '' : 'from' in source ? source.from : 'constant'}
        onChange={choose}
        options={[
          { value: '', label: t('approvals.map_empty') },
          ...fitting.map((one) => ({ value: one, label: t(`approvals.field_${one}`) })),
          ...(field.kind === 'other' ? [] : [{ value: 'constant', label: t('approvals.map_constant') }]),
        ]}
      />
      {constant !== null && (
        <TextInput
          label={t('approvals.map_constant_value', { field: field.name })}
          labelHidden
          maxLength={200}
          value={constant}
          onChange={(value) => onChange({ constant: value })}
        />
      )}
    </div>
  );
}
