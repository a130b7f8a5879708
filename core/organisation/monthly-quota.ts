import { callsOfMonth } from '../platform/calls-of-month.ts';
import { platformOf } from '../platform/connection.ts';
import type { PlatformQuota } from '../ports/platform-quota.ts';
import type { TenantStore } from '../ports/repositories/tenant-store.ts';
import { nowOf, type Services } from '../ports/services.ts';

const dayMs = 86_400_000;
const monthDays = 30;
/** Nightly readings may take so much of the month's calls: the rest is for sign-in, messages and the company's other apps. */
const readingShare = 0.3;

/** What a reading would take of the month's calls; an estimate from what Jinji itself did, for no platform tells what is left. */
export interface MonthlyQuota {
  readonly edition: PlatformQuota['edition'];
  readonly callsPerMonth: number;
  /** Of this calendar month: readings and contact events by their size, everything else as it was counted. */
  readonly used: number;
  /** Of one reading, 0 where the directory is free; null before the first, when nobody knows how large the company is. */
  readonly needed: number | null;
  /** Days between readings at night, so that they stay within their share. */
  readonly everyDays: number;
  readonly acts: PlatformQuota['acts'];
}

/** Days between readings that take so many calls each. */
export const daysBetweenReadings = (needed: number, callsPerMonth: number): number =>
  Math.max(1, Math.ceil((needed * monthDays) / (callsPerMonth * readingShare)));

/** Null where the platform counts no calls, none is connected, or the app is one of the marketplace, whose calls are not the company's. */
export async function monthlyQuota(services: Services, store: TenantStore): Promise<MonthlyQuota | null> {
  const row = await store.platform.installation();
  const quota = row?.kind === 'own' ? platformOf(services, row.platform).quota : undefined;
  if (!row || !quota) return null;
  const now = nowOf(services);
  const month = `${now.slice(0, 7)}-01T00:00:00.000Z`;
  const readings = await store.organisation.runsSince(month);
  const events = await store.platform.contactEventsSince(month);
  const used =
    readings.reduce((sum, { counts }) => sum + quota.readingCalls(counts), 0) +
    events * quota.callsPerEvent +
    (await store.platform.callsCounted(callsOfMonth(row.platform, now)));
  const [last] = await store.organisation.doneRuns(1);
  const needed = last ? quota.readingCalls(last.counts) : null;
  const { edition, callsPerMonth, acts } = quota;
  const everyDays = daysBetweenReadings(needed ?? 0, callsPerMonth);
  return { edition, callsPerMonth, used, needed, everyDays, acts };
}

/** Whether a reading by night is due, within the month's calls. */
export async function readingIsDue(services: Services, store: TenantStore): Promise<boolean> {
  const quota = await monthlyQuota(services, store);
  const [last] = await store.organisation.doneRuns(1);
  if (!quota || !last) return true;
  const age = services.clock.now().getTime() - Date.parse(last.startedAt);
  return age >= (quota.everyDays - 0.5) * dayMs;
}
