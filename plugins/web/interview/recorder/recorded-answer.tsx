import { useEffect, useState } from 'react';
import { Action, Note, ProblemNote } from '../../candidate-kit/parts.tsx';
import { useReader } from '../../candidate-kit/words.tsx';
import { SkipButton } from '../answer-parts.tsx';
import { useAnswerSender } from '../answer-sender.ts';
import { useDraft } from '../draft.ts';
import { clockFace } from '../duration.ts';
import type { InterviewSession } from '../interview-session.ts';
import { useProcessCounter } from '../process-signals.ts';
import type { QuestionStep } from '../question-step.ts';
import { InputCard } from './input-card.tsx';
import { LevelMeter } from './level-meter.tsx';
import { LivePicture } from './live-picture.tsx';
import { useMediaInput } from './media-input.ts';
import { PhoneRecorder } from './phone-recorder.tsx';
import { PointsField } from './points-field.tsx';
import { TakeReview } from './take-review.tsx';
import { UploadLine } from './upload-line.tsx';
import { type Take, useTake } from './use-take.ts';

interface Parts {
  readonly session: InterviewSession;
  readonly step: QuestionStep;
  readonly mode: 'voice' | 'video';
}

/** Answering by voice or video: check the device, record, listen, correct the words, hand in. */
export function RecordedAnswer(props: Parts) {
  const { t } = useReader();
  const { session, step, mode } = props;
  const take = useTake(session, step, mode);
  const device = useMediaInput(mode);
  const points = useDraft(session.kept, `points.${step.questionId}.${step.turn}`);
  const counter = useProcessCounter();
  const sender = useAnswerSender(session, () => {
    points.drop();
    take?.control.drop();
  });
  if (!take) return <p role="status">{t('interview.take_looking')}</p>;
  const typed = !session.view.transcription;
  return (
    <div className="c-form">
      {typed && (
        <Note tone="warn" title={t('interview.no_words_title')}>
          <p>{t('interview.no_words')}</p>
        </Note>
      )}
      {!take.lasting && <Note tone="warn">{t('interview.take_unkept')}</Note>}
      <ProblemNote problem={take.problem} />
      {take.phase === 'ended' ? (
        <TakeReview {...props} take={take} points={points} counter={counter} sender={sender} />
      ) : (
        <>
          <Recording {...props} take={take} device={device} />
          {typed && (
            <PointsField
              draft={points}
              counter={counter}
              label={t('interview.points_label')}
              help={t('interview.points_help')}
            />
          )}
        </>
      )}
      {!sender.busy && take.phase !== 'recording' && (
        <SkipButton sender={sender} step={step} counter={counter} />
      )}
    </div>
  );
}

function Recording(
  props: Parts & { readonly take: Take; readonly device: ReturnType<typeof useMediaInput> },
) {
  const { t } = useReader();
  const { step, mode, take, device } = props;
  const { input } = device;
  const stream = input.state === 'open' ? input.stream : null;
  if (take.phase === 'recording' || take.phase === 'opening') {
    return (
      <section className="c-card" aria-label={t('interview.recording_title')}>
        {stream && mode === 'video' && <LivePicture stream={stream} />}
        <RecordingClock
          limit={step.answerSeconds}
          running={take.phase === 'recording'}
          onEnd={() => take.control.stop()}
        />
        {stream && <LevelMeter stream={stream} />}
        <UploadLine upload={take.upload} />
        <Action look="danger" wide busy={take.phase === 'opening'} onClick={() => take.control.stop()}>
          {t('interview.record_stop')}
        </Action>
      </section>
    );
  }
  if (take.left === 0) return <Note tone="warn">{t('interview.no_takes_left')}</Note>;
  const fault = input.state === 'fault' ? input.fault : null;
  return (
    <section className="c-card" aria-label={t('interview.device_title')}>
      <InputCard mode={mode} input={input} onOpen={() => void device.open()}>
        <Action look="primary" wide onClick={() => stream && take.control.record(stream)}>
          {t('interview.record_start')}
        </Action>
      </InputCard>
      {(fault === 'insecure' || fault === 'unsupported') && (
        <PhoneRecorder mode={mode} onFile={(file) => take.control.bring(file)} />
      )}
    </section>
  );
}

/** Longest recording without a timer, in seconds; nobody talks that long, but a forgotten page would record on. */
const longest = 1800;

function RecordingClock(props: {
  readonly limit: number | null;
  readonly running: boolean;
  readonly onEnd: () => void;
}) {
  const { t } = useReader();
  const { limit, running, onEnd } = props;
  const [since] = useState(() => Date.now());
  const [now, setNow] = useState(since);
  const end = limit ?? longest;
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, [running]);
  const seconds = Math.floor((now - since) / 1000);
  const over = seconds >= end;
  useEffect(() => {
    if (over) onEnd();
  }, [over, onEnd]);
  const left = end - seconds;
  return (
    <>
      <p className="i-clock r-clock" role="timer">
        <span className="r-dot" aria-hidden="true" />
        {limit === null
          ? clockFace(seconds)
          : t('interview.record_clock', { time: clockFace(seconds), limit: clockFace(limit) })}
      </p>
      <p className="r-warn" role="status">
        {limit !== null && left <= 30 ? t('interview.record_ending', { count: left > 10 ? 30 : 10 }) : ''}
      </p>
    </>
  );
}
