import { useState } from 'react';
import type { ScreeningRule } from '#core/resume/screening-rule.ts';
import type { MustHaveFact } from '#core/template/schemas/industry-pack.ts';
import { Button, IconButton } from '../../kit/button.tsx';
import { useT } from '../../kit/i18n.tsx';
import { Badge, Notice } from '../../kit/states.tsx';
import { useToast } from '../../kit/toast.tsx';
import { useLocalized } from '../../rubric-builder/builder-context.tsx';
import { FactDialog } from '../fact-dialog.tsx';
import { RuleDialog } from '../rule-dialog.tsx';
import { useRuleWords } from '../rule-words.ts';
import type { StepProps } from '../step-props.ts';

const mostFacts = 10;
const mostRules = 20;

/** Facts that the job needs, and rules for résumés; neither is a score and none rejects anybody. */
export function ScreeningStep({ editing }: StepProps) {
  const t = useT();
  return (
    <div className="j-stack j-narrow">
      <Notice tone="info" title={t('jobs.no_automatic')}>
        <p>{t('jobs.no_automatic_text')}</p>
      </Notice>
      <Facts editing={editing} />
      <Rules editing={editing} />
    </div>
  );
}

type Part = Pick<StepProps, 'editing'>;

/** Changes to one list of the draft, with undo for what was taken out. */
function useDraftList<Item extends { readonly id: string }>(
  { editing }: Part,
  key: 'mustHave' | 'screeningRules',
) {
  const t = useT();
  const toast = useToast();
  const items = editing.draft[key] as unknown as readonly Item[];
  const set = (update: (before: readonly Item[]) => readonly Item[]) =>
    editing.change((before) => ({
      ...before,
      [key]: [...update(before[key] as unknown as readonly Item[])],
    }));
  const put = (item: Item) =>
    set((before) =>
      before.some(({ id }) => id === item.id)
        ? before.map((old) => (old.id === item.id ? item : old))
        : [...before, item],
    );
  const remove = (item: Item) => {
    const at = items.indexOf(item);
    set((before) => before.filter(({ id }) => id !== item.id));
    toast({
      text: t('jobs.item_removed'),
      action: {
        label: t('common.undo'),
        run: () => set((before) => [...before.slice(0, at), item, ...before.slice(at)]),
      },
    });
  };
  return { items, put, remove };
}

function Facts(props: Part) {
  const t = useT();
  const localized = useLocalized();
  const { items, put, remove } = useDraftList<MustHaveFact>(props, 'mustHave');
  const [open, setOpen] = useState<MustHaveFact | 'new' | null>(null);
  return (
    <section className="j-card j-stack">
      <h3>{t('jobs.must_have')}</h3>
      <p className="j-muted">{t('jobs.must_have_text')}</p>
      <ul className="j-items">
        {items.map((fact) => (
          <li className="j-items__row" key={fact.id}>
            <div>
              <span className="j-row j-row--badges">
                <strong>{localized(fact.label)}</strong>
                <Badge tone={fact.strength === 'required' ? 'brand' : 'plain'}>
                  {t(`jobs.fact_${fact.strength}`)}
                </Badge>
              </span>
              <p className="j-small">{localized(fact.ask)}</p>
              <p className="j-small j-muted">{localized(fact.reason)}</p>
            </div>
            <ItemButtons
              name={localized(fact.label)}
              onEdit={() => setOpen(fact)}
              onRemove={() => remove(fact)}
            />
          </li>
        ))}
      </ul>
      {items.length === 0 && <p className="j-muted">{t('jobs.must_have_none')}</p>}
      <div>
        <Button icon="add" disabled={items.length >= mostFacts} onClick={() => setOpen('new')}>
          {t('jobs.fact_add')}
        </Button>
      </div>
      {open && <FactDialog fact={open === 'new' ? null : open} onSave={put} onClose={() => setOpen(null)} />}
    </section>
  );
}

function Rules(props: Part) {
  const t = useT();
  const ruleWords = useRuleWords();
  const { items, put, remove } = useDraftList<ScreeningRule>(props, 'screeningRules');
  const [open, setOpen] = useState<ScreeningRule | 'new' | null>(null);
  return (
    <section className="j-card j-stack">
      <h3>{t('jobs.screening_rules')}</h3>
      <p className="j-muted">{t('jobs.screening_rules_text')}</p>
      <ul className="j-items">
        {items.map((rule) => (
          <li className="j-items__row" key={rule.id}>
            <div>
              <span className="j-row j-row--badges">
                <strong>{ruleWords(rule)}</strong>
                <Badge tone={rule.strength === 'hard' ? 'brand' : 'plain'}>
                  {t(`jobs.rule_${rule.strength}`)}
                </Badge>
              </span>
              {rule.reason && <p className="j-small j-muted">{rule.reason}</p>}
            </div>
            <ItemButtons name={ruleWords(rule)} onEdit={() => setOpen(rule)} onRemove={() => remove(rule)} />
          </li>
        ))}
      </ul>
      {items.length === 0 && <p className="j-muted">{t('jobs.screening_rules_none')}</p>}
      <div>
        <Button icon="add" disabled={items.length >= mostRules} onClick={() => setOpen('new')}>
          {t('jobs.rule_add')}
        </Button>
      </div>
      {open && <RuleDialog rule={open === 'new' ? null : open} onSave={put} onClose={() => setOpen(null)} />}
    </section>
  );
}

function ItemButtons(props: {
  readonly name: string;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}) {
  const t = useT();
  const { name } = props;
  return (
    <div className="j-items__buttons">
      <IconButton icon="edit" label={t('jobs.item_edit', { name })} onClick={props.onEdit} />
      <IconButton icon="trash" label={t('jobs.item_remove', { name })} onClick={props.onRemove} />
    </div>
  );
}
