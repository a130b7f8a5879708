import { validationGaps } from '#core/rubric/checks.ts';
import { dimensionIn, type RubricRow } from '#core/rubric/draft.ts';
import { writeText } from '#core/rubric/own-dimension.ts';
import { heaviestWeight, lightestWeight } from '#core/rubric/weights.ts';
import type { Dimension } from '#core/template/schemas/dimension.ts';
import { IconButton } from '../kit/button.tsx';
import { TextArea } from '../kit/field.tsx';
import { HelpTip } from '../kit/help-tip.tsx';
import { useJoined, useT } from '../kit/i18n.tsx';
import { NumberInput } from '../kit/number-input.tsx';
import type { SortableParts } from '../kit/sortable-list.tsx';
import { Badge } from '../kit/states.tsx';
import { useToast } from '../kit/toast.tsx';
import { AnchorScale } from './anchor-scale.tsx';
import { useBuilder, useLocalized, useWritingLanguage } from './builder-context.tsx';
import { WordingNotes } from './wording-notes.tsx';

/** Where a finding's link leads. */
export const rowFieldId = (code: string): string => `rubric-row-${code}`;

/** One chosen dimension: its place, weight, reason and scale. */
export function RubricRowCard(props: {
  readonly row: RubricRow;
  readonly at: number;
  readonly parts: SortableParts;
  readonly onEditOwn: (dimension: Dimension) => void;
}) {
  const t = useT();
  const localized = useLocalized();
  const toast = useToast();
  const { draft, shipped, perform, undo, readOnly } = useBuilder();
  const { row, at, parts } = props;
  const dimension = dimensionIn(draft, shipped, row.dimension);
  const name = dimension ? localized(dimension.name) : row.dimension;
  const own = dimension !== undefined && !shipped.some(({ code }) => code === row.dimension);
  const remove = () => {
    if (!perform({ kind: 'remove', at })) return;
    toast({ text: t('rubric.removed', { name }), action: { label: t('common.undo'), run: undo } });
  };
  return (
    <article className="j-rubric-row" aria-label={name} id={rowFieldId(row.dimension)} tabIndex={-1}>
      <header className="j-rubric-row__head">
        {!readOnly && parts.handle}
        <div className="j-rubric-row__name">
          <h3>{name}</h3>
          {own && <Badge tone="brand">{t('rubric.own')}</Badge>}
          {dimension && <DimensionBadges dimension={dimension} />}
        </div>
        {!readOnly && (
          <div className="j-rubric-row__buttons">
            {parts.moveButtons}
            {own && (
              <IconButton
                icon="edit"
                label={t('rubric.own_edit')}
                onClick={() => props.onEditOwn(dimension)}
              />
            )}
            <IconButton icon="trash" label={t('rubric.remove', { name })} onClick={remove} />
          </div>
        )}
      </header>
      <WeightControl row={row} at={at} name={name} />
      <JobRelatedness row={row} at={at} />
      {dimension && <AnchorScale dimension={dimension} />}
    </article>
  );
}

function DimensionBadges(props: { readonly dimension: Dimension }) {
  const t = useT();
  const joined = useJoined();
  const { dimension } = props;
  const gaps = validationGaps(dimension).map((gap) => t(`rubric.gap_${gap}`));
  return (
    <>
      {dimension.redLine && (
        <span className="j-rubric-row__badge">
          <Badge tone="bad">{t('rubric.red_line')}</Badge>
          <HelpTip about={t('rubric.red_line')}>{t('rubric.red_line_help')}</HelpTip>
        </span>
      )}
      {gaps.length > 0 && (
        <span className="j-rubric-row__badge">
          <Badge tone="warn">{t('rubric.unvalidated')}</Badge>
          <HelpTip about={t('rubric.unvalidated')}>
            {t('rubric.unvalidated_help', { gaps: joined(gaps) })}
          </HelpTip>
        </span>
      )}
    </>
  );
}

function WeightControl(props: { readonly row: RubricRow; readonly at: number; readonly name: string }) {
  const t = useT();
  const { draft, perform, endGesture, readOnly } = useBuilder();
  const { row, at, name } = props;
  const most = heaviestWeight(draft.rows, at);
  const least = lightestWeight(draft.rows, at);
  const fixed = readOnly || row.locked || most === least;
  const label = t('rubric.weight', { name });
  const set = (weight: number) => {
    perform({ kind: 'set_weight', at, weight }, `weight:${row.dimension}`);
  };
  return (
    <div className="j-weight">
      <input
        type="range"
        className="j-range"
        aria-label={label}
        aria-valuetext={`${row.weight}%`}
        min={least}
        max={most}
        step={1}
        value={row.weight}
        disabled={fixed}
        onInput={(event) => set(Number(event.currentTarget.value))}
        onPointerUp={endGesture}
        onBlur={endGesture}
      />
      <NumberInput
        label={label}
        labelHidden
        unit="%"
        min={least}
        max={most}
        value={row.weight}
        disabled={fixed}
        onChange={set}
      />
      {!readOnly && (
        <IconButton
          icon={row.locked ? 'lock' : 'unlock'}
          label={t('rubric.lock', { name })}
          aria-pressed={row.locked}
          onClick={() => perform({ kind: 'set_locked', at, locked: !row.locked })}
        />
      )}
    </div>
  );
}

function JobRelatedness(props: { readonly row: RubricRow; readonly at: number }) {
  const t = useT();
  const language = useWritingLanguage();
  const { perform, endGesture, readOnly } = useBuilder();
  const { row, at } = props;
  const text = row.jobRelatedness[language];
  return (
    <div>
      <TextArea
        label={t('rubric.job_relatedness')}
        help={text.trim() === '' ? t('rubric.job_relatedness_help') : undefined}
        placeholder={t('rubric.job_relatedness_example')}
        rows={text.length > (language === 'zh' ? 60 : 110) ? 3 : 2}
        maxLength={400}
        readOnly={readOnly}
        value={text}
        onChange={(next) =>
          perform(
            { kind: 'set_job_relatedness', at, text: writeText(row.jobRelatedness, language, next) },
            `reason:${row.dimension}`,
          )
        }
        onBlur={endGesture}
      />
      <WordingNotes text={text} />
    </div>
  );
}
