import { useState } from 'react';
import type { DefinitionView, PlatformAbilityView } from '#adapters/http/schemas/approval-chains.ts';
import { Button } from '../kit/button.tsx';
import { RadioGroup } from '../kit/choice.tsx';
import { Select, TextInput } from '../kit/field.tsx';
import { useT } from '../kit/i18n.tsx';
import { useApi } from '../kit/session.tsx';
import { Notice, ProblemNotice } from '../kit/states.tsx';
import { useMutation } from '../kit/use-mutation.ts';
import { usePlatformName } from './approval-words.tsx';
import type { Mapping } from './chain-draft.ts';
import { FormMap } from './form-map.tsx';

type Ability = NonNullable<PlatformAbilityView['platform']>;

/** Whether an approval runs on the office platform, by which form, and who decides there. */
export function PlatformPart(props: {
  readonly ability: Ability;
  readonly mapping: Mapping | null;
  readonly onChange: (mapping: Mapping | null) => void;
}) {
  const t = useT();
  const platformName = usePlatformName();
  const { ability, mapping, onChange } = props;
  const [there, setThere] = useState(mapping !== null);
  const platform = platformName(ability.id);
  return (
    <section className="j-card j-stack" aria-labelledby="chain-where">
      <h2 id="chain-where">{t('approvals.where')}</h2>
      <RadioGroup
        legend={t('approvals.where')}
        legendHidden
        value={there ? 'platform' : 'own'}
        onChange={(value) => {
          setThere(value === 'platform');
          if (value === 'own') onChange(null);
        }}
        options={[
          { value: 'own', label: t('approvals.where_own') },
          {
            value: 'platform',
            label: t('approvals.where_platform', { platform }),
            help: t('approvals.where_help'),
          },
        ]}
      />
      {there && (
        <>
          <FormChoice
            ability={ability}
            chosen={mapping?.definitionId ?? ''}
            onRead={(form) => onChange(mapped(ability, form, mapping))}
          />
          {mapping && (
            <FormMap mapping={mapping} needsReference={ability.needsReference} onChange={onChange} />
          )}
          {mapping && ability.takesSteps && (
            <RadioGroup
              legend={t('approvals.deciders')}
              value={mapping.deciders}
              onChange={(deciders) => onChange({ ...mapping, deciders })}
              options={[
                { value: 'platform', label: t('approvals.deciders_platform') },
                { value: 'jinji', label: t('approvals.deciders_jinji') },
              ]}
            />
          )}
          {!ability.mayCancel && <p className="j-small j-muted">{t('approvals.cannot_cancel')}</p>}
        </>
      )}
    </section>
  );
}

/** A form that was read, with the sources that still fit it. */
function mapped(ability: Ability, form: DefinitionView, before: Mapping | null): Mapping {
  const known = new Set(form.fields.map(({ id }) => id));
  const kept = before?.definitionId === form.id ? before.sources : {};
  return {
    platform: ability.id,
    definitionId: form.id,
    definitionName: form.name,
    deciders: before?.deciders ?? 'platform',
    fields: form.fields,
    sources: Object.fromEntries(Object.entries(kept).filter(([id]) => known.has(id))),
  };
}

function FormChoice(props: {
  readonly ability: Ability;
  readonly chosen: string;
  readonly onRead: (form: DefinitionView) => void;
}) {
  const t = useT();
  const api = useApi();
  const [id, setId] = useState(props.chosen);
  const read = useMutation((wanted: string) =>
    api.get<DefinitionView>('/approval-chains/platform/definition', { query: { id: wanted } }),
  );
  const load = async (wanted: string) => {
    setId(wanted);
    if (wanted === '') return;
    const form = await read.run(wanted);
    if (form) props.onRead(form);
  };
  const { definitions } = props.ability;
  return (
    <div className="j-stack j-stack--tight">
      {definitions === null ? (
        <div className="j-stack j-stack--tight">
          <TextInput
            label={t('approvals.form_id')}
            help={t('approvals.form_id_help')}
            maxLength={200}
            value={id}
            onChange={setId}
          />
          <div className="j-row">
            <Button busy={read.busy} disabled={id.trim() === ''} onClick={() => void load(id.trim())}>
              {t('approvals.form_read')}
            </Button>
          </div>
        </div>
      ) : (
        <Select
          label={t('approvals.form')}
          value={id}
          onChange={(wanted) => void load(wanted)}
          options={[
            { value: '', label: t('approvals.form_choose') },
            ...definitions.map((one) => ({ value: one.id, label: one.name })),
          ]}
        />
      )}
      <ProblemNotice problem={read.problem} />
      {read.problem === null && props.chosen === '' && id !== '' && !read.busy && (
        <Notice tone="info">{t('approvals.form_read')}</Notice>
      )}
    </div>
  );
}
