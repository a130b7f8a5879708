/** Seconds between attempts while the network is away; the last one holds for all that follow. */
const pauses = [2, 4, 8, 15] as const;

/** Waits before attempt `count` + 1: coming back online ends the wait at once, and so does leaving the page. */
export function pauseBefore(count: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      window.removeEventListener('online', end);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, (pauses[count] ?? 15) * 1000);
    window.addEventListener('online', end);
    signal.addEventListener('abort', end);
  });
}
