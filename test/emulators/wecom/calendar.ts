import type { Hono } from 'hono';
import { type Faults, withFaults } from '../shared/faults.ts';
import type { CalendarStore } from '../shared/shown-event.ts';

type Body = Readonly<Record<string, unknown>>;

interface Parts {
  readonly app: Hono;
  readonly faults: Faults;
  readonly tokenFault: (token: string | undefined) => Response | null;
  readonly visible: (userId: string) => boolean;
  readonly success: (fields: Body) => Response;
  readonly failure: (errcode: number, errmsg: string) => Response;
}

interface Kept {
  readonly id: string;
  schedule: Body;
  gone: boolean;
}

const record = (value: unknown): Body => (typeof value === 'object' && value !== null ? (value as Body) : {});
const records = (value: unknown): readonly Body[] => (Array.isArray(value) ? (value as Body[]) : []);
const peopleOf = (schedule: Body): string[] =>
  records(schedule.attendees).map(({ userid }) => String(userid));

export interface WecomCalendarStore extends CalendarStore {
  /** Whether the app made a calendar of that id. */
  made(id: unknown): boolean;
}

/** Schedules, without any key against doubles. https://developer.work.weixin.qq.com/document/path/93648 (read 2026-08) */
export function wecomCalendarSide(parts: Parts): WecomCalendarStore {
  const { app, faults, success, failure } = parts;
  const kept: Kept[] = [];
  let calendars = 0;
  const madeName = (id: unknown) => Number(/^cal-(\d+)$/.exec(String(id))?.[1] ?? 0);
  const post = (path: string, answer: (body: Body) => Response) =>
    app.post(`/cgi-bin/oa/${path}`, (c) =>
      withFaults(faults, c, async () => {
        const refused = parts.tokenFault(c.req.query('access_token'));
        return refused ?? answer(await c.req.json<Body>());
      }),
    );
  const fault = (schedule: Body): string | null => {
    if (!Number.isInteger(schedule.start_time) || !Number.isInteger(schedule.end_time)) return 'start_time';
    if (String(schedule.summary).length > 128) return 'summary';
    if (String(schedule.location ?? '').length > 128) return 'location';
    const people = [...peopleOf(schedule), ...((schedule.admins as string[] | undefined) ?? [])];
    return people.every(parts.visible) ? null : 'attendees';
  };
  const held = (id: unknown) => kept.find((one) => one.id === id && !one.gone);

  post('calendar/add', ({ calendar }) => {
    const { summary } = record(calendar);
    if (typeof summary !== 'string' || summary.length < 1 || summary.length > 128)
      return failure(40058, 'invalid Request Parameter: summary');
    calendars += 1;
    return success({ cal_id: `cal-${calendars}`, fail_result: {} });
  });
  post('schedule/add', ({ schedule }) => {
    const wrong = fault(record(schedule));
    if (wrong !== null) return failure(40058, `invalid Request Parameter: ${wrong}`);
    const one: Kept = { id: `schedule-${kept.length + 1}`, schedule: record(schedule), gone: false };
    kept.push(one);
    return success({ schedule_id: one.id });
  });
  post('schedule/update', ({ schedule }) => {
    const one = held(record(schedule).schedule_id);
    const wrong = one ? fault(record(schedule)) : 'schedule_id';
    if (!one || wrong !== null) return failure(40058, `invalid Request Parameter: ${wrong}`);
    one.schedule = { ...one.schedule, ...record(schedule) };
    return success({ schedule_id: one.id });
  });
  post('schedule/del', ({ schedule_id: id }) => {
    const one = held(id);
    if (!one) return failure(40058, 'invalid Request Parameter: schedule_id');
    one.gone = true;
    return success({});
  });

  const isoOf = (value: unknown) => new Date(Number(value) * 1000).toISOString();
  return {
    events: () =>
      kept
        .filter(({ gone }) => !gone)
        .map(({ schedule }) => ({
          title: String(schedule.summary),
          startsAt: isoOf(schedule.start_time),
          endsAt: isoOf(schedule.end_time),
          place: (schedule.location as string | undefined) ?? null,
          attendees: peopleOf(schedule),
        })),
    occupy: () => false,
    made: (id) => madeName(id) > 0 && madeName(id) <= calendars,
  };
}
