import { type FormEvent, useState } from 'react';
import { Button } from '../kit/button.tsx';
import { TextInput } from '../kit/field.tsx';
import { useT } from '../kit/i18n.tsx';
import './profile-form.css';
import type { DraftFaults, ProfileDraft } from './profile-draft.ts';
import { readDraft, type TypedProfile } from './profile-draft.ts';
import { Certificates, Education, Projects, Skills, Work } from './profile-lists.tsx';

/** One field of the form with its value, how to change it and what is wrong with it. */
function useFaultWords(faults: DraftFaults | null) {
  const t = useT();
  return (path: string): string | null => {
    const fault = faults?.[path];
    return fault ? t(`candidates.fault_${fault}`) : null;
  };
}

/**
 * Every field of a profile. It is sent only when each text makes sense; the first one that does not gets the focus.
 */
export function ProfileForm(props: {
  readonly draft: ProfileDraft;
  readonly onChange: (draft: ProfileDraft) => void;
  readonly onSend: (profile: TypedProfile) => void;
  readonly onCancel: () => void;
  readonly sendLabel: string;
  readonly busy: boolean;
  /** Without a name nobody can be told apart in a list: asked for when a person is typed in by hand. */
  readonly nameNeeded?: boolean;
}) {
  const t = useT();
  const { draft, onChange } = props;
  const [tried, setTried] = useState(false);
  const { profile, faults } = readDraft(draft);
  const shown: DraftFaults | null = tried
    ? { ...faults, ...(props.nameNeeded && draft.name.trim() === '' ? { name: 'needed' as const } : {}) }
    : null;
  const words = useFaultWords(shown);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const wrong = Object.keys(faults).length > 0 || (props.nameNeeded && draft.name.trim() === '');
    if (!wrong) props.onSend(profile);
    // The marks appear with the next rendering.
    else
      setTimeout(() => {
        const first = document.querySelector<HTMLElement>('.j-profile-form [aria-invalid="true"]');
        first?.focus();
      });
  };
  const list = { draft, onChange, words };
  return (
    <form className="j-stack j-profile-form" onSubmit={send} noValidate>
      <BasicFields {...list} />
      <Work {...list} />
      <Education {...list} />
      <Projects {...list} />
      <Skills {...list} />
      <Certificates {...list} />
      <div className="j-form-end">
        <Button onClick={props.onCancel}>{t('common.cancel')}</Button>
        <Button look="primary" submit busy={props.busy}>
          {props.sendLabel}
        </Button>
      </div>
    </form>
  );
}

function BasicFields(props: {
  readonly draft: ProfileDraft;
  readonly onChange: (draft: ProfileDraft) => void;
  readonly words: (path: string) => string | null;
}) {
  const t = useT();
  const { draft, words } = props;
  const set = (patch: Partial<ProfileDraft>) => props.onChange({ ...draft, ...patch });
  return (
    <div className="j-field-grid">
      <TextInput
        label={t('candidates.name')}
        value={draft.name}
        maxLength={80}
        autoComplete="off"
        error={words('name')}
        onChange={(name) => set({ name })}
      />
      <TextInput
        label={t('candidates.phone')}
        type="tel"
        value={draft.phone}
        autoComplete="off"
        error={words('phone')}
        onChange={(phone) => set({ phone })}
      />
      <TextInput
        label={t('candidates.email')}
        type="email"
        value={draft.email}
        autoComplete="off"
        error={words('email')}
        onChange={(email) => set({ email })}
      />
      <TextInput
        label={t('candidates.city')}
        value={draft.city}
        maxLength={80}
        error={words('city')}
        onChange={(city) => set({ city })}
      />
      <TextInput
        label={t('candidates.years')}
        inputMode="decimal"
        value={draft.years}
        error={words('years')}
        onChange={(years) => set({ years })}
      />
      {draft.birthYear !== null && (
        <TextInput
          label={t('candidates.birth_year')}
          help={t('candidates.birth_year_help')}
          inputMode="numeric"
          value={draft.birthYear}
          error={words('birthYear')}
          onChange={(birthYear) => set({ birthYear })}
        />
      )}
    </div>
  );
}
