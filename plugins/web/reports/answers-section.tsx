import { useMemo, useState } from 'react';
import type { QuestionRow } from '#core/report/report-document.ts';
import { groupEvidence, markedStretches } from '#core/report/report-words.ts';
import { readable } from '#core/report/whole-clauses.ts';
import { Button } from '../kit/button.tsx';
import { classNames } from '../kit/class-names.ts';
import { useJoined, useT } from '../kit/i18n.tsx';
import { useMay } from '../kit/session.tsx';
import { Badge } from '../kit/states.tsx';
import { PlaybackProvider, Player, usePlayFrom } from './playback.tsx';
import { useDimensionName, useLang, useReport } from './report-context.tsx';
import { TranscriptDialog } from './transcript-dialog.tsx';

type Turn = QuestionRow['turns'][number];
type Evidence = QuestionRow['evidence'];

/** The words of a turn with its evidence marked; `only` shows one dimension's. */
function Words(props: { readonly turn: Turn; readonly evidence: Evidence; readonly only: string | null }) {
  const t = useT();
  const nameOf = useDimensionName();
  const joined = useJoined();
  const { turn, only } = props;
  if (turn.skipped) return <p className="j-muted">{t('reports.was_skipped')}</p>;
  if (turn.text.trim() === '') return <p className="j-muted">{t('reports.no_text')}</p>;
  const evidence = props.evidence.filter(
    (one) => one.turnId === turn.answerId && (only === null || one.dimension === only),
  );
  let at = 0;
  return (
    <p className={classNames('j-transcript', turn.text.includes('```') && 'j-transcript--code')}>
      {markedStretches(turn.text, evidence).map((part) => {
        const key = at;
        at += part.text.length;
        const codes = [...new Set(part.evidence.map(({ dimension }) => dimension))];
        return codes.length === 0 ? (
          <span key={key}>{part.text}</span>
        ) : (
          <mark key={key} title={joined(codes.map(nameOf))}>
            {part.text}
          </mark>
        );
      })}
    </p>
  );
}

function TurnView(props: {
  readonly question: QuestionRow;
  readonly turn: Turn;
  readonly only: string | null;
}) {
  const t = useT();
  const lang = useLang();
  const mayCorrect = useMay('decision.write');
  const { document } = useReport();
  const [correcting, setCorrecting] = useState(false);
  const { question, turn } = props;
  const corrected = turn.textSource === 'transcript' && (turn.originalText ?? turn.text) !== turn.text;
  return (
    <div className="j-turn">
      {turn.probe && <p className="j-small j-muted">{t('reports.follow_up', { text: turn.probe })}</p>}
      {turn.recording && <Player recording={turn.recording} mode={turn.mode} label={question.text[lang]} />}
      <Words turn={turn} evidence={question.evidence} only={props.only} />
      {!turn.skipped && (
        <p className="j-row j-small j-muted">
          <span>{t(corrected ? 'reports.source_corrected' : `reports.source_${turn.textSource}`)}</span>
          {turn.attempt > 0 && <span>{t('reports.retake')}</span>}
          {turn.textSource === 'transcript' && mayCorrect && !document.hidden && (
            <Button look="quiet" icon="edit" onClick={() => setCorrecting(true)}>
              {t('reports.correct')}
            </Button>
          )}
        </p>
      )}
      {corrected && (
        <details className="j-small">
          <summary>{t('reports.show_original')}</summary>
          <p className="j-transcript j-muted">{turn.originalText}</p>
        </details>
      )}
      {correcting && <TranscriptDialog turn={turn} onClose={() => setCorrecting(false)} />}
    </div>
  );
}

function EvidenceItem(props: { readonly item: Evidence[number] }) {
  const t = useT();
  const play = usePlayFrom();
  const { item } = props;
  return (
    <li>
      <q>{item.quote}</q>
      {item.moment !== null && play && (
        <button type="button" className="j-play-from" onClick={() => play(item.turnId, item.moment ?? 0)}>
          <span aria-hidden="true">▶ </span>
          {Math.floor(item.moment / 60)}:{String(Math.floor(item.moment % 60)).padStart(2, '0')}
          <span className="j-sr">
            {t('reports.play_from')} {item.quote}
          </span>
        </button>
      )}
    </li>
  );
}

function EvidenceView(props: {
  readonly question: QuestionRow;
  readonly only: string | null;
  readonly onOnly: (code: string | null) => void;
}) {
  const t = useT();
  const nameOf = useDimensionName();
  const { question, only } = props;
  const { document } = useReport();
  const groups = groupEvidence(question);
  // Without a result nobody has looked for evidence yet, or blind mode hides it.
  if (document.result === null) return null;
  if (groups.length === 0) {
    return question.state === 'answered' ? <p className="j-muted">{t('reports.evidence_none')}</p> : null;
  }
  return (
    <div className="j-stack j-stack--tight">
      {groups.map((group) => (
        <details key={group.dimension} className="j-evidence">
          <summary>
            {nameOf(group.dimension)} · {t('reports.evidence')}{' '}
            <span className="j-num">{group.kinds.reduce((sum, { items }) => sum + items.length, 0)}</span>
          </summary>
          <div className="j-stack j-stack--tight">
            {groups.length > 1 && (
              <Button
                look="quiet"
                icon="eye"
                aria-pressed={only === group.dimension}
                onClick={() => props.onOnly(only === group.dimension ? null : group.dimension)}
              >
                {t('reports.evidence_for', { dimension: nameOf(group.dimension) })}
              </Button>
            )}
            {group.kinds.map(({ key, items }) => (
              <div key={key}>
                <span className="j-small j-muted">{t(key)}</span>
                <ul className="j-quotes">
                  {items.map((item) => (
                    <EvidenceItem key={`${item.turnId}${item.start}-${item.end}`} item={item} />
                  ))}
                </ul>
              </div>
            ))}
          </div>
        </details>
      ))}
    </div>
  );
}

function QuestionView(props: { readonly question: QuestionRow; readonly number: number }) {
  const t = useT();
  const lang = useLang();
  const joined = useJoined();
  const nameOf = useDimensionName();
  const [only, setOnly] = useState<string | null>(null);
  const question = useMemo(() => readable(props.question), [props.question]);
  return (
    <PlaybackProvider turns={question.turns}>
      <article className="j-card j-stack j-stack--tight j-question">
        <h3>
          <span className="j-muted">{t('reports.question_n', { number: props.number })}</span>{' '}
          {question.text[lang]}
        </h3>
        <div className="j-row">
          {question.dimensions.map((code) => (
            <Badge key={code} tone="brand">
              {nameOf(code)}
            </Badge>
          ))}
          {question.state !== 'answered' && (
            <Badge tone={question.state === 'technical' ? 'warn' : 'plain'}>
              {t(`reports.state_${question.state}`)}
            </Badge>
          )}
        </div>
        {question.turns.map((turn) => (
          <TurnView key={turn.answerId} question={question} turn={turn} only={only} />
        ))}
        <div className={classNames('j-stack', 'j-stack--tight')}>
          {question.state === 'answered' &&
            question.whyNotHigher.map((why) => (
              <p key={why.dimension}>
                <strong>{nameOf(why.dimension)}</strong> · {why.text[lang]}
              </p>
            ))}
          {question.state === 'answered' && question.missing.length > 0 && (
            <p>
              <span className="j-muted">{t('reports.missing')}</span>{' '}
              {joined(question.missing.map((one) => t(`reports.missing_${one}`)))}
            </p>
          )}
        </div>
        <EvidenceView question={question} only={only} onOnly={setOnly} />
      </article>
    </PlaybackProvider>
  );
}

/** Every question with its transcript, the evidence in it and why the level is not one higher. */
export function AnswersSection() {
  const t = useT();
  const { document } = useReport();
  return (
    <section className="j-stack" aria-labelledby="report-answers">
      <h2 id="report-answers">{t(document.result ? 'reports.answers' : 'reports.answers_only')}</h2>
      {document.questions.map((question, index) => (
        <QuestionView key={question.id} question={question} number={index + 1} />
      ))}
    </section>
  );
}
