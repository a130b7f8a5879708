import { useCallback, useState } from 'react';
import type { Kept } from '../candidate-kit/kept.ts';

/** An answer that is being written. */
export interface Draft {
  readonly text: string;
  /** `kept`: on this device; `page`: only as long as the page is open. */
  readonly state: 'none' | 'kept' | 'page';
  readonly write: (text: string) => void;
  /** Once the server has the answer. */
  readonly drop: () => void;
}

/** The draft of one place; it is there again after a reload. */
export function useDraft(kept: Kept, place: string): Draft {
  const key = `draft.${place}`;
  const [text, setText] = useState(() => kept.get(key) ?? '');
  const [state, setState] = useState<Draft['state']>(() => (kept.get(key) ? 'kept' : 'none'));
  const write = useCallback(
    (next: string) => {
      setText(next);
      setState(kept.set(key, next) ? 'kept' : 'page');
    },
    [kept, key],
  );
  const drop = useCallback(() => kept.remove(key), [kept, key]);
  return { text, state, write, drop };
}
