const minuteMs = 60_000;
const dayMinutes = 1440;

/** Minutes since midnight in a zone. */
function minuteOfDay(ms: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(ms));
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value ?? 0);
  return part('hour') * 60 + part('minute');
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/**
 * When a card may go out: `ms` itself, or the end of the quiet hours that it falls into. Where a clock change shortens or
 * stretches the night, the answer lies within it and is asked again then.
 * @param ms milliseconds since 1970
 */
export function afterQuietHours(
  ms: number,
  zone: string,
  { quietFrom, quietTo }: { readonly quietFrom: string; readonly quietTo: string },
): number {
  const from = minutesOf(quietFrom);
  const to = minutesOf(quietTo);
  if (from === to) return ms;
  const now = minuteOfDay(ms, zone);
  const quiet = from < to ? now >= from && now < to : now >= from || now < to;
  if (!quiet) return ms;
  const wait = (to - now + dayMinutes) % dayMinutes;
  return Math.floor(ms / minuteMs) * minuteMs + wait * minuteMs;
}
