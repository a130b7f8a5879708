import { useState } from 'react';
import { jobRubricOf, rubricDraftOf } from '#core/job/rubric-of-job.ts';
import { lintWording } from '#core/template/wording-lint.ts';
import { useT } from '../../kit/i18n.tsx';
import { useWritingLanguage } from '../../rubric-builder/builder-context.tsx';
import { RubricBuilder } from '../../rubric-builder/rubric-builder.tsx';
import type { StepProps } from '../step-props.ts';

/** The dimensions, their weights and why the job needs them. */
export function RubricStep({ editing, library }: StepProps) {
  const t = useT();
  const language = useWritingLanguage();
  const { draft, change } = editing;
  const [rubric, setRubric] = useState(() => rubricDraftOf(draft.rubric, library));
  return (
    <>
      <p className="j-muted">{t('jobs.rubric_intro')}</p>
      <RubricBuilder
        value={rubric}
        dimensions={library}
        lintWording={lintWording}
        onChange={(next) => {
          setRubric(next);
          change((before) => ({ ...before, rubric: jobRubricOf(next, library, language) }));
        }}
      />
    </>
  );
}
