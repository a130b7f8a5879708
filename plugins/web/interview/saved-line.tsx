import type { InterviewView } from '#adapters/http/schemas/interview.ts';
import { useReader } from '../candidate-kit/words.tsx';

/** Says that the last answer is stored, and when: only the server's word counts. */
export function SavedLine(props: { readonly view: InterviewView }) {
  const { t, time } = useReader();
  const last = props.view.answers[props.view.answers.length - 1];
  if (!last) return null;
  return (
    <p className="i-saved" role="status">
      {t('interview.saved', { time: time(last.storedAt, 'time') })}
    </p>
  );
}
