import { useEffect, useRef, useState } from 'react';
import type { UploadView } from '#adapters/http/schemas/interview.ts';
import type { InterviewSession } from '../interview-session.ts';

/** Asks every other second until the recogniser is done; the network may come and go meanwhile. */
const every = 2000;

/** The words of a complete recording; null until the server was asked. */
export function useSpokenWords(session: InterviewSession, recordingId: string | null): UploadView | null {
  const [view, setView] = useState<UploadView | null>(null);
  const client = useRef(session.client);
  useEffect(() => {
    setView(null);
    if (recordingId === null) return;
    const control = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      let again = true;
      try {
        const path = `/interview/recordings/${recordingId}`;
        const found = await client.current.request<UploadView>(path, { signal: control.signal });
        setView(found);
        again = found.transcriptState === 'pending';
      } catch {
        // Asked again below, unless the page has moved on.
      }
      if (again && !control.signal.aborted) timer = setTimeout(ask, every);
    };
    void ask();
    return () => {
      control.abort();
      clearTimeout(timer);
    };
  }, [recordingId]);
  return view;
}
