import type { Context, Hono } from 'hono';
import type { CalendarStore } from '../shared/shown-event.ts';

type Body = Readonly<Record<string, unknown>>;

interface Parts {
  readonly app: Hono;
  readonly authorised: (c: Context, answer: () => Response | Promise<Response>) => Promise<Response>;
  readonly reachable: (userId: string) => boolean;
}

interface Kept {
  readonly id: string;
  body: Body;
  attendees: string[];
  gone: boolean;
}

const calendarId = 'feishu.cn_emulated@group.calendar.feishu.cn';
const refuse = (status: number, code: number, msg: string): Response =>
  Response.json({ code, msg, error: { log_id: `log${code}` } }, { status });
const success = (data: unknown): Response => Response.json({ code: 0, msg: 'success', data });
const record = (value: unknown): Body => (typeof value === 'object' && value !== null ? (value as Body) : {});
const isoOf = (value: unknown) => new Date(Number(record(value).timestamp) * 1000).toISOString();

/**
 * The app's calendar: events by idempotency key, attendees apart, a meeting's link once somebody was added, busy times.
 * https://open.feishu.cn/document/server-docs/calendar-v4 (read 2026-02)
 */
export function feishuCalendarSide({ app, authorised, reachable }: Parts): CalendarStore {
  const kept: Kept[] = [];
  const keys = new Map<string, Kept>();
  const occupied: { readonly userId: string; readonly from: string; readonly to: string }[] = [];
  const base = '/open-apis/calendar/v4/calendars';
  const event = (c: Context) => kept.find(({ id, gone }) => id === c.req.param('event') && !gone);
  const found = (c: Context, answer: (one: Kept) => Response | Promise<Response>) =>
    authorised(c, () => {
      const one = event(c);
      return c.req.param('calendar') === calendarId && one
        ? answer(one)
        : refuse(400, 193001, 'event not found');
    });
  const fault = (body: Body): string | null => {
    const start = record(body.start_time).timestamp;
    if (typeof body.summary !== 'string' || typeof start !== 'string') return 'start_time';
    const settings = record(record(body.vchat).meeting_settings);
    return record(body.vchat).vc_type === 'vc' && settings.allow_attendees_start !== true ? 'vchat' : null;
  };

  app.post(`${base}/primary`, (c) =>
    authorised(c, () => success({ calendars: [{ calendar: { calendar_id: calendarId }, user_id: 'app' }] })),
  );
  app.post(`${base}/:calendar/events`, (c) =>
    authorised(c, async () => {
      const body = await c.req.json<Body>();
      const key = c.req.query('idempotency_key') ?? '';
      if (key.length < 32 || key.length > 128) return refuse(400, 190002, 'idempotency_key');
      if (fault(body) !== null)
        return refuse(400, fault(body) === 'vchat' ? 193101 : 190002, 'invalid parameters');
      const before = keys.get(key);
      if (before) return success({ event: { event_id: before.id, ...before.body } });
      const one: Kept = { id: `event_${kept.length + 1}_0`, body, attendees: [], gone: false };
      kept.push(one);
      keys.set(key, one);
      return success({ event: { event_id: one.id, ...body } });
    }),
  );
  app.get(`${base}/:calendar/events/:event`, (c) =>
    found(c, ({ id, body, attendees }) => {
      const wanted = record(body.vchat).vc_type === 'vc' && attendees.length > 0;
      const vchat = { ...record(body.vchat), meeting_url: wanted ? `https://vc.feishu.cn/j/${id}` : '' };
      return success({ event: { event_id: id, ...body, vchat } });
    }),
  );
  app.patch(`${base}/:calendar/events/:event`, (c) =>
    found(c, async (one) => {
      const body = await c.req.json<Body>();
      if (fault(body) !== null) return refuse(400, 190002, 'invalid parameters');
      one.body = { ...one.body, ...body };
      return success({ event: { event_id: one.id } });
    }),
  );
  app.delete(`${base}/:calendar/events/:event`, (c) =>
    found(c, (one) => {
      one.gone = true;
      return success({});
    }),
  );
  app.get(`${base}/:calendar/events/:event/attendees`, (c) =>
    found(c, ({ attendees }) => {
      const items = attendees.map((id) => ({ type: 'user', attendee_id: `att_${id}`, user_id: id }));
      return success({ items, has_more: false });
    }),
  );
  app.post(`${base}/:calendar/events/:event/attendees`, (c) =>
    found(c, async (one) => {
      const { attendees } = await c.req.json<{ readonly attendees?: readonly Body[] }>();
      const ids = (attendees ?? []).map(({ user_id }) => String(user_id));
      if (!ids.every(reachable)) return refuse(400, 193100, 'attendee not in range');
      one.attendees = [...new Set([...one.attendees, ...ids])];
      return success({ attendees: ids.map((id) => ({ attendee_id: `att_${id}`, user_id: id })) });
    }),
  );
  app.post(`${base}/:calendar/events/:event/attendees/batch_delete`, (c) =>
    found(c, async (one) => {
      const { attendee_ids: ids } = await c.req.json<{ readonly attendee_ids?: readonly string[] }>();
      one.attendees = one.attendees.filter((id) => !(ids ?? []).includes(`att_${id}`));
      return success({});
    }),
  );
  app.post('/open-apis/calendar/v4/freebusy/list', (c) =>
    authorised(c, async () => {
      const { user_id: id, time_min: from, time_max: to } = await c.req.json<Record<string, string>>();
      if (!id || !from || !to) return refuse(400, 190002, 'invalid parameters');
      const busy = occupied.filter((one) => one.userId === id && one.from < to && one.to > from);
      return success({
        freebusy_list: busy.map((one) => ({ start_time: one.from, end_time: one.to })),
      });
    }),
  );

  return {
    events: () =>
      kept
        .filter(({ gone }) => !gone)
        .map(({ body, attendees }) => ({
          title: String(body.summary),
          startsAt: isoOf(body.start_time),
          endsAt: isoOf(body.end_time),
          place: (record(body.location).name as string | undefined) ?? null,
          attendees,
        })),
    occupy: (userId, from, to) => occupied.push({ userId, from, to }) > 0,
  };
}
