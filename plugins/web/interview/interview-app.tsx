import { useEffect, useRef, useState } from 'react';
import type { CandidateClient } from '../candidate-kit/client.ts';
import { Frame } from '../candidate-kit/frame.tsx';
import type { Kept } from '../candidate-kit/kept.ts';
import { LinkProblem } from '../candidate-kit/link-problem.tsx';
import { useReader } from '../candidate-kit/words.tsx';
import { ConsentPage } from './consent-page.tsx';
import { DonePage, FinishPage } from './finish-page.tsx';
import { type InterviewSession, useInterview } from './interview-session.ts';
import { LeaveFooter } from './leave-footer.tsx';
import { EndedPage, OtherDevicePage } from './link-pages.tsx';
import { NextStepPage } from './next-step-page.tsx';
import { QuestionPage } from './question-page.tsx';
import { ReadyPage } from './ready-page.tsx';
import { WelcomePage } from './welcome-page.tsx';

/** The whole interview: which page is shown follows from what the server says, so that a reload changes nothing. */
export function InterviewApp(props: {
  readonly client: CandidateClient;
  readonly kept: Kept;
  readonly onInvitedIn: (lang: 'zh' | 'en') => void;
}) {
  const { t } = useReader();
  const { view, setView, problem, reload, refresh } = useInterview(props.client);
  const [taken, setTaken] = useState(false);
  const told = useRef(false);
  const { onInvitedIn } = props;
  useEffect(() => {
    if (!view || told.current) return;
    told.current = true;
    onInvitedIn(view.lang);
  }, [view, onInvitedIn]);
  useEffect(() => {
    document.title = view ? `${t('interview.title')} · ${view.jobTitle}` : t('interview.title');
  }, [view, t]);
  if (problem) {
    return (
      <Frame company="">
        <LinkProblem problem={problem} onRetry={reload} />
      </Frame>
    );
  }
  if (!view) {
    return (
      <Frame company="">
        <p role="status">{t('interview.loading')}</p>
      </Frame>
    );
  }
  const session: InterviewSession = {
    client: props.client,
    kept: props.kept,
    view,
    setView: (next) => {
      setTaken(false);
      setView(next);
    },
    refresh,
    lost: () => setTaken(true),
  };
  const open = ['created', 'notified', 'consented', 'started', 'answering'].includes(view.state);
  return (
    <Frame company={view.company} badge footer={open && <LeaveFooter session={session} />}>
      <Step session={session} taken={taken} />
    </Frame>
  );
}

function Step(props: { readonly session: InterviewSession; readonly taken: boolean }) {
  const { session } = props;
  const { view, kept } = session;
  const [asked, setAsked] = useState(() => kept.get('begun') === '1');
  if (view.state === 'withdrawn' || view.state === 'expired') return <EndedPage view={view} />;
  if (view.state === 'created' || view.state === 'notified') {
    if (asked) return <ConsentPage session={session} onBack={() => setAsked(false)} />;
    return (
      <WelcomePage
        session={session}
        onBegin={() => {
          kept.set('begun', '1');
          setAsked(true);
        }}
      />
    );
  }
  if (view.state === 'consented') return <ReadyPage session={session} />;
  if (view.state === 'started' || view.state === 'answering') {
    if (!view.active || props.taken) return <OtherDevicePage session={session} taken={props.taken} />;
    if (view.step?.kind === 'question') {
      return (
        <QuestionPage key={`${view.step.questionId}.${view.step.turn}`} session={session} step={view.step} />
      );
    }
    if (view.step === null) return <NextStepPage session={session} />;
    return <FinishPage session={session} />;
  }
  return <DonePage view={view} />;
}
