import type { Context, Hono } from 'hono';
import type { CalendarStore } from '../shared/shown-event.ts';

type Body = Readonly<Record<string, unknown>>;

interface Parts {
  readonly app: Hono;
  readonly tokenLives: (sent: string) => boolean;
  readonly answered: (c: Context, answer: () => Response | Promise<Response>) => Promise<Response>;
  /** The person's id in the company behind a union id; null for nobody. */
  readonly personOf: (unionId: string) => string | null;
}

interface Kept {
  readonly id: string;
  readonly organiser: string;
  body: Body;
  gone: boolean;
}

const record = (value: unknown): Body => (typeof value === 'object' && value !== null ? (value as Body) : {});
const records = (value: unknown): readonly Body[] => (Array.isArray(value) ? (value as Body[]) : []);
const refuse = (status: number, code: string): Response =>
  Response.json({ code, requestid: `REQ-${code}`, message: code }, { status });

/**
 * Calendars of people by union id, with `x-client-token` against doubles, a meeting made along, and busy times.
 * https://open.dingtalk.com/document/orgapp/create-event (read 2026-08)
 */
export function dingtalkCalendarSide({ app, tokenLives, answered, personOf }: Parts): CalendarStore {
  const kept: Kept[] = [];
  const tokens = new Map<string, Kept>();
  const occupied: { readonly userId: string; readonly from: string; readonly to: string }[] = [];
  const called = (c: Context, answer: () => Response | Promise<Response>) =>
    answered(c, () =>
      tokenLives(c.req.header('x-acs-dingtalk-access-token') ?? '')
        ? personOf(c.req.param('user') ?? '') === null
          ? refuse(400, 'userNotExist')
          : answer()
        : refuse(400, 'InvalidAuthentication'),
    );
  const base = '/v1.0/calendar/users/:user/calendars/primary/events';
  const shape = (body: Body): boolean =>
    typeof body.summary === 'string' &&
    typeof record(body.start).dateTime === 'string' &&
    typeof record(body.end).dateTime === 'string' &&
    records(body.attendees).every(({ id }) => personOf(String(id)) !== null);
  const row = ({ id, body }: Kept) => ({
    id,
    ...body,
    ...(record(body.onlineMeetingInfo).type === 'dingtalk'
      ? {
          onlineMeetingInfo: {
            type: 'dingtalk',
            conferenceId: `conf-${id}`,
            url: `https://meeting.dingtalk.com/${id}`,
          },
        }
      : {}),
  });

  app.post(base, (c) =>
    called(c, async () => {
      const body = await c.req.json<Body>();
      if (!shape(body)) return refuse(400, 'paramError');
      const token = c.req.header('x-client-token') ?? '';
      const before = tokens.get(token);
      if (token !== '' && before) return Response.json(row(before));
      const one: Kept = {
        id: `evt${kept.length + 1}`,
        organiser: c.req.param('user') ?? '',
        body,
        gone: false,
      };
      kept.push(one);
      if (token !== '') tokens.set(token, one);
      return Response.json(row(one));
    }),
  );
  const held = (c: Context) =>
    kept.find(
      ({ id, organiser, gone }) => id === c.req.param('event') && organiser === c.req.param('user') && !gone,
    );
  app.put(`${base}/:event`, (c) =>
    called(c, async () => {
      const one = held(c);
      const body = await c.req.json<Body>();
      if (!one) return refuse(404, 'eventNotExist');
      if (!shape(body)) return refuse(400, 'paramError');
      one.body = { ...one.body, ...body };
      return Response.json(row(one));
    }),
  );
  app.delete(`${base}/:event`, (c) =>
    called(c, () => {
      const one = held(c);
      if (!one) return refuse(404, 'eventNotExist');
      one.gone = true;
      return Response.json({});
    }),
  );
  app.post('/v1.0/calendar/users/:user/querySchedule', (c) =>
    called(c, async () => {
      const { userIds, startTime, endTime } = await c.req.json<Body>();
      const [from, to] = [String(startTime), String(endTime)];
      const scheduleInformation = (userIds as string[]).map((userId) => ({
        userId,
        scheduleItems: occupied
          .filter((one) => one.userId === personOf(userId) && one.from < to && one.to > from)
          .map((one) => ({
            status: 'BUSY',
            start: { dateTime: one.from, timeZone: 'UTC' },
            end: { dateTime: one.to, timeZone: 'UTC' },
          })),
      }));
      return Response.json({ scheduleInformation });
    }),
  );

  const isoOf = (value: unknown) => new Date(String(record(value).dateTime)).toISOString();
  return {
    events: () =>
      kept
        .filter(({ gone }) => !gone)
        .map(({ body, organiser }) => ({
          title: String(body.summary),
          startsAt: isoOf(body.start),
          endsAt: isoOf(body.end),
          place: (record(body.location).displayName as string | undefined) ?? null,
          attendees: [organiser, ...records(body.attendees).map(({ id }) => String(id))].flatMap(
            (id) => personOf(id) ?? [],
          ),
        })),
    occupy: (userId, from, to) => occupied.push({ userId, from, to }) > 0,
  };
}
