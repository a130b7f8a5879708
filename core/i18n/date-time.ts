import type { Locale } from './locale.ts';

/** How much of a moment to show. `minute` is date and time; `day` the date alone; `time` the time alone. */
export type DateTimeDetail = 'day' | 'minute' | 'time';

const detailOptions: Record<DateTimeDetail, Intl.DateTimeFormatOptions> = {
  day: { year: 'numeric', month: 'short', day: 'numeric' },
  minute: {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
};

/**
 * Shows a stored time (ISO 8601, UTC) in an explicit IANA zone. A language never implies a zone.
 * @throws RangeError for a text that is no time, or an unknown zone.
 */
export function formatDateTime(
  iso: string,
  options: { readonly locale: Locale; readonly zone: string; readonly detail?: DateTimeDetail },
): string {
  const format = new Intl.DateTimeFormat(options.locale, {
    ...detailOptions[options.detail ?? 'minute'],
    timeZone: options.zone,
  });
  return format.format(new Date(iso));
}

/** The offset of a zone at a moment, as shown beside a time: `GMT+8`. */
export function zoneOffsetName(iso: string, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'short' }).formatToParts(
    new Date(iso),
  );
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
}
