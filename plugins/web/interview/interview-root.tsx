import type { Locale } from '#core/i18n/locale.ts';
import type { CandidateClient } from '../candidate-kit/client.ts';
import type { Kept } from '../candidate-kit/kept.ts';
import { usePageLanguage } from '../candidate-kit/page-language.ts';
import {
  type CandidateWords,
  interviewWords,
  ReaderProvider,
  readersLocale,
} from '../candidate-kit/words.tsx';
import { InterviewApp } from './interview-app.tsx';

/** The interview in the reader's language: their own choice, else their browser's, else the one they were invited in. */
export function InterviewRoot(props: {
  readonly locale: Locale;
  readonly t: CandidateWords;
  readonly client: CandidateClient;
  readonly kept: Kept;
}) {
  const { reader, show } = usePageLanguage(props, interviewWords);
  return (
    <ReaderProvider value={reader}>
      <InterviewApp
        client={props.client}
        kept={props.kept}
        onInvitedIn={(lang) => {
          if (readersLocale() === null) show(lang === 'zh' ? 'zh-CN' : 'en-US');
        }}
      />
    </ReaderProvider>
  );
}
