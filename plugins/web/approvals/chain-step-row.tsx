import { useState } from 'react';
import { Button, IconButton } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { Select } from '../kit/field.tsx';
import { useT } from '../kit/i18n.tsx';
import { useNameless } from '../kit/mirror-name.tsx';
import type { SortableParts } from '../kit/sortable-list.tsx';
import type { Named } from './approval-words.tsx';
import { type Rule, ruleWord, type Step } from './chain-draft.ts';
import { ColleaguePicker } from './colleague-picker.tsx';

const fixed: readonly Rule[] = [
  { kind: 'direct_leader' },
  { kind: 'department_head' },
  { kind: 'hr' },
  { kind: 'role', role: 'owner' },
  { kind: 'role', role: 'interviewer' },
];
const hours = [4, 8, 24, 48, 72, 168] as const;

/** What a rule is called; people by their name. */
function useRuleName(people: readonly Named[]): (rule: Rule) => string {
  const t = useT();
  const nameless = useNameless();
  return (rule) => {
    if (rule.kind === 'person') {
      return people.find(({ key }) => key === rule.key)?.name ?? nameless('person');
    }
    if (rule.kind !== 'role') return t(`approvals.approver_${rule.kind}`);
    return rule.role === 'hr' ? t('approvals.approver_hr') : t(`approvals.approver_${rule.role}`);
  };
}

/** One step of a chain: who, all or one, how long, and who then. */
export function ChainStepRow(props: {
  readonly step: Step;
  readonly number: number;
  readonly parts: SortableParts;
  readonly people: readonly Named[];
  readonly onPerson: (person: Named) => void;
  readonly onChange: (step: Step) => void;
  readonly onRemove: () => void;
}) {
  const t = useT();
  const ruleName = useRuleName(props.people);
  const { step, onChange } = props;
  const set = (change: Partial<Step>) => onChange({ ...step, ...change });
  const taken = new Set(step.approvers.map(ruleWord));
  return (
    <div className="j-chain-step">
      {props.parts.handle}
      <div className="j-stack j-stack--tight">
        <strong>{t('approvals.step_number', { number: props.number })}</strong>
        {step.approvers.map((rule) => (
          <p key={ruleWord(rule)} className="j-chain-approver">
            {ruleName(rule)}
            <IconButton
              icon="close"
              label={t('approvals.remove_approver', { name: ruleName(rule) })}
              onClick={() => set({ approvers: step.approvers.filter((one) => one !== rule) })}
            />
          </p>
        ))}
        <RuleSelect
          label={t('approvals.add_approver')}
          none={t('approvals.form_choose')}
          value={null}
          taken={taken}
          people={props.people}
          onPerson={props.onPerson}
          onChange={(rule) => rule && set({ approvers: [...step.approvers, rule] })}
        />
        <Select
          label={t('approvals.when_several')}
          value={step.rule}
          onChange={(rule) => set({ rule })}
          options={[
            { value: 'and', label: t('approvals.rule_and') },
            { value: 'or', label: t('approvals.rule_or') },
          ]}
        />
        <Select
          label={t('approvals.step_timeout')}
          value={step.timeoutHours === null ? '' : String(step.timeoutHours)}
          onChange={(value) =>
            set(value === '' ? { timeoutHours: null, escalateTo: null } : { timeoutHours: Number(value) })
          }
          options={[
            { value: '', label: t('approvals.timeout_none') },
            ...hours.map((count) => ({
              value: String(count),
              label: t('approvals.timeout_hours', { count }),
            })),
          ]}
        />
        {step.timeoutHours !== null && (
          <RuleSelect
            label={t('approvals.escalate')}
            none={t('approvals.escalate_none')}
            value={step.escalateTo}
            taken={new Set()}
            people={props.people}
            onPerson={props.onPerson}
            onChange={(escalateTo) => set({ escalateTo })}
          />
        )}
      </div>
      <div className="j-chain-step__buttons">
        {props.parts.moveButtons}
        <IconButton icon="trash" label={t('approvals.remove_step')} onClick={props.onRemove} />
      </div>
    </div>
  );
}

function RuleSelect(props: {
  readonly label: string;
  /** What nothing is called. */
  readonly none: string;
  readonly value: Rule | null;
  readonly taken: ReadonlySet<string>;
  readonly people: readonly Named[];
  readonly onPerson: (person: Named) => void;
  readonly onChange: (rule: Rule | null) => void;
}) {
  const t = useT();
  const ruleName = useRuleName(props.people);
  const [picking, setPicking] = useState(false);
  const own = props.value;
  const offered = [...fixed, ...(own?.kind === 'person' ? [own] : [])];
  const choose = (word: string) => {
    if (word === 'somebody') setPicking(true);
    else props.onChange(offered.find((rule) => ruleWord(rule) === word) ?? null);
  };
  return (
    <>
      <Select
        label={props.label}
        value={own === null ? '' : ruleWord(own)}
        onChange={choose}
        options={[
          { value: '', label: props.none },
          ...offered.map((rule) => ({
            value: ruleWord(rule),
            label: ruleName(rule),
            disabled: props.taken.has(ruleWord(rule)),
          })),
          { value: 'somebody', label: t('approvals.approver_person') },
        ]}
      />
      {picking && (
        <PersonDialog
          onClose={() => setPicking(false)}
          onChosen={(person) => {
            props.onPerson(person);
            if (!props.taken.has(person.key)) props.onChange({ kind: 'person', key: person.key });
          }}
        />
      )}
    </>
  );
}

function PersonDialog(props: { readonly onClose: () => void; readonly onChosen: (person: Named) => void }) {
  const t = useT();
  const [person, setPerson] = useState<Named | null>(null);
  return (
    <Dialog
      title={t('approvals.approver_person')}
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={props.onClose}>{t('common.cancel')}</Button>
          <Button
            look="primary"
            disabled={person === null}
            onClick={() => {
              if (person) props.onChosen(person);
              props.onClose();
            }}
          >
            {t('approvals.add_approver')}
          </Button>
        </>
      }
    >
      <ColleaguePicker legend={t('approvals.approver')} value={person?.key ?? null} onChange={setPerson} />
    </Dialog>
  );
}
