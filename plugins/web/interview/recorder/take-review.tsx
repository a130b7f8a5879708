import { useEffect, useRef, useState } from 'react';
import type { UploadView } from '#adapters/http/schemas/interview.ts';
import { Ask } from '../../candidate-kit/ask.tsx';
import { Action, Note } from '../../candidate-kit/parts.tsx';
import { useReader } from '../../candidate-kit/words.tsx';
import { placeOf, SendState } from '../answer-parts.tsx';
import type { AnswerSender } from '../answer-sender.ts';
import type { Draft } from '../draft.ts';
import type { InterviewSession } from '../interview-session.ts';
import type { ProcessCounter } from '../process-signals.ts';
import type { QuestionStep } from '../question-step.ts';
import { PointsField } from './points-field.tsx';
import { UploadLine } from './upload-line.tsx';
import { useSpokenWords } from './use-spoken-words.ts';
import type { Take } from './use-take.ts';

interface ReviewProps {
  readonly session: InterviewSession;
  readonly step: QuestionStep;
  readonly mode: 'voice' | 'video';
  readonly take: Take;
  readonly points: Draft;
  readonly counter: ProcessCounter;
  readonly sender: AnswerSender;
}

/** The recording is there: listen, read and correct its words, then hand it in or record again. */
export function TakeReview(props: ReviewProps) {
  const { t } = useReader();
  const { session, step, mode, take, points, counter, sender } = props;
  const [asking, setAsking] = useState<'no words' | 'again' | null>(null);
  const complete = take.upload?.complete === true;
  const words = useSpokenWords(session, complete ? take.id : null);
  useWordsIntoDraft(words, points);
  const send = () => {
    setAsking(null);
    sender.send({
      ...placeOf(step),
      mode,
      recordingId: take.id,
      text: points.text.trim(),
      skipped: false,
      process: counter.read(),
    });
  };
  const waitingForWords = words?.transcriptState === 'pending';
  const submit = () => (points.text.trim() === '' && !waitingForWords ? setAsking('no words') : send());
  return (
    <>
      <Heard mode={mode} take={take} />
      {complete && waitingForWords && <Note>{t('interview.words_pending')}</Note>}
      {words?.transcriptState === 'failed' && <Note tone="warn">{t('interview.words_failed')}</Note>}
      {!(complete && waitingForWords) && (
        <PointsField
          draft={points}
          counter={counter}
          label={words?.transcript ? t('interview.words_label') : t('interview.points_label')}
          help={words?.transcript ? t('interview.words_help') : t('interview.points_help')}
        />
      )}
      <SendState sender={sender} />
      <div className="c-actions">
        {take.left > 0 && !sender.busy && (
          <Action onClick={() => setAsking('again')}>
            {t('interview.record_again', { count: take.left })}
          </Action>
        )}
        <SubmitTake complete={complete} pending={waitingForWords} busy={sender.busy} onSubmit={submit} />
      </div>
      {asking === 'no words' && (
        <Ask
          title={t('interview.no_points_title')}
          yes={t('interview.no_points_yes')}
          onYes={send}
          onNo={() => setAsking(null)}
        >
          <p>{t('interview.no_points_help')}</p>
        </Ask>
      )}
      {asking === 'again' && (
        <Ask
          title={t('interview.again_title')}
          yes={t('interview.again_yes')}
          danger
          onNo={() => setAsking(null)}
          onYes={() => {
            setAsking(null);
            if (words?.transcript) points.write('');
            take.control.again();
          }}
        >
          <p>{t('interview.again_help')}</p>
        </Ask>
      )}
    </>
  );
}

function SubmitTake(props: {
  readonly complete: boolean;
  readonly pending: boolean;
  readonly busy: boolean;
  readonly onSubmit: () => void;
}) {
  const { t } = useReader();
  if (!props.complete) return <p className="c-under">{t('interview.submit_after_upload')}</p>;
  return (
    <Action look="primary" busy={props.busy} onClick={props.onSubmit}>
      {props.busy
        ? t('interview.saving')
        : props.pending
          ? t('interview.submit_without_words')
          : t('interview.submit')}
    </Action>
  );
}

/** The recogniser's words stand in the field as soon as they come, unless something was written there. */
function useWordsIntoDraft(words: UploadView | null, draft: Draft): void {
  const text = words?.transcript ?? null;
  const latest = useRef(draft);
  latest.current = draft;
  useEffect(() => {
    if (text !== null && latest.current.text.trim() === '') latest.current.write(text);
  }, [text]);
}

function Heard(props: { readonly mode: 'voice' | 'video'; readonly take: Take }) {
  const { t } = useReader();
  const { mode, take } = props;
  return (
    <section className="c-card" aria-label={t('interview.take_title')}>
      {take.found && <Note tone="good">{t('interview.take_found')}</Note>}
      {take.media === null ? (
        <p>{t('interview.take_elsewhere')}</p>
      ) : mode === 'video' ? (
        // biome-ignore lint/a11y/useMediaCaption: the speaker's own recording, a moment old; its words stand below
        <video
          className="r-picture"
          controls
          playsInline
          src={take.media}
          aria-label={t('interview.take_title')}
        />
      ) : (
        // biome-ignore lint/a11y/useMediaCaption: the speaker's own recording, a moment old; its words stand below
        <audio className="r-sound" controls src={take.media} aria-label={t('interview.take_title')} />
      )}
      <UploadLine upload={take.upload} />
    </section>
  );
}
