import { useEffect, useState } from 'react';
import { useApi } from './session.tsx';

/** How often the count is asked for while the page is in view. */
const pollMs = 60_000;
const changed = 'jinji-unread';

/** Tells the bell how many notices are unread now, after a page has marked some. */
export const announceUnread = (unread: number): void => {
  window.dispatchEvent(new CustomEvent<number>(changed, { detail: unread }));
};

/** How many notices are unread; null until it is known. Asked again with each `key`, each minute in view, and on return. */
export function useUnreadCount(key: string): number | null {
  const api = useApi();
  const [unread, setUnread] = useState<number | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    const ask = () => {
      if (document.visibilityState === 'hidden') return;
      api.get<{ unread: number }>('/notices/unread', { signal: stop.signal }).then(
        (answer) => setUnread(answer.unread),
        // The next minute asks again; a bell is no place for an error.
        () => undefined,
      );
    };
    const told = (event: Event) => setUnread((event as CustomEvent<number>).detail);
    ask();
    const timer = window.setInterval(ask, pollMs);
    document.addEventListener('visibilitychange', ask);
    window.addEventListener(changed, told);
    return () => {
      stop.abort();
      window.clearInterval(timer);
      document.removeEventListener('visibilitychange', ask);
      window.removeEventListener(changed, told);
    };
  }, [api, key]);
  return unread;
}
