import type { ReactNode } from 'react';
import type { ApplicationView } from '#adapters/http/schemas/candidates.ts';
import type { ResumeProfile } from '#core/resume/profile.ts';
import { IconButton } from '../kit/button.tsx';
import { useT } from '../kit/i18n.tsx';
import { Badge } from '../kit/states.tsx';
import { degreeKey } from './candidate-words.tsx';

interface FactsProps {
  readonly view: ApplicationView;
  readonly onShowSource: (field: string) => void;
}

type Field = keyof ResumeProfile;

/** Whether a person changed the field, with what the file says instead. */
function EditedMark(props: { readonly view: ApplicationView; readonly field: Field }) {
  const t = useT();
  const edit = props.view.candidate.edits.find((one) => one.field === props.field);
  if (!edit) return null;
  const read = props.view.read?.profile[props.field];
  const original = typeof read === 'string' || typeof read === 'number' ? String(read) : null;
  return (
    <span className="j-row j-edited">
      <Badge tone="info">{t('candidates.edited', { name: edit.by ?? t('common.unknown') })}</Badge>
      {original !== null && (
        <span className="j-small j-muted">{t('candidates.was_read', { text: original })}</span>
      )}
    </span>
  );
}

/** Leads to the line of the file where a fact was read. */
function Source(props: FactsProps & { readonly field: string; readonly about: string }) {
  const t = useT();
  const known = props.view.read?.sources.some((source) => source.field === props.field);
  if (!known) return null;
  return (
    <IconButton
      icon="eye"
      label={t('candidates.show_source', { field: props.about })}
      onClick={() => props.onShowSource(props.field)}
    />
  );
}

function Fact(
  props: FactsProps & { readonly field: Field; readonly label: string; readonly value: ReactNode },
) {
  const t = useT();
  return (
    <div className="j-fact">
      <dt>{props.label}</dt>
      <dd>
        {props.value ?? <span className="j-muted">{t('candidates.not_stated')}</span>}
        <Source {...props} about={props.label} />
        <EditedMark view={props.view} field={props.field} />
      </dd>
    </div>
  );
}

function useFacts() {
  const t = useT();
  const date = (text: string | null): string =>
    text === 'present' ? t('candidates.present') : (text ?? t('candidates.date_unknown'));
  return {
    period: (item: { readonly from: string | null; readonly to: string | null }): string | null =>
      item.from === null && item.to === null ? null : `${date(item.from)} – ${date(item.to)}`,
  };
}

/** A list of the profile with its rows, each with its place in the file. */
function FactList(
  props: FactsProps & {
    readonly field: 'education' | 'work' | 'projects' | 'skills' | 'certificates';
    readonly rows: readonly {
      readonly head: string;
      readonly more: readonly (string | null | undefined)[];
      readonly text?: string;
    }[];
  },
) {
  const t = useT();
  const { field, rows } = props;
  if (rows.length === 0) return null;
  const title = t(`candidates.${field}`);
  const short = field === 'skills' || field === 'certificates';
  return (
    <section className="j-facts-list" aria-label={title}>
      <div className="j-row">
        <h3>{title}</h3>
        <EditedMark view={props.view} field={field} />
      </div>
      <ul className={short ? 'j-chips' : 'j-entries'}>
        {rows.map((row, index) => (
          <li key={`${row.head} ${row.more.join(' ')} ${index}`}>
            <div className="j-entries__head">
              <strong>{row.head}</strong>
              <Source {...props} field={`${field}.${index}`} about={row.head} />
            </div>
            {row.more.some(Boolean) && (
              <div className="j-small j-muted">{row.more.filter(Boolean).join(' · ')}</div>
            )}
            {row.text && <p className="j-entries__text">{row.text}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** All facts of a profile; unknown ones say so. */
export function ProfileFacts(props: FactsProps) {
  const t = useT();
  const { period } = useFacts();
  const { candidate } = props.view;
  const { profile } = candidate;
  return (
    <div className="j-stack">
      <dl className="j-facts">
        <Fact {...props} field="name" label={t('candidates.name')} value={candidate.name} />
        <Fact {...props} field="phone" label={t('candidates.phone')} value={candidate.phone} />
        <Fact {...props} field="email" label={t('candidates.email')} value={candidate.email} />
        <Fact {...props} field="city" label={t('candidates.city')} value={candidate.city} />
        <Fact
          {...props}
          field="years"
          label={t('candidates.years')}
          value={profile?.years == null ? null : t('candidates.years_value', { years: profile.years })}
        />
        {candidate.minor && (
          <Fact
            {...props}
            field="birthYear"
            label={t('candidates.birth_year')}
            value={profile?.birthYear ?? null}
          />
        )}
      </dl>
      <FactList
        {...props}
        field="work"
        rows={(profile?.work ?? []).map((item) => ({
          head: item.company,
          more: [item.title, period(item)],
          text: item.text,
        }))}
      />
      <FactList
        {...props}
        field="education"
        rows={(profile?.education ?? []).map((item) => ({
          head: item.school,
          more: [
            item.degree && t(`candidates.degree_${degreeKey[item.degree]}`),
            item.major,
            item.mode,
            period(item),
          ],
        }))}
      />
      <FactList
        {...props}
        field="projects"
        rows={(profile?.projects ?? []).map((item) => ({
          head: item.name,
          more: [item.role, period(item)],
          text: item.text,
        }))}
      />
      <FactList
        {...props}
        field="skills"
        rows={(profile?.skills ?? []).map((skill) => ({ head: skill.name, more: [] }))}
      />
      <FactList
        {...props}
        field="certificates"
        rows={(profile?.certificates ?? []).map((name) => ({ head: name, more: [] }))}
      />
    </div>
  );
}
