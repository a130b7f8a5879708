import type { ReportDocument } from '#core/report/report-document.ts';
import { experienceKey, modeKey } from '#core/report/report-words.ts';
import { Button } from '../kit/button.tsx';
import { DateTime } from '../kit/date-time.tsx';
import { useJoined, useT } from '../kit/i18n.tsx';
import { Badge, Notice, type Tone } from '../kit/states.tsx';
import { useDimensionName, useLang, useReport } from './report-context.tsx';
import { ScoreBand } from './score-band.tsx';

const tones: Record<'advance' | 'hold' | 'do_not_advance', Tone> = {
  advance: 'good',
  hold: 'warn',
  do_not_advance: 'bad',
};

/** The suggestion in words with its colour; also in lists. */
export function SuggestionBadge(props: { readonly suggestion: keyof typeof tones | null }) {
  const t = useT();
  if (props.suggestion === null) return <Badge>{t('reports.suggest_none')}</Badge>;
  return <Badge tone={tones[props.suggestion]}>{t(`reports.suggest_${props.suggestion}`)}</Badge>;
}

function Numbers(props: { readonly result: NonNullable<ReportDocument['result']> }) {
  const t = useT();
  const { document } = useReport();
  const { result } = props;
  const { cutHi, cutLo } = document.job;
  return (
    <div className="j-suggest__numbers">
      {result.score10 !== null && (
        <p>
          <span className="j-suggest__score j-num">{result.score10}</span>{' '}
          <span className="j-muted">
            {t('reports.out_of_ten')}
            {result.band10 && ` · ${t('reports.band', { lo: result.band10[0], hi: result.band10[1] })}`}
          </span>
        </p>
      )}
      {result.score10 !== null && (
        <ScoreBand score10={result.score10} band10={result.band10} cuts={[cutLo, cutHi]} />
      )}
      <p>
        {result.reason === 'above_cut' && t('reports.reason_above_cut', { cut: cutHi })}
        {result.reason === 'below_cut' && t('reports.reason_below_cut', { cut: cutLo })}
        {result.reason === 'between' && t('reports.reason_between')}
        {result.reason === 'told_before' && t('reports.reason_told_before')}
        {result.reason === 'insufficient_evidence' && t('reports.reason_insufficient_evidence')}
      </p>
      <p className="j-small j-muted">
        {t('reports.coverage', { percent: Math.round(result.coverage * 100) })}
      </p>
    </div>
  );
}

/** Moves to the decision further down the page, with the keyboard's focus. */
function goTo(id: string): void {
  const target = document.getElementById(id);
  target?.scrollIntoView({ block: 'start' });
  target?.focus({ preventScroll: true });
}

/** What is worth doing before the decision, each a way to its section. */
function BeforeDeciding() {
  const t = useT();
  const { document } = useReport();
  const shows = (id: (typeof document.layout.sections)[number]) => document.layout.sections.includes(id);
  const facts = shows('must_have')
    ? document.mustHave.filter(({ result, strength }) => result !== 'match' && strength === 'required').length
    : 0;
  const points = shows('points_to_verify')
    ? document.pointsToVerify.filter(({ dismissal }) => dismissal === null).length
    : 0;
  if (facts + points === 0) return null;
  return (
    <div className="j-row j-row--tight j-report__screen">
      <span className="j-muted">{t('reports.before_deciding')}</span>
      {facts > 0 && (
        <Button onClick={() => goTo('report-facts')}>{t('reports.todo_facts', { count: facts })}</Button>
      )}
      {points > 0 && (
        <Button onClick={() => goTo('report-points')}>{t('reports.todo_points', { count: points })}</Button>
      )}
    </div>
  );
}

/** Versions, times and scorers: what whoever traces the report needs, and nobody with two minutes. */
function About() {
  const t = useT();
  const { document } = useReport();
  const { result, job, interview } = document;
  return (
    <details className="j-report__about">
      <summary>{t('reports.about')}</summary>
      <div className="j-stack j-stack--tight">
        <dl className="j-facts">
          <div>
            <dt>{t('reports.version', { number: job.versionNumber })}</dt>
            <dd>{job.title}</dd>
          </div>
          <div>
            <dt>{t('reports.experience')}</dt>
            <dd>{t(experienceKey(interview.experience))}</dd>
          </div>
          {(result?.scorers ?? []).map((scorer) => (
            <div key={`${scorer.kind}${scorer.version}${scorer.calibration}`}>
              <dt>{t(`reports.scorer_${scorer.kind}`)}</dt>
              <dd>
                {t('reports.scorer_version', { version: scorer.version })}
                {scorer.model && ` · ${scorer.model}`}
                {scorer.calibration && ` · ${t('reports.calibrated', { version: scorer.calibration })}`}
              </dd>
            </div>
          ))}
        </dl>
        {!document.hidden && <p className="j-small j-muted">{t(modeKey(document))}</p>}
      </div>
    </details>
  );
}

/** What the report says in one look: suggestion, composite with band, how it came about. */
export function SuggestionSection() {
  const t = useT();
  const lang = useLang();
  const joined = useJoined();
  const nameOf = useDimensionName();
  const { document, actions } = useReport();
  const { result, interview } = document;
  const open = actions.advanceTo !== null || actions.reject;
  const raters = document.ratings.filter(({ counts }) => counts).length;
  return (
    <section className="j-card j-suggest" aria-labelledby="report-suggestion">
      <div className="j-row j-row--between">
        <h2 id="report-suggestion" className="j-suggest__word">
          <span className="j-sr">{t('reports.suggestion')}: </span>
          {result ? t(`reports.suggest_${result.suggestion}`) : t('reports.suggest_none')}
        </h2>
        <span className="j-row">
          {result && result.scorers.length > 0 && <Badge tone="info">{t('reports.ai_badge')}</Badge>}
          {open && (
            <Button look="primary" onClick={() => goTo('report-decision')}>
              {t('reports.decision')}
            </Button>
          )}
        </span>
      </div>
      {result && <Numbers result={result} />}
      {result && result.secondRater.length > 0 && (
        <Notice tone="warn">
          {raters > 1
            ? t('reports.second_rater_done', {
                dimensions: joined(result.secondRater.map(nameOf)),
                count: raters,
              })
            : t('reports.second_rater', { dimensions: joined(result.secondRater.map(nameOf)) })}
        </Notice>
      )}
      {open && <BeforeDeciding />}
      <About />
      <p className="j-small j-muted">
        {document.aiLabel[lang]}
        {interview.submittedAt && (
          <>
            {' · '}
            {t('reports.handed_in')} <DateTime iso={interview.submittedAt} />
          </>
        )}
      </p>
    </section>
  );
}
