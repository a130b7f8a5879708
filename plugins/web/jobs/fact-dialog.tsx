import { useState } from 'react';
import { writeText } from '#core/rubric/own-dimension.ts';
import type { MustHaveFact } from '#core/template/schemas/industry-pack.ts';
import { Button } from '../kit/button.tsx';
import { RadioGroup } from '../kit/choice.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { Select, TextArea, TextInput } from '../kit/field.tsx';
import { useT } from '../kit/i18n.tsx';
import { useWritingLanguage } from '../rubric-builder/builder-context.tsx';
import { ownItemId, splitWords } from './rule-form.ts';
import { WordingHints } from './wording-hints.tsx';

const kinds: readonly MustHaveFact['kind'][] = [
  'certificate',
  'shift',
  'arrival_date',
  'location',
  'experience_years',
  'education',
  'skill',
  'language',
  'other',
];
const empty = { zh: '', en: '' };

interface FactForm {
  readonly kind: MustHaveFact['kind'];
  readonly strength: MustHaveFact['strength'];
  readonly label: string;
  readonly ask: string;
  readonly reason: string;
  readonly evidence: string;
}

/** Writes or changes a fact that the job needs. */
export function FactDialog(props: {
  readonly fact: MustHaveFact | null;
  readonly onSave: (fact: MustHaveFact) => void;
  readonly onClose: () => void;
}) {
  const t = useT();
  const language = useWritingLanguage();
  const { fact } = props;
  const [form, setForm] = useState<FactForm>({
    kind: fact?.kind ?? 'certificate',
    strength: fact?.strength ?? 'required',
    label: fact?.label[language] ?? '',
    ask: fact?.ask[language] ?? '',
    reason: fact?.reason[language] ?? '',
    evidence: fact?.evidence.join('、') ?? '',
  });
  const [tried, setTried] = useState(false);
  const save = () => {
    setTried(true);
    if ([form.label, form.ask, form.reason].some((text) => text.trim() === '')) return;
    props.onSave({
      id: fact?.id ?? ownItemId('fact', crypto.getRandomValues(new Uint8Array(5))),
      kind: form.kind,
      strength: form.strength,
      label: writeText(fact?.label ?? empty, language, form.label.trim()),
      ask: writeText(fact?.ask ?? empty, language, form.ask.trim()),
      reason: writeText(fact?.reason ?? empty, language, form.reason.trim()),
      evidence: splitWords(form.evidence)
        .slice(0, 20)
        .map((word) => word.slice(0, 60)),
    });
    props.onClose();
  };
  return (
    <Dialog
      title={fact ? t('jobs.fact_edit') : t('jobs.fact_add')}
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={props.onClose}>{t('common.cancel')}</Button>
          <Button look="primary" onClick={save}>
            {t('jobs.fact_save')}
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
        <FactTexts form={form} onChange={setForm} tried={tried} />
        <TextInput
          label={t('jobs.fact_evidence')}
          help={t('jobs.fact_evidence_help')}
          optional
          value={form.evidence}
          onChange={(evidence) => setForm({ ...form, evidence })}
        />
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}

function FactTexts(props: {
  readonly form: FactForm;
  readonly onChange: (form: FactForm) => void;
  readonly tried: boolean;
}) {
  const t = useT();
  const { form, onChange, tried } = props;
  const missing = (text: string) => (tried && text.trim() === '' ? t('jobs.fact_missing') : null);
  return (
    <>
      <Select
        label={t('jobs.fact_kind')}
        value={form.kind}
        onChange={(kind) => onChange({ ...form, kind })}
        options={kinds.map((value) => ({ value, label: t(`jobs.fact_kind_${value}`) }))}
      />
      <div>
        <TextInput
          label={t('jobs.fact_label')}
          placeholder={t('jobs.fact_label_example')}
          maxLength={60}
          value={form.label}
          error={missing(form.label)}
          onChange={(label) => onChange({ ...form, label })}
        />
        <WordingHints text={form.label} />
      </div>
      <div>
        <TextArea
          label={t('jobs.fact_ask')}
          placeholder={t('jobs.fact_ask_example')}
          rows={2}
          maxLength={300}
          value={form.ask}
          error={missing(form.ask)}
          onChange={(ask) => onChange({ ...form, ask })}
        />
        <WordingHints text={form.ask} />
      </div>
      <div>
        <TextArea
          label={t('jobs.fact_reason')}
          placeholder={t('jobs.fact_reason_example')}
          rows={2}
          maxLength={300}
          value={form.reason}
          error={missing(form.reason)}
          onChange={(reason) => onChange({ ...form, reason })}
        />
        <WordingHints text={form.reason} />
      </div>
      <RadioGroup
        legend={t('jobs.fact_strength')}
        value={form.strength}
        onChange={(strength) => onChange({ ...form, strength })}
        options={[
          { value: 'required', label: t('jobs.fact_required'), help: t('jobs.fact_required_help') },
          { value: 'preferred', label: t('jobs.fact_preferred'), help: t('jobs.fact_preferred_help') },
        ]}
      />
    </>
  );
}
