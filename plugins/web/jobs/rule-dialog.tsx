import { useState } from 'react';
import { degrees } from '#core/resume/degrees.ts';
import type { ScreeningRule } from '#core/resume/screening-rule.ts';
import { Button } from '../kit/button.tsx';
import { RadioGroup } from '../kit/choice.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { Select, TextArea, TextInput } from '../kit/field.tsx';
import { useT } from '../kit/i18n.tsx';
import { NumberInput } from '../kit/number-input.tsx';
import {
  ownItemId,
  type RuleFault,
  type RuleWordsForm,
  ruleFaults,
  ruleForm,
  ruleFrom,
  ruleKinds,
} from './rule-form.ts';
import { WordingHints } from './wording-hints.tsx';

/** Writes or changes a screening rule. */
export function RuleDialog(props: {
  readonly rule: ScreeningRule | null;
  readonly onSave: (rule: ScreeningRule) => void;
  readonly onClose: () => void;
}) {
  const t = useT();
  const [form, setForm] = useState(() => ruleForm(props.rule));
  const [tried, setTried] = useState(false);
  const faults = tried ? ruleFaults(form) : [];
  const save = () => {
    setTried(true);
    if (ruleFaults(form).length > 0) return;
    const id = props.rule?.id ?? ownItemId('rule', crypto.getRandomValues(new Uint8Array(5)));
    props.onSave(ruleFrom(form, id));
    props.onClose();
  };
  return (
    <Dialog
      title={props.rule ? t('jobs.rule_edit') : t('jobs.rule_add')}
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={props.onClose}>{t('common.cancel')}</Button>
          <Button look="primary" onClick={save}>
            {t('jobs.rule_save')}
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
        <RuleFields form={form} onChange={setForm} faults={faults} />
        <RadioGroup
          legend={t('jobs.rule_strength')}
          value={form.strength}
          onChange={(strength) => setForm({ ...form, strength })}
          options={[
            { value: 'soft', label: t('jobs.rule_soft'), help: t('jobs.rule_soft_help') },
            { value: 'hard', label: t('jobs.rule_hard'), help: t('jobs.rule_hard_help') },
          ]}
        />
        <div>
          <TextArea
            label={t('jobs.rule_reason')}
            optional={form.strength === 'soft'}
            rows={2}
            maxLength={300}
            value={form.reason}
            error={faults.includes('reason') ? t('jobs.rule_reason_missing') : null}
            onChange={(reason) => setForm({ ...form, reason })}
          />
          <WordingHints text={form.reason} />
        </div>
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}

/** What the rule compares, by its kind. */
function RuleFields(props: {
  readonly form: RuleWordsForm;
  readonly onChange: (form: RuleWordsForm) => void;
  readonly faults: readonly RuleFault[];
}) {
  const t = useT();
  const { form, onChange, faults } = props;
  return (
    <>
      <Select
        label={t('jobs.rule_kind')}
        value={form.kind}
        onChange={(kind) => onChange({ ...form, kind })}
        options={ruleKinds.map((value) => ({ value, label: t(`jobs.kind_${value}`) }))}
      />
      {form.kind === 'education' && (
        <Select
          label={t('jobs.rule_degree')}
          value={form.atLeast}
          onChange={(atLeast) => onChange({ ...form, atLeast })}
          options={degrees.map((value) => ({ value, label: t(`jobs.degree_${value}`) }))}
        />
      )}
      {form.kind === 'experience' && (
        <NumberInput
          label={t('jobs.rule_years')}
          unit={t('jobs.years')}
          min={0}
          max={50}
          value={form.years}
          onChange={(years) => onChange({ ...form, years })}
        />
      )}
      {form.kind !== 'education' && (
        <div>
          <TextInput
            label={t(`jobs.rule_words_${form.kind}`)}
            help={t('jobs.rule_words_help')}
            optional={form.kind === 'experience'}
            placeholder={t(`jobs.rule_example_${form.kind}`)}
            value={form.words}
            error={faults.includes('words') ? t('jobs.rule_words_wrong') : null}
            onChange={(words) => onChange({ ...form, words })}
          />
          <WordingHints text={form.words} />
        </div>
      )}
    </>
  );
}
