import type { FeedbackView } from '#adapters/http/schemas/reports.ts';
import { feedbackTextLength } from '#core/report/feedback-wording.ts';
import { Button } from '../kit/button.tsx';
import { Select, TextArea } from '../kit/field.tsx';
import { useT } from '../kit/i18n.tsx';
import { useLang } from './report-context.tsx';

type Point = FeedbackView['strengths'][number];

/** Points a list may hold: a candidate remembers few. */
const most = 3;

/** Strengths or improvements, each tied to a scored dimension. */
export function PointList(props: {
  readonly title: string;
  readonly points: readonly Point[];
  readonly dimensions: FeedbackView['dimensions'];
  readonly onChange: (points: Point[]) => void;
}) {
  const t = useT();
  const lang = useLang();
  const { points, dimensions, onChange } = props;
  const set = (index: number, change: Partial<Point>) =>
    onChange(points.map((point, i) => (i === index ? { ...point, ...change } : point)));
  return (
    <fieldset className="j-stack j-stack--tight">
      <legend className="j-legend">{props.title}</legend>
      {points.map((point, index) => (
        <div key={index} className="j-point">
          <Select
            label={t('reports.dimension')}
            value={point.dimension}
            onChange={(dimension) => set(index, { dimension, quote: null })}
            options={dimensions.map(({ code, name }) => ({ value: code, label: name[lang] }))}
          />
          <TextArea
            label={t('reports.feedback_point')}
            rows={3}
            value={point.text}
            maxLength={500}
            onChange={(text) => set(index, { text })}
            error={
              point.text.length > feedbackTextLength
                ? t('reports.fault_too_long', { words: point.text.length })
                : null
            }
          />
          {point.quote && <q className="j-quote j-small">{point.quote}</q>}
          <Button look="quiet" icon="trash" onClick={() => onChange(points.filter((_, i) => i !== index))}>
            {t('reports.feedback_remove')}
          </Button>
        </div>
      ))}
      {points.length < most && dimensions.length > 0 && (
        <Button
          icon="add"
          onClick={() =>
            onChange([...points, { dimension: dimensions[0]?.code ?? '', text: '', quote: null }])
          }
        >
          {t('reports.feedback_add')}
        </Button>
      )}
    </fieldset>
  );
}
