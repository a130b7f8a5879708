import type { StoredTranscript } from '../interview/stored-transcript.ts';

/** Where each timed piece stands in the recogniser's text. */
function placed(transcript: StoredTranscript) {
  let from = 0;
  return transcript.segments.flatMap((segment) => {
    const words = segment.text.trim();
    const at = words === '' ? -1 : transcript.text.indexOf(words, from);
    if (at < 0) return [];
    from = at + words.length;
    return [{ start: segment.start, from: at, to: from }];
  });
}

/**
 * Seconds into the recording at which a quote begins, from the recogniser's own times. Null where it gave none, or
 * where the quoted words were written by the candidate and stand in no transcript: no moment is ever guessed.
 * @param position offset of the quote in `text`, the words as they were judged
 */
export function quoteMoment(
  transcript: StoredTranscript | null,
  text: string,
  quote: string,
  position: number,
): number | null {
  if (!transcript || transcript.segments.length === 0 || quote === '') return null;
  const at = text === transcript.text ? position : transcript.text.indexOf(quote);
  if (at < 0) return null;
  const segment = placed(transcript).find(({ from, to }) => at >= from && at < to);
  return segment?.start ?? null;
}
