/** A day and a time of day as a form holds them: `2026-11-23` and `14:30`. */
export interface DayAndTime {
  readonly day: string;
  readonly time: string;
}

function parts(ms: number, zone: string): DayAndTime {
  const found = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(ms));
  const part = (type: string) => found.find((one) => one.type === type)?.value ?? '';
  return {
    day: `${part('year')}-${part('month')}-${part('day')}`,
    time: `${part('hour')}:${part('minute')}`,
  };
}

/** Day and time of day of a moment, as the clock of a zone shows them. */
export const dayAndTime = (iso: string, zone: string): DayAndTime => parts(Date.parse(iso), zone);

const wall = ({ day, time }: DayAndTime): number => Date.parse(`${day}T${time}:00.000Z`);

/**
 * The moment at which a zone's clock shows this day and time, as ISO 8601 UTC; null for no date. Of a time that the clock shows
 * twice the first is meant; one that it skips becomes the time that it jumps to.
 */
export function momentOf(shown: DayAndTime, zone: string): string | null {
  const asked = wall(shown);
  if (Number.isNaN(asked)) return null;
  const offsetAt = (ms: number): number => wall(parts(ms, zone)) - ms;
  // The offset of the guess may lie on the other side of a clock change, so it is looked up again where the guess lands.
  const first = asked - offsetAt(asked - 86_400_000);
  const second = asked - offsetAt(first);
  const right = [Math.min(first, second), Math.max(first, second)].find(
    (ms) => wall(parts(ms, zone)) === asked,
  );
  return new Date(right ?? Math.max(first, second)).toISOString();
}
