import { zoneOffsetName } from '#core/i18n/date-time.ts';

/** Zones of the places where the product's region policies apply, and their neighbours. */
const zones = [
  'Asia/Shanghai',
  'Asia/Urumqi',
  'Asia/Hong_Kong',
  'Asia/Taipei',
  'Asia/Singapore',
  'Asia/Tokyo',
  'Asia/Dubai',
  'Europe/London',
  'Europe/Berlin',
  'Europe/Paris',
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Los_Angeles',
  'Australia/Sydney',
  'UTC',
] as const;

/** Zones to choose from, with their offset now; the current one is always among them. */
export function zoneOptions(current: string): { readonly value: string; readonly label: string }[] {
  const now = new Date().toISOString();
  const all = zones.some((zone) => zone === current) ? zones : [current, ...zones];
  return all.map((zone) => ({
    value: zone,
    label: zone === 'UTC' ? 'UTC' : `${zone.replace(/_/gu, ' ')} (${zoneOffsetName(now, zone)})`,
  }));
}
