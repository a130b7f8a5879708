import { useState } from 'react';
import { jobRubricOf, rubricDraftOf } from '#core/job/rubric-of-job.ts';
import { useT } from '../../kit/i18n.tsx';
import { useWritingLanguage } from '../../rubric-builder/builder-context.tsx';
import { RubricBuilder } from '../../rubric-builder/rubric-builder.tsx';
import { OwnDimensions } from '../own-dimensions.tsx';
import type { StepProps } from '../step-props.ts';
import { useLintWording } from '../use-lint-wording.ts';

/** The dimensions, their weights and why the job needs them. */
export function RubricStep(props: StepProps) {
  const t = useT();
  return (
    <>
      <p className="j-muted">{t('jobs.rubric_intro')}</p>
      <RubricEditor key={props.editing.generation} {...props} />
      <OwnDimensions {...props} />
    </>
  );
}

/** Holds the editor's own draft (with its locks) and its history; it begins anew when a colleague's version comes in. */
function RubricEditor({ editing, library }: StepProps) {
  const language = useWritingLanguage();
  const lint = useLintWording();
  const { draft, change } = editing;
  const [rubric, setRubric] = useState(() => rubricDraftOf(draft.rubric, library));
  return (
    <RubricBuilder
      value={rubric}
      dimensions={library}
      lintWording={lint}
      onChange={(next) => {
        setRubric(next);
        change((before) => ({ ...before, rubric: jobRubricOf(next, library, language) }));
      }}
    />
  );
}
