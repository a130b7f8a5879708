import { companyProfile } from '../company/company-settings.ts';
import { AppError } from '../errors/app-error.ts';
import { messageWords, readingOf } from '../message/notice-text.ts';
import { openPlatform } from '../platform/connection.ts';
import { surelyNotDone } from '../platform/surely-not-done.ts';
import type { CalendarEvent, PlatformCalendar } from '../ports/platform-calendar.ts';
import type { SecondRound } from '../ports/repositories/second-rounds.ts';
import { nowOf, type Services, type TenantContext, tenantContext } from '../ports/services.ts';
import type { Change } from '../ports/unit-of-work.ts';
import { placeText } from './round-notices.ts';
import { type CalendarEntry, endOf } from './second-round.ts';

/** Failures before an entry is given up: about half a day. */
const mostAttempts = 11;
const restSeconds = (attempts: number): number => Math.min(14_400, 30 * 2 ** attempts);

type Set = Partial<Omit<CalendarEntry, 'step'>>;

/** The write of an entry's next step, with what goes along. */
async function save(
  { store }: TenantContext,
  round: SecondRound,
  set: Set,
  more: readonly Change[] = [],
): Promise<SecondRound> {
  const calendar = { ...round.calendar, ...set, step: round.calendar.step + 1 };
  await store.commit([store.secondRounds.saveCalendar(round.id, round.calendar.step, calendar), ...more]);
  return { ...round, calendar };
}

/**
 * Brings the calendar of the office platform to what is arranged: writes, changes or removes the entry, each at most once. A try
 * whose answer was lost is repeated only while the platform itself can tell the entry by its key.
 */
export async function calendarWork(services: Services, tenantId: string, roundId: string): Promise<void> {
  const context = tenantContext(services, tenantId, { kind: 'system', id: null }, 'zh');
  const round = await context.store.secondRounds.get(roundId);
  if (round?.calendar.state !== 'wanted') return;
  try {
    const { connection } = await openPlatform(services, context.store);
    const { calendar } = connection;
    if (calendar === null) {
      await save(context, round, { state: 'none' });
      return;
    }
    await (round.state === 'arranged'
      ? writeEntry(context, round, calendar)
      : removeEntry(context, round, calendar));
  } catch (error) {
    if (error instanceof AppError && error.code === 'CONFLICT') throw error;
    await goOnLater(context, roundId, error);
  }
}

/** Before the platform is asked, the time of the first try is written down; null: it may not be asked again. */
async function begun(
  context: TenantContext,
  round: SecondRound,
  calendar: PlatformCalendar,
): Promise<SecondRound | null> {
  const { services } = context;
  const { triedAt } = round.calendar;
  if (triedAt !== null && !calendar.mayRepeat(Date.parse(triedAt), services.clock.now().getTime())) {
    await save(context, round, { state: 'uncertain', errorCode: 'UPSTREAM_UNAVAILABLE' });
    return null;
  }
  return save(context, round, { triedAt: triedAt ?? nowOf(services) });
}

async function writeEntry(
  context: TenantContext,
  round: SecondRound,
  calendar: PlatformCalendar,
): Promise<void> {
  const event = await eventOf(context, round, calendar);
  if (event.attendeeIds.length === 0) {
    await save(context, round, { state: 'failed', errorCode: 'NO_ACCOUNT' });
    return;
  }
  const known = round.calendar.ref;
  const now = known === null ? await begun(context, round, calendar) : round;
  if (now === null) return;
  const saved = known === null ? await calendar.create(event) : await calendar.change(known, event);
  const step = now.calendar.step + 1;
  const place = round.place.kind === 'platform' && saved.meetingUrl ? saved.meetingUrl : null;
  await save(
    context,
    now,
    { state: 'done', ref: saved.ref, triedAt: null, errorCode: null, platformCode: null },
    place === null
      ? []
      : [
          context.store.secondRounds.update(
            round.id,
            { revision: round.revision, calendarStep: step },
            { place: { kind: 'platform', url: place } },
          ),
        ],
  );
}

async function removeEntry(
  context: TenantContext,
  round: SecondRound,
  calendar: PlatformCalendar,
): Promise<void> {
  const { ref, triedAt } = round.calendar;
  const gone = { state: 'done', ref: null, triedAt: null, errorCode: null, platformCode: null } as const;
  if (ref !== null) {
    await calendar.cancel(ref);
    await save(context, round, gone);
    return;
  }
  if (triedAt === null) {
    await save(context, round, gone);
    return;
  }
  // Its answer was lost: only the platform knows whether there is one, and writing it again finds it.
  const now = await begun(context, round, calendar);
  if (now === null) return;
  const found = await calendar.create(await eventOf(context, round, calendar));
  const held = await save(context, now, { ref: found.ref });
  await calendar.cancel(found.ref);
  await save(context, held, gone);
}

async function eventOf(
  context: TenantContext,
  round: SecondRound,
  calendar: PlatformCalendar,
): Promise<CalendarEvent> {
  const { services, store } = context;
  const accounts = new Map((await store.platform.accounts()).map(({ personId, id }) => [personId, id]));
  const { zone, locale } = await companyProfile(services.system, store);
  const reading = await readingOf(context, locale);
  const t = messageWords(reading.locale);
  const application = await store.applications.get(round.applicationId);
  const [candidate, version] = await Promise.all([
    application ? store.candidates.get(application.candidateId) : null,
    application ? store.jobs.version(application.jobVersionId) : null,
  ]);
  const attendeeIds = round.interviewerIds.flatMap((id) => accounts.get(id) ?? []);
  return {
    key: round.id,
    title: t('messages.calendar_title', {
      candidate: candidate?.name ?? t('messages.candidate'),
      job: version?.definition.title ?? '',
    }),
    description: t('messages.calendar_text', {
      url: `${services.publicUrl}/app/second-rounds/${round.id}`,
    }),
    startsAt: round.startsAt,
    endsAt: endOf(round),
    zone,
    place: placeText(round),
    organiserId: accounts.get(round.arrangedBy) ?? attendeeIds[0] ?? null,
    attendeeIds,
    meeting: round.place.kind === 'platform' && calendar.meetings,
  };
}

/** Keeps the reason with the entry. What may pass is tried again for half a day; what a person has to mend ends it. */
async function goOnLater(context: TenantContext, roundId: string, error: unknown): Promise<void> {
  const { services, store, tenantId } = context;
  const round = await store.secondRounds.get(roundId);
  if (round?.calendar.state !== 'wanted') return;
  const known = error instanceof AppError ? error : null;
  const code = known?.details.platformCode;
  const reason = {
    errorCode: known?.code ?? 'INTERNAL',
    platformCode: code === undefined ? null : String(code),
    attempts: round.calendar.attempts + 1,
    // What the platform refused it has not done, so the next try is the first one.
    ...(surelyNotDone(error) ? { triedAt: null } : {}),
  };
  services.log.warn('second_round.calendar_stands', { round: roundId, code: reason.errorCode });
  const passes = known === null || known.retryable;
  if (!passes || reason.attempts >= mostAttempts) {
    await save(context, round, { state: 'failed', ...reason });
    return;
  }
  const seconds = Math.max(restSeconds(reason.attempts), Number(known?.details.seconds ?? 0));
  const runAt = new Date(services.clock.now().getTime() + seconds * 1000).toISOString();
  await save(context, round, reason, [
    services.system.enqueue(tenantId, 'second_round.calendar', { roundId }, { runAt }),
  ]);
}
