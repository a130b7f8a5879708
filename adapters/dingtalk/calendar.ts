import { shortened } from '#adapters/shared/card-words.ts';
import { isRecord, unexpected } from '#adapters/shared/platform-call.ts';
import { AppError } from '#core/errors/app-error.ts';
import type { CalendarEvent, PlatformCalendar, SavedEvent } from '#core/ports/platform-calendar.ts';
import type { DingtalkClient } from './client.ts';
import { platformId } from './constants.ts';

type Row = Readonly<Record<string, unknown>>;

/** The event is gone already. */
const gone: ReadonlySet<string> = new Set(['eventNotExist', 'event.not.exist', 'resource.not.found']);

/** Names an event for ever: in whose calendar it was made, and its id there. */
interface Ref {
  readonly organiser: string;
  readonly event: string;
}

const rows = (value: unknown): readonly Row[] => (Array.isArray(value) ? value.filter(isRecord) : []);

/** ISO 8601 with an offset, as the documents print it. */
const moment = (iso: string, timeZone: string) => ({ dateTime: iso.replace(/\.\d+Z$/, 'Z'), timeZone });

/** People by union id, which the platform's calendars know them by. */
function unions(client: DingtalkClient) {
  const one = async (userid: string): Promise<string> => {
    const person = await client.oapi('topapi/v2/user/get', { userid });
    if (!isRecord(person) || typeof person.unionid !== 'string') throw unexpected(platformId, 'unionid');
    return person.unionid;
  };
  const all = async (ids: readonly string[]): Promise<readonly string[]> => {
    const found: string[] = [];
    for (const id of ids) found.push(await one(id));
    return found;
  };
  return { one, all };
}

const pathOf = (organiser: string, event?: string): string => {
  const events = `/v1.0/calendar/users/${encodeURIComponent(organiser)}/calendars/primary/events`;
  return event ? `${events}/${encodeURIComponent(event)}` : events;
};

function savedFrom(organiser: string, body: Row, event?: string): SavedEvent {
  const id = event ?? body.id;
  if (typeof id !== 'string') throw unexpected(platformId, 'id');
  const meeting = isRecord(body.onlineMeetingInfo) ? body.onlineMeetingInfo.url : null;
  const meetingUrl = typeof meeting === 'string' && meeting !== '' ? meeting : null;
  return { ref: JSON.stringify({ organiser, event: id } satisfies Ref), meetingUrl };
}

/**
 * Events in the organiser's own calendar; people are named by union id, which is asked for each time.
 * https://open.dingtalk.com/document/orgapp/create-event (read 2026-08). The header `x-client-token` makes a repetition
 * give the same event; it stands in the official SDK's request (CreateEventHeaders).
 */
export function dingtalkCalendar(client: DingtalkClient): PlatformCalendar {
  const { one: unionOf, all: unionsOf } = unions(client);
  const bodyOf = async (event: CalendarEvent, organiser: string) => ({
    summary: shortened(event.title, 200),
    description: event.description,
    start: moment(event.startsAt, event.zone),
    end: moment(event.endsAt, event.zone),
    isAllDay: false,
    attendees: (await unionsOf(event.attendeeIds))
      .filter((id) => id !== organiser)
      .map((id) => ({ id, isOptional: false })),
    ...(event.place === null ? {} : { location: { displayName: shortened(event.place, 200) } }),
    reminders: [{ method: 'dingtalk', minutes: 15 }],
    ...(event.meeting ? { onlineMeetingInfo: { type: 'dingtalk' } } : {}),
  });

  return {
    async create(event) {
      const organiser = await unionOf(event.organiserId ?? event.attendeeIds[0] ?? '');
      const body = await client.api({
        method: 'POST',
        path: pathOf(organiser),
        body: await bodyOf(event, organiser),
        repeatable: true,
        clientToken: event.key,
      });
      return savedFrom(organiser, body);
    },
    // How long a token is remembered is not documented; a day is what such tokens live elsewhere.
    mayRepeat: (firstTriedAt, now) => now - firstTriedAt < 86_400_000,
    async change(ref, event) {
      const { organiser, event: id } = JSON.parse(ref) as Ref;
      const body = await client.api({
        method: 'PUT',
        path: pathOf(organiser, id),
        body: { id, ...(await bodyOf(event, organiser)) },
        repeatable: true,
      });
      return savedFrom(organiser, body, id);
    },
    async cancel(ref) {
      const { organiser, event } = JSON.parse(ref) as Ref;
      try {
        await client.api({ method: 'DELETE', path: pathOf(organiser, event), repeatable: true });
      } catch (error) {
        if (!(error instanceof AppError) || !gone.has(String(error.details.platformCode))) throw error;
      }
    },
    async busy(ids, from, to) {
      const asked = await unionsOf(ids);
      const asker = asked[0] ?? '';
      const body = await client.api({
        method: 'POST',
        path: `/v1.0/calendar/users/${encodeURIComponent(asker)}/querySchedule`,
        body: { userIds: asked, startTime: from, endTime: to },
        repeatable: true,
      });
      return rows(body.scheduleInformation).flatMap(({ userId, scheduleItems }) =>
        rows(scheduleItems)
          .filter(({ status }) => status !== 'FREE')
          .map(({ start, end }) => ({
            personId: ids[asked.indexOf(String(userId))] ?? '',
            from: isoOf(start),
            to: isoOf(end),
          })),
      );
    },
    meetings: true,
    limits: null,
  };
}

function isoOf(value: unknown): string {
  const ms = Date.parse(String(isRecord(value) ? value.dateTime : ''));
  if (Number.isNaN(ms)) throw unexpected(platformId, 'scheduleItems');
  return new Date(ms).toISOString();
}
