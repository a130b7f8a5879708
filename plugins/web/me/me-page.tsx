import { Frame } from '../candidate-kit/frame.tsx';
import { StepTitle } from '../candidate-kit/parts.tsx';
import { useReader } from '../candidate-kit/words.tsx';
import { AppealSection } from './appeal-section.tsx';
import { ConsentSection } from './consent-section.tsx';
import { CorrectionSection } from './correction-section.tsx';
import { DataSection } from './data-section.tsx';
import { EndSection } from './end-section.tsx';
import { FeedbackSection } from './feedback-section.tsx';
import type { MeSession } from './me-session.ts';
import { RoundSection } from './round-section.tsx';

/** Feedback first, then what can be done about it, then data and rights. */
export function MePage(props: { readonly session: MeSession }) {
  const { t, time } = useReader();
  const { view } = props.session;
  // Who left in the middle gets neither feedback nor a result to have reviewed.
  const left =
    view.submittedAt === null &&
    (view.state === 'withdrawn' || view.state === 'expired') &&
    view.feedback === null &&
    view.appeal.state === 'no_result';
  const sections = [
    ...(left
      ? []
      : ([
          ['feedback', t('me.feedback')],
          ['appeal', t('me.appeal')],
        ] as const)),
    ['data', t('me.data')],
    ['correct', t('me.correct')],
    ['consents', t('me.consents')],
    ['end', t('me.end')],
  ] as const;
  return (
    <Frame
      company={view.company}
      footer={
        <p>
          {view.contact ? t('interview.contact', { contact: view.contact }) : t('interview.contact_none')}
        </p>
      }
    >
      <StepTitle>{t('me.heading', { job: view.jobTitle })}</StepTitle>
      <StateLine session={props.session} />
      <nav className="m-nav" aria-label={t('me.sections')}>
        {sections.map(([id, words]) => (
          <a key={id} href={`#${id}`}>
            {words}
          </a>
        ))}
      </nav>
      <RoundSection session={props.session} />
      {!left && <FeedbackSection view={view} />}
      {!left && <AppealSection session={props.session} />}
      <DataSection session={props.session} />
      <CorrectionSection session={props.session} />
      <ConsentSection session={props.session} />
      <EndSection session={props.session} />
      <p className="c-lead">{t('me.open_until', { time: time(view.linkExpiresAt, 'day') })}</p>
    </Frame>
  );
}

function StateLine(props: { readonly session: MeSession }) {
  const { t, time } = useReader();
  const { state, submittedAt, feedback } = props.session.view;
  const at = submittedAt ? time(submittedAt) : '';
  const words =
    state === 'withdrawn'
      ? t('me.state_withdrawn')
      : feedback
        ? t('me.state_released')
        : state === 'submitted'
          ? t('me.state_submitted', { time: at })
          : submittedAt
            ? t('me.state_scored', { time: at })
            : t('me.state_other');
  return <p className="c-lead">{words}</p>;
}
