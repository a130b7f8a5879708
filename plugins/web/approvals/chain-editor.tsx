import { useState } from 'react';
import type { ChainView, PlatformAbilityView } from '#adapters/http/schemas/approval-chains.ts';
import { Button } from '../kit/button.tsx';
import { Switch } from '../kit/choice.tsx';
import { useT } from '../kit/i18n.tsx';
import { useUnsavedGuard } from '../kit/router.tsx';
import { useApi, useMay } from '../kit/session.tsx';
import { DragBoard, SortableRows } from '../kit/sortable-list.tsx';
import { EmptyState, ProblemNotice } from '../kit/states.tsx';
import { useToast } from '../kit/toast.tsx';
import { useMutation } from '../kit/use-mutation.ts';
import type { Named } from './approval-words.tsx';
import { type ChainDraft, chainBody, draftOf, moved, newStep, type Step } from './chain-draft.ts';
import { ChainStepRow } from './chain-step-row.tsx';
import { PlatformPart } from './platform-part.tsx';
import './approvals.css';

const mostSteps = 10;

/** One kind's chain: on or off, where it runs, and its steps by dragging, keys or buttons. */
export function ChainEditor(props: {
  readonly chain: ChainView;
  readonly ability: PlatformAbilityView['platform'];
  readonly people: readonly Named[];
  readonly onPerson: (person: Named) => void;
  readonly onSaved: (chain: ChainView) => void;
}) {
  const t = useT();
  const api = useApi();
  const toast = useToast();
  const mayWrite = useMay('settings.write');
  const { chain } = props;
  const [draft, setDraft] = useState<ChainDraft>(() => draftOf(chain));
  const dirty = JSON.stringify(draft) !== JSON.stringify(draftOf(chain));
  useUnsavedGuard(dirty);
  const save = useMutation((body: object, idempotencyKey) =>
    api.put<ChainView>(`/approval-chains/${chain.kind}`, body, { idempotencyKey }),
  );
  const send = async () => {
    const next = await save.run(chainBody(draft, chain.number));
    if (!next) return;
    toast({ text: t('approvals.chain_saved') });
    props.onSaved(next);
  };
  const set = (change: Partial<ChainDraft>) => setDraft((before) => ({ ...before, ...change }));
  return (
    <div className="j-stack j-narrow">
      <div className="j-card j-stack">
        <Switch
          label={t('approvals.chain_on')}
          help={t(`approvals.chain_help_${chain.kind}`)}
          checked={draft.enabled}
          disabled={!mayWrite}
          onChange={(enabled) => set({ enabled })}
        />
        {chain.number > 0 && (
          <span className="j-small j-muted">{t('approvals.chain_version', { number: chain.number })}</span>
        )}
      </div>
      {draft.enabled && (
        <>
          {props.ability && (
            <PlatformPart
              ability={props.ability}
              mapping={draft.platform}
              onChange={(platform) => set({ platform })}
            />
          )}
          <Steps {...props} steps={draft.steps} onChange={(steps) => set({ steps })} />
        </>
      )}
      <ProblemNotice problem={save.problem} />
      {mayWrite && (
        <div className="j-row j-row--end">
          <Button look="primary" busy={save.busy} disabled={!dirty} onClick={() => void send()}>
            {t('common.save')}
          </Button>
        </div>
      )}
    </div>
  );
}

function Steps(props: {
  readonly steps: readonly Step[];
  readonly people: readonly Named[];
  readonly onPerson: (person: Named) => void;
  readonly onChange: (steps: readonly Step[]) => void;
}) {
  const t = useT();
  const { steps, onChange } = props;
  const items = steps.map(({ id }, index) => ({
    id,
    name: t('approvals.step_number', { number: index + 1 }),
  }));
  return (
    <section className="j-card j-stack" aria-labelledby="chain-steps">
      <h2 id="chain-steps">{t('approvals.chain_steps')}</h2>
      {steps.length === 0 && <EmptyState icon="people" level={2} title={t('approvals.step_empty')} />}
      <DragBoard items={items} onMove={(from, to) => onChange(moved(steps, from, to))}>
        <SortableRows
          label={t('approvals.chain_steps')}
          render={(id, index, parts) => {
            const step = steps[index];
            if (!step) return null;
            return (
              <ChainStepRow
                key={id}
                step={step}
                number={index + 1}
                parts={parts}
                people={props.people}
                onPerson={props.onPerson}
                onChange={(next) => onChange(steps.map((one) => (one.id === id ? next : one)))}
                onRemove={() => onChange(steps.filter((one) => one.id !== id))}
              />
            );
          }}
        />
      </DragBoard>
      {steps.length < mostSteps && (
        <div className="j-row">
          <Button icon="add" onClick={() => onChange([...steps, newStep(steps)])}>
            {t('approvals.add_step')}
          </Button>
        </div>
      )}
    </section>
  );
}
