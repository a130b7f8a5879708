import type { Dimension } from '#core/template/schemas/dimension.ts';
import type { Question } from '#core/template/schemas/question.ts';
import { IconButton } from '../kit/button.tsx';
import { useT } from '../kit/i18n.tsx';
import type { SortableParts } from '../kit/sortable-list.tsx';
import { Badge } from '../kit/states.tsx';
import { useLocalized } from '../rubric-builder/builder-context.tsx';
import './questions.css';

/** Dimensions whose names a reader knows, in the form of a rubric's rows. */
export type NamedDimensions = readonly { readonly dimension: Pick<Dimension, 'code' | 'name'> }[];

/** What a question is for: its kind, its band of difficulty, its dimensions. */
export function QuestionBadges(props: { readonly question: Question; readonly rubric: NamedDimensions }) {
  const t = useT();
  const localized = useLocalized();
  const { question, rubric } = props;
  return (
    <span className="j-row j-row--badges">
      {question.dimensions.map((code) => {
        const item = rubric.find(({ dimension }) => dimension.code === code);
        return (
          <Badge key={code} tone={item ? 'brand' : 'plain'}>
            {item ? localized(item.dimension.name) : code}
          </Badge>
        );
      })}
      <Badge>{t(`jobs.type_${question.type}`)}</Badge>
      <Badge>{t(`jobs.difficulty_${question.difficulty}`)}</Badge>
      {question.form && <Badge>{t('jobs.parallel_form')}</Badge>}
    </span>
  );
}

/** One question of a job, with its handle and buttons where it can be changed. */
export function QuestionCard(props: {
  readonly question: Question;
  readonly number: number;
  readonly rubric: NamedDimensions;
  readonly parts?: SortableParts;
  readonly onEdit?: () => void;
  readonly onRemove?: () => void;
}) {
  const t = useT();
  const localized = useLocalized();
  const { question, number, parts, onEdit, onRemove } = props;
  const text = localized(question.text);
  return (
    <article className="j-question" aria-label={t('jobs.question_number', { number })}>
      {parts?.handle}
      <div className="j-question__words">
        <p className="j-question__text">
          <strong className="j-num">{number}.</strong> {text}
        </p>
        {question.asks.length > 0 && (
          <p className="j-small j-muted">
            {t('jobs.asks_for', { parts: question.asks.map(localized).join(' / ') })}
          </p>
        )}
        <QuestionBadges question={question} rubric={props.rubric} />
      </div>
      {parts && (
        <div className="j-question__buttons">
          {parts.moveButtons}
          <IconButton icon="edit" label={t('jobs.question_edit', { number })} onClick={onEdit} />
          <IconButton icon="trash" label={t('jobs.question_remove', { number })} onClick={onRemove} />
        </div>
      )}
    </article>
  );
}
