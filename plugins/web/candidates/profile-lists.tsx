import type { ReactNode } from 'react';
import { degrees } from '#core/resume/degrees.ts';
import { Button, IconButton } from '../kit/button.tsx';
import { Select, TextArea, TextInput } from '../kit/field.tsx';
import { useT } from '../kit/i18n.tsx';
import { degreeKey } from './candidate-words.tsx';
import { newKey, type ProfileDraft } from './profile-draft.ts';

/** What every list of the form is given. */
interface ListProps {
  readonly draft: ProfileDraft;
  readonly onChange: (draft: ProfileDraft) => void;
  readonly words: (path: string) => string | null;
}

type ListName = 'education' | 'work' | 'projects' | 'skills' | 'certificates';
type RowOf<Name extends ListName> = ProfileDraft[Name][number];

/** The frame of one list: its rows, each with a button to remove it, and one more. */
function RowList<Name extends ListName>(
  props: ListProps & {
    readonly name: Name;
    readonly empty: Omit<RowOf<Name>, 'key'>;
    readonly row: (
      row: RowOf<Name>,
      set: (patch: Partial<RowOf<Name>>) => void,
      error: (field: string) => string | null,
    ) => ReactNode;
  },
) {
  const t = useT();
  const { draft } = props;
  // Widened: a message key of a type parameter cannot be looked up.
  const name: ListName = props.name;
  const rows = draft[name] as readonly RowOf<Name>[];
  const put = (next: readonly RowOf<Name>[]) => props.onChange({ ...draft, [name]: next });
  const title = t(`candidates.${name}`);
  return (
    <fieldset className="j-rows">
      <legend>{title}</legend>
      {rows.map((row, index) => (
        <div key={row.key} className="j-rows__row">
          <div className="j-rows__fields">
            {props.row(
              row,
              (patch) => put(rows.map((one) => (one.key === row.key ? { ...one, ...patch } : one))),
              (field) => props.words(`${name}.${index}.${field}`),
            )}
          </div>
          <IconButton
            icon="trash"
            label={t('candidates.remove_row', { list: title, number: index + 1 })}
            onClick={() => put(rows.filter((one) => one.key !== row.key))}
          />
        </div>
      ))}
      <div>
        <Button icon="add" onClick={() => put([...rows, { ...props.empty, key: newKey() } as RowOf<Name>])}>
          {t('candidates.add_row', { list: title })}
        </Button>
      </div>
    </fieldset>
  );
}

function Period(props: {
  readonly from: string;
  readonly to: string;
  readonly onChange: (patch: { readonly from?: string; readonly to?: string }) => void;
  readonly error: (field: string) => string | null;
}) {
  const t = useT();
  return (
    <>
      <TextInput
        label={t('candidates.from')}
        value={props.from}
        placeholder="2021-07"
        maxLength={20}
        error={props.error('from')}
        onChange={(from) => props.onChange({ from })}
      />
      <TextInput
        label={t('candidates.to')}
        value={props.to}
        placeholder={t('candidates.present')}
        maxLength={20}
        error={props.error('to')}
        onChange={(to) => props.onChange({ to })}
      />
    </>
  );
}

/** Schools. */
export function Education(props: ListProps) {
  const t = useT();
  const empty = { school: '', degree: '', major: '', from: '', to: '', mode: '' } as const;
  return (
    <RowList
      {...props}
      name="education"
      empty={empty}
      row={(row, set, error) => (
        <>
          <TextInput
            label={t('candidates.school')}
            value={row.school}
            maxLength={200}
            error={error('school')}
            onChange={(school) => set({ school })}
          />
          <Select
            label={t('candidates.degree')}
            value={row.degree}
            onChange={(degree) => set({ degree })}
            options={[
              { value: '', label: t('common.unknown') },
              ...degrees.map((degree) => ({
                value: degree,
                label: t(`candidates.degree_${degreeKey[degree]}`),
              })),
            ]}
          />
          <TextInput
            label={t('candidates.major')}
            value={row.major}
            maxLength={200}
            onChange={(major) => set({ major })}
          />
          <Period from={row.from} to={row.to} onChange={set} error={error} />
          <TextInput
            label={t('candidates.mode')}
            value={row.mode}
            maxLength={40}
            onChange={(mode) => set({ mode })}
          />
        </>
      )}
    />
  );
}

/** Jobs so far. */
export function Work(props: ListProps) {
  const t = useT();
  return (
    <RowList
      {...props}
      name="work"
      empty={{ company: '', title: '', from: '', to: '', text: '' }}
      row={(row, set, error) => (
        <>
          <TextInput
            label={t('candidates.company')}
            value={row.company}
            maxLength={200}
            error={error('company')}
            onChange={(company) => set({ company })}
          />
          <TextInput
            label={t('candidates.job_title')}
            value={row.title}
            maxLength={200}
            onChange={(title) => set({ title })}
          />
          <Period from={row.from} to={row.to} onChange={set} error={error} />
          <div className="j-rows__wide">
            <TextArea
              label={t('candidates.duties')}
              value={row.text}
              maxLength={20000}
              onChange={(text) => set({ text })}
            />
          </div>
        </>
      )}
    />
  );
}

/** Projects. */
export function Projects(props: ListProps) {
  const t = useT();
  return (
    <RowList
      {...props}
      name="projects"
      empty={{ name: '', role: '', from: '', to: '', text: '' }}
      row={(row, set, error) => (
        <>
          <TextInput
            label={t('candidates.project')}
            value={row.name}
            maxLength={300}
            error={error('name')}
            onChange={(name) => set({ name })}
          />
          <TextInput
            label={t('candidates.role')}
            value={row.role}
            maxLength={200}
            onChange={(role) => set({ role })}
          />
          <Period from={row.from} to={row.to} onChange={set} error={error} />
          <div className="j-rows__wide">
            <TextArea
              label={t('candidates.project_text')}
              value={row.text}
              maxLength={20000}
              onChange={(text) => set({ text })}
            />
          </div>
        </>
      )}
    />
  );
}

/** Skills with the sentence that shows each in use. */
export function Skills(props: ListProps) {
  const t = useT();
  return (
    <RowList
      {...props}
      name="skills"
      empty={{ name: '', evidence: '' }}
      row={(row, set, error) => (
        <>
          <TextInput
            label={t('candidates.skill')}
            value={row.name}
            maxLength={200}
            error={error('name')}
            onChange={(name) => set({ name })}
          />
          <TextInput
            label={t('candidates.skill_evidence')}
            value={row.evidence}
            maxLength={4000}
            onChange={(evidence) => set({ evidence })}
          />
        </>
      )}
    />
  );
}

/** Certificates. */
export function Certificates(props: ListProps) {
  const t = useT();
  return (
    <RowList
      {...props}
      name="certificates"
      empty={{ name: '' }}
      row={(row, set, error) => (
        <div className="j-rows__wide">
          <TextInput
            label={t('candidates.certificate')}
            value={row.name}
            maxLength={300}
            error={error('name')}
            onChange={(name) => set({ name })}
          />
        </div>
      )}
    />
  );
}
