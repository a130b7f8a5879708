import { expect, test } from 'vitest';
import { jobRubricOf, rubricDraftOf } from '#core/job/rubric-of-job.ts';
import { aJobDraft, shippedDimensions } from '#test/support/job-drafts.ts';

test('a rubric goes through the editor and back unchanged', () => {
  const { rubric } = aJobDraft();

  const draft = rubricDraftOf(rubric, shippedDimensions);

  expect(draft.dimensions).toEqual([]);
  expect(jobRubricOf(draft, shippedDimensions, 'zh')).toEqual(rubric);
});

test('a definition that differs from the library travels in the draft, so that editing never changes it', () => {
  const { rubric } = aJobDraft();
  const [first, ...rest] = rubric;
  if (!first) throw new Error('the pack has lost its rubric');
  const older = {
    ...first,
    dimension: { ...first.dimension, definition: { zh: '旧的定义', en: 'An older definition' } },
  };

  const draft = rubricDraftOf([older, ...rest], shippedDimensions);

  expect(draft.dimensions).toEqual([older.dimension]);
  expect(jobRubricOf(draft, shippedDimensions, 'zh')[0]).toEqual(older);
});
