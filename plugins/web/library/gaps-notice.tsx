import { validationGaps } from '#core/rubric/checks.ts';
import { indicatorsOfSigns } from '#core/rubric/dimension-signs.ts';
import type { Dimension } from '#core/template/schemas/dimension.ts';
import { useJoined, useT } from '../kit/i18n.tsx';
import { Notice } from '../kit/states.tsx';
import { useWritingLanguage } from '../rubric-builder/builder-context.tsx';
import { bodyOf, type DimensionForm } from './dimension-form.ts';

/** What a dimension still lacks before its scores can be relied on like those of a shipped one. */
export function GapsNotice(props: { readonly form: DimensionForm; readonly stored: Dimension | null }) {
  const t = useT();
  const joined = useJoined();
  const language = useWritingLanguage();
  const { signs, ...body } = bodyOf(props.form, props.stored, language);
  const gaps = validationGaps({ ...body, code: 'X', version: 1, indicators: indicatorsOfSigns(signs) });
  if (gaps.length === 0) return <Notice tone="good">{t('library.no_gaps')}</Notice>;
  return (
    <Notice tone="warn" title={t('rubric.unvalidated')}>
      <p>{t('rubric.unvalidated_help', { gaps: joined(gaps.map((gap) => t(`rubric.gap_${gap}`))) })}</p>
    </Notice>
  );
}
