import type { TrialView } from '#adapters/http/schemas/dimensions.ts';
import { confidenceKey, markedStretches } from '#core/report/report-words.ts';
import { useJoined, useT } from '../kit/i18n.tsx';
import { Badge } from '../kit/states.tsx';
import { useWritingLanguage } from '../rubric-builder/builder-context.tsx';

/** A sample answer's level, with the words that it rests on and why it is not higher. */
export function TrialResult(props: {
  readonly answer: string;
  readonly result: TrialView;
  readonly anchors: readonly string[];
}) {
  const t = useT();
  const joined = useJoined();
  const language = useWritingLanguage();
  const { answer, result, anchors } = props;
  const { level, state, why } = result;
  const evidence = result.evidence.map((item) => ({
    ...item,
    dimension: 'X',
    turnId: 'trial',
    moment: null,
  }));
  return (
    <section className="j-stack j-stack--tight j-library-result" aria-label={t('library.trial_result')}>
      <p className="j-row j-row--badges">
        {level === null ? (
          <strong>{t('library.trial_no_level')}</strong>
        ) : (
          <strong>
            {t('rubric.level', { level })} · {t(`rubric.level_${level as 1 | 2 | 3 | 4 | 5}`)}
          </strong>
        )}
        {state !== 'scored' && (
          <Badge tone="warn">
            {t(`reports.state_${state as 'low_confidence' | 'insufficient_evidence'}`)}
          </Badge>
        )}
        <Badge>{t('library.trial_confidence', { confidence: t(confidenceKey(result.confidence)) })}</Badge>
      </p>
      {level !== null && <p className="j-small j-muted">{anchors[level - 1]}</p>}
      <p className="j-library-answer">
        {markedStretches(answer, evidence).map(({ text, evidence: over }, index) =>
          over.length === 0 ? <span key={index}>{text}</span> : <mark key={index}>{text}</mark>,
        )}
      </p>
      <p className="j-small j-muted">
        {result.evidence.length === 0 ? t('reports.evidence_none') : t('library.trial_marked')}
      </p>
      {why && (
        <p>
          <strong>{t('reports.why')}</strong> {why[language]}
        </p>
      )}
      {result.missing.length > 0 && (
        <p>
          <strong>{t('reports.missing')}</strong>{' '}
          {joined(result.missing.map((one) => t(`reports.missing_${one as 'S'}`)))}
        </p>
      )}
    </section>
  );
}
