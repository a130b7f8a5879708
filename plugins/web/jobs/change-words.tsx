import type { PlainMessageKey } from '#core/i18n/translator.ts';
import type { DefinitionChange } from '#core/job/compare-definitions.ts';
import type { JobSection } from '#core/job/merge-drafts.ts';
import { useT } from '../kit/i18n.tsx';
import { Badge, type Tone } from '../kit/states.tsx';
import { useLocalized } from '../rubric-builder/builder-context.tsx';

const sectionKeys: Readonly<Partial<Record<JobSection, PlainMessageKey>>> = {
  title: 'jobs.job_title',
  location: 'jobs.location',
  region: 'jobs.region',
  tasks: 'jobs.step_tasks',
  rubric: 'jobs.step_rubric',
  questions: 'jobs.step_questions',
  mustHave: 'jobs.must_have',
  screeningRules: 'jobs.screening_rules',
  interview: 'jobs.step_interview',
  thresholds: 'jobs.thresholds',
  fields: 'jobs.fields',
  wordingExceptions: 'jobs.wording_reasons',
};

/** What a part of a job is called in the wizard. */
export function useSectionName(): (section: JobSection) => string {
  const t = useT();
  return (section) => t(sectionKeys[section] ?? 'jobs.other_settings');
}

const fieldKeys: Readonly<Record<string, PlainMessageKey>> = {
  weight: 'jobs.field_weight',
  jobRelatedness: 'rubric.job_relatedness',
  dimension: 'jobs.field_definition',
  voice: 'jobs.voice',
  video: 'jobs.video',
  preparationSeconds: 'jobs.preparation',
  answerSeconds: 'jobs.answer_time',
  retakes: 'jobs.retakes',
  followUps: 'jobs.follow_ups',
  linkDays: 'jobs.link_days',
  humanRatesFirst: 'jobs.blind',
  cutHi: 'jobs.cut_hi',
  cutLo: 'jobs.cut_lo',
  rationale: 'jobs.rationale',
};

const tones: Readonly<Record<DefinitionChange['kind'], Tone>> = {
  added: 'good',
  removed: 'bad',
  changed: 'info',
  reordered: 'plain',
};

/** The differences of two versions, one line each. `fieldName` names an industry field by its id. */
export function ChangeList(props: {
  readonly changes: readonly DefinitionChange[];
  readonly fieldName: (id: string) => string;
}) {
  const t = useT();
  if (props.changes.length === 0) return <p className="j-muted">{t('jobs.no_changes')}</p>;
  return (
    <ul className="j-changes">
      {props.changes.map((change, index) => (
        <li className="j-changes__row" key={index}>
          <Badge tone={tones[change.kind]}>{t(`jobs.change_${change.kind}`)}</Badge>
          <ChangeWords change={change} fieldName={props.fieldName} />
        </li>
      ))}
    </ul>
  );
}

function ChangeWords(props: {
  readonly change: DefinitionChange;
  readonly fieldName: (id: string) => string;
}) {
  const t = useT();
  const localized = useLocalized();
  const sectionName = useSectionName();
  const { section, name, field, before, after } = props.change;
  const shown = (value: DefinitionChange['before']) =>
    typeof value === 'boolean'
      ? t(value ? 'jobs.on' : 'jobs.off')
      : value === undefined || value === ''
        ? t('common.none')
        : String(value);
  const fieldKey = field === undefined ? undefined : fieldKeys[field];
  const fieldWords =
    field === undefined
      ? null
      : section === 'fields'
        ? props.fieldName(field)
        : fieldKey
          ? t(fieldKey)
          : field;
  const parts = [sectionName(section), name && localized(name), fieldWords].filter(Boolean);
  return (
    <span>
      {parts.join(' · ')}
      {(before !== undefined || after !== undefined) && (
        <span className="j-muted">
          {' '}
          {shown(before)} → <strong>{shown(after)}</strong>
        </span>
      )}
    </span>
  );
}
