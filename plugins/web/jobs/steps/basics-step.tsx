import { Select, TextInput } from '../../kit/field.tsx';
import { useT } from '../../kit/i18n.tsx';
import { Notice } from '../../kit/states.tsx';
import { useLocalized } from '../../rubric-builder/builder-context.tsx';
import type { StepProps } from '../step-props.ts';
import { WordingHints } from '../wording-hints.tsx';

const regions = ['cn', 'eu', 'us-ny', 'us-il', 'us-ca', 'other'] as const;

/** Title, place and the law that goes with it. */
export function BasicsStep({ editing, pack }: StepProps) {
  const t = useT();
  const localized = useLocalized();
  const { draft, change } = editing;
  return (
    <div className="j-card j-stack j-narrow">
      <div>
        <TextInput
          label={t('jobs.job_title')}
          help={t('jobs.job_title_help')}
          maxLength={80}
          value={draft.title}
          error={draft.title.trim() === '' ? t('jobs.job_title_missing') : null}
          onChange={(title) => change((before) => ({ ...before, title }))}
        />
        <WordingHints text={draft.title} />
      </div>
      <TextInput
        label={t('jobs.location')}
        optional
        placeholder={t('jobs.location_example')}
        maxLength={80}
        value={draft.location}
        onChange={(location) => change((before) => ({ ...before, location }))}
      />
      <Select
        label={t('jobs.region')}
        help={t('jobs.region_help')}
        value={draft.region}
        onChange={(region) => change((before) => ({ ...before, region }))}
        options={regions.map((value) => ({ value, label: t(`jobs.region_${value}`) }))}
      />
      <Notice tone="plain" title={t('jobs.industry_fixed', { industry: localized(pack.name) })}>
        <p>{t('jobs.industry_fixed_text')}</p>
      </Notice>
    </div>
  );
}
