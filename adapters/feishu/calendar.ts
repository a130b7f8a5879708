import { shortened } from '#adapters/shared/card-words.ts';
import { isRecord, unexpected } from '#adapters/shared/platform-call.ts';
import { AppError } from '#core/errors/app-error.ts';
import type { BusyTime, CalendarEvent, PlatformCalendar, SavedEvent } from '#core/ports/platform-calendar.ts';
import type { FeishuClient } from './client.ts';
import { platformId } from './constants.ts';

type Row = Readonly<Record<string, unknown>>;

/** The event is gone: https://open.feishu.cn/document/server-docs/calendar-v4/calendar-event/delete (read 2026-02). */
const gone: ReadonlySet<string> = new Set(['193001', '193003']);
const users = '?user_id_type=open_id';

/** Names an event for ever: the app's calendar and the event in it. */
interface Ref {
  readonly calendar: string;
  readonly event: string;
}

const seconds = (iso: string): string => String(Math.floor(Date.parse(iso) / 1000));
const rows = (value: unknown): readonly Row[] => (Array.isArray(value) ? value.filter(isRecord) : []);

function bodyOf(event: CalendarEvent) {
  return {
    summary: shortened(event.title, 1000),
    description: event.description,
    start_time: { timestamp: seconds(event.startsAt), timezone: event.zone },
    end_time: { timestamp: seconds(event.endsAt), timezone: event.zone },
    vchat: event.meeting
      ? { vc_type: 'vc', meeting_settings: { allow_attendees_start: true } }
      : { vc_type: 'no_meeting' },
    attendee_ability: 'can_see_others',
    free_busy_status: 'busy',
    ...(event.place === null ? {} : { location: { name: shortened(event.place, 512) } }),
    reminders: [{ minutes: 15 }],
    need_notification: true,
  };
}

const pathOf = ({ calendar, event }: Ref) =>
  `/calendar/v4/calendars/${encodeURIComponent(calendar)}/events/${encodeURIComponent(event)}`;

/**
 * Events in the app's own calendar, with the interviewers as attendees.
 * https://open.feishu.cn/document/server-docs/calendar-v4/calendar-event/create (read 2026-02)
 */
export function feishuCalendar(client: FeishuClient): PlatformCalendar {
  const primary = async (): Promise<string> => {
    const data = await client.write('POST', '/calendar/v4/calendars/primary', {}, true);
    const [first] = rows(data.calendars);
    const id = isRecord(first?.calendar) ? first.calendar.calendar_id : undefined;
    if (typeof id !== 'string') throw unexpected(platformId, 'calendar_id');
    return id;
  };

  const attendeesOf = async (ref: Ref) => {
    const data = await client.get(`${pathOf(ref)}/attendees`, { user_id_type: 'open_id', page_size: '50' });
    return rows(data.items).flatMap(({ attendee_id, user_id, type }) =>
      type === 'user' ? [{ attendeeId: String(attendee_id), userId: String(user_id) }] : [],
    );
  };

  /** Adds who is missing and takes out who comes no longer: the same twice changes nothing. */
  const bringPeople = async (ref: Ref, event: CalendarEvent): Promise<void> => {
    const there = await attendeesOf(ref);
    const missing = event.attendeeIds.filter((id) => !there.some(({ userId }) => userId === id));
    const leaving = there.filter(({ userId }) => !event.attendeeIds.includes(userId));
    if (missing.length > 0) {
      const attendees = missing.map((id) => ({ type: 'user', user_id: id }));
      const body = { attendees, need_notification: true };
      await client.write('POST', `${pathOf(ref)}/attendees${users}`, body, true);
    }
    if (leaving.length > 0) {
      const body = { attendee_ids: leaving.map(({ attendeeId }) => attendeeId), need_notification: true };
      await client.write('POST', `${pathOf(ref)}/attendees/batch_delete${users}`, body, true);
    }
  };

  /** The meeting's link is there once somebody was added. */
  const saved = async (ref: Ref, event: CalendarEvent): Promise<SavedEvent> => {
    await bringPeople(ref, event);
    const name = JSON.stringify(ref);
    if (!event.meeting) return { ref: name, meetingUrl: null };
    const data = await client.get(pathOf(ref), { user_id_type: 'open_id' });
    const vchat = isRecord(data.event) && isRecord(data.event.vchat) ? data.event.vchat : {};
    const url = typeof vchat.meeting_url === 'string' && vchat.meeting_url !== '' ? vchat.meeting_url : null;
    return { ref: name, meetingUrl: url };
  };

  return {
    async create(event) {
      const calendar = await primary();
      const key = `idempotency_key=${encodeURIComponent(event.key)}`;
      const path = `/calendar/v4/calendars/${encodeURIComponent(calendar)}/events${users}&${key}`;
      const data = await client.write('POST', path, bodyOf(event), true);
      const id = isRecord(data.event) ? data.event.event_id : undefined;
      if (typeof id !== 'string') throw unexpected(platformId, 'event_id');
      return saved({ calendar, event: id }, event);
    },
    // The key names the event for as long as it is there.
    mayRepeat: () => true,
    async change(ref, event) {
      const known = JSON.parse(ref) as Ref;
      await client.write('PATCH', `${pathOf(known)}${users}`, bodyOf(event), true);
      return saved(known, event);
    },
    async cancel(ref) {
      try {
        const path = `${pathOf(JSON.parse(ref) as Ref)}?need_notification=true`;
        await client.write('DELETE', path, undefined, true);
      } catch (error) {
        if (!(error instanceof AppError) || !gone.has(String(error.details.platformCode))) throw error;
      }
    },
    async busy(ids, from, to) {
      const times: BusyTime[] = [];
      for (const id of ids) {
        const body = { time_min: from, time_max: to, user_id: id };
        const data = await client.write('POST', `/calendar/v4/freebusy/list${users}`, body, true);
        for (const { start_time, end_time } of rows(data.freebusy_list)) {
          times.push({ personId: id, from: isoOf(start_time), to: isoOf(end_time) });
        }
      }
      return times;
    },
    meetings: true,
    limits: null,
  };
}

function isoOf(value: unknown): string {
  const ms = Date.parse(String(value));
  if (Number.isNaN(ms)) throw unexpected(platformId, 'freebusy');
  return new Date(ms).toISOString();
}
