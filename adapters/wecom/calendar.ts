import { shortened } from '#adapters/shared/card-words.ts';
import { unexpected } from '#adapters/shared/platform-call.ts';
import { AppError } from '#core/errors/app-error.ts';
import type { PlatformTokens } from '#core/ports/platform.ts';
import type { CalendarEvent, PlatformCalendar } from '#core/ports/platform-calendar.ts';
import type { WecomClient } from './client.ts';
import { platformId } from './constants.ts';

/** The schedule is gone already: https://developer.work.weixin.qq.com/document/path/90313 (read 2026-08). */
const gone: ReadonlySet<string> = new Set(['40058', '44022']);

const seconds = (iso: string): number => Math.floor(Date.parse(iso) / 1000);

function scheduleOf(event: CalendarEvent) {
  return {
    start_time: seconds(event.startsAt),
    end_time: seconds(event.endsAt),
    ...(event.organiserId === null ? {} : { admins: [event.organiserId] }),
    attendees: event.attendeeIds.map((userid) => ({ userid })),
    summary: shortened(event.title, 128),
    description: shortened(event.description, 1000),
    ...(event.place === null ? {} : { location: shortened(event.place, 128) }),
    reminders: { is_remind: 1, remind_before_event_secs: 900 },
  };
}

const limits = {
  zh: '企业微信不向应用提供忙闲，也没有能改期和取消的会议接口：时间冲突请问面试官，线上复试请在企业微信里建好会议，把链接贴在上面。日程由进击写入、改期和取消。',
  en: 'WeCom tells apps no free times and names no way to move or cancel a meeting: ask the interviewers about clashes, and for a talk online make a meeting in WeCom and paste its link above. Jinji writes, moves and cancels the schedule.',
};

/** How long a calendar of the app is used before another one is made; it does not end by itself. */
const calendarSeconds = 3650 * 86_400;

/**
 * The calendar that a third-party app has to name in its schedules: one for each company, made when the first schedule is written and
 * again after an installation has changed. Nobody subscribes to it; who comes to a talk sees the schedule.
 * https://developer.work.weixin.qq.com/document/path/96823 (read 2026-11)
 */
export const ownCalendar = (client: WecomClient, tokens: PlatformTokens) => async (): Promise<string> => {
  const issue = async () => {
    const calendar = { summary: '进击 · 复试', color: '#2F5FD0', description: 'Jinji' };
    const body = await client.post('oa/calendar/add', { calendar }, false);
    if (typeof body.cal_id !== 'string' || body.cal_id === '') throw unexpected(platformId, 'cal_id');
    return { value: body.cal_id, expiresInSeconds: calendarSeconds };
  };
  return (await tokens.get('calendar', issue)).value;
};

/**
 * Schedules of an app. The platform names no key by which a repetition is recognised, so a schedule whose answer was lost
 * is not written again; a person looks. It tells no busy times. Meetings can be made, but the pages read name no call
 * that moves or cancels one, and its link stands in one sample only: a meeting that stays behind after the talk was moved would mislead.
 * https://developer.work.weixin.qq.com/document/path/93648 (read 2026-08)
 * @param calendarId of the app's own calendar, which third-party apps have to name; null: the attendees' usual ones
 */
export function wecomCalendar(
  client: WecomClient,
  calendarId: (() => Promise<string>) | null,
): PlatformCalendar {
  return {
    async create(event) {
      const named = calendarId ? { cal_id: await calendarId() } : {};
      const body = await client.post(
        'oa/schedule/add',
        { schedule: { ...scheduleOf(event), ...named } },
        false,
      );
      if (typeof body.schedule_id !== 'string') throw unexpected(platformId, 'schedule_id');
      return { ref: body.schedule_id, meetingUrl: null };
    },
    mayRepeat: () => false,
    async change(ref, event) {
      const schedule = { schedule_id: ref, ...scheduleOf(event) };
      const body = await client.post('oa/schedule/update', { schedule }, true);
      // An update may give the schedule another id.
      return { ref: typeof body.schedule_id === 'string' ? body.schedule_id : ref, meetingUrl: null };
    },
    async cancel(ref) {
      try {
        await client.post('oa/schedule/del', { schedule_id: ref }, true);
      } catch (error) {
        if (!(error instanceof AppError) || !gone.has(String(error.details.platformCode))) throw error;
      }
    },
    busy: null,
    meetings: false,
    limits,
  };
}
