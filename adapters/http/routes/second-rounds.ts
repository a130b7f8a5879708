import { Type } from '@sinclair/typebox';
import { canMove } from '#core/application/application.ts';
import { AppError } from '#core/errors/app-error.ts';
import { hasCards } from '#core/message/deliver.ts';
import { openPlatform } from '#core/platform/connection.ts';
import type { TenantContext } from '#core/ports/services.ts';
import { arrangeRound, cancelRound, moveRound } from '#core/second-round/arrange-round.ts';
import { busyInterviewers } from '#core/second-round/busy-times.ts';
import { writeAgain } from '#core/second-round/calendar-state.ts';
import { confirmRound } from '#core/second-round/confirm-round.ts';
import { agenda, readRound, roundsOf } from '#core/second-round/read-rounds.ts';
import { interviewers, type RoundInput } from '#core/second-round/round-input.ts';
import { fileOfRound } from '#core/second-round/round-texts.ts';
import { giveScorecard } from '#core/second-round/scorecard.ts';
import { calendarResponse } from '../calendar-response.ts';
import { roundView } from '../round-view.ts';
import { type AnyRoute, route, type StaffSession } from '../route.ts';
import {
  BusyBody,
  BusyView,
  CancelRoundBody,
  InterviewersView,
  MoveRoundBody,
  RoundBody,
  RoundsView,
  RoundView,
  ScorecardBody,
} from '../schemas/second-rounds.ts';
import { Literals } from '../schemas/shared.ts';

const tag = 'Second round';

const inputOf = ({ startsAt, minutes, place, interviewerIds, note }: RoundBody): RoundInput => ({
  startsAt,
  minutes,
  interviewerIds,
  note: note ?? null,
  place:
    place.kind === 'onsite'
      ? { kind: 'onsite', text: place.text }
      : place.kind === 'link'
        ? { kind: 'link', url: place.text }
        : { kind: 'platform', url: null },
});

const shown = async (tenant: TenantContext, { person }: StaffSession, roundId: string): Promise<RoundView> =>
  roundView(tenant, person, await readRound(tenant, roundId));

/** A platform that does not answer now is no reason not to arrange. */
async function calendarOffers(
  tenant: TenantContext,
): Promise<Pick<InterviewersView, 'platformMeetings' | 'calendarLimits'>> {
  const none = { platformMeetings: false, calendarLimits: null };
  if (!(await hasCards(tenant))) return none;
  try {
    const { calendar } = (await openPlatform(tenant.services, tenant.store)).connection;
    if (calendar === null) return none;
    return { platformMeetings: calendar.meetings, calendarLimits: calendar.limits?.[tenant.lang] ?? null };
  } catch (error) {
    if (error instanceof AppError) return none;
    throw error;
  }
}

const arranging: readonly AnyRoute[] = [
  route({
    method: 'get',
    path: '/api/v1/interviewers',
    permission: 'candidate.write',
    tag,
    summary: 'People who may be asked to hold a second round',
    response: InterviewersView,
    async handle({ tenant }) {
      const [ids, people] = await Promise.all([interviewers(tenant), tenant.store.people.list()]);
      const items = people.filter(({ id }) => ids.includes(id)).map(({ id, name }) => ({ id, name }));
      return { items, ...(await calendarOffers(tenant)) };
    },
  }),
  route({
    method: 'post',
    path: '/api/v1/second-rounds/busy',
    permission: 'candidate.write',
    tag,
    summary: 'When interviewers are taken at a time, by second rounds and by their calendars',
    body: BusyBody,
    response: BusyView,
    naturallyIdempotent: true,
    async handle({ tenant, body }) {
      const { interviewerIds, ...span } = body;
      const [answer, people] = await Promise.all([
        busyInterviewers(tenant, { ...span, personIds: interviewerIds }),
        tenant.store.people.list(),
      ]);
      const names = new Map(people.map(({ id, name }) => [id, name]));
      return {
        ...answer,
        busy: answer.busy.map((one) => ({ ...one, name: names.get(one.personId) ?? null })),
      };
    },
  }),
  route({
    method: 'post',
    path: '/api/v1/applications/:applicationId/second-rounds',
    permission: 'candidate.write',
    tag,
    summary: 'Arrange a second round: the application moves on, interviewers are told, calendars follow',
    body: RoundBody,
    response: RoundView,
    status: 201,
    async handle({ tenant, session, params, body }) {
      const round = await arrangeRound(tenant, params.applicationId ?? '', inputOf(body));
      return shown(tenant, session, round.id);
    },
  }),
  route({
    method: 'put',
    path: '/api/v1/second-rounds/:roundId',
    permission: 'candidate.write',
    tag,
    summary: 'Change time, place or interviewers of a second round',
    body: MoveRoundBody,
    response: RoundView,
    async handle({ tenant, session, params, body }) {
      const round = await moveRound(tenant, params.roundId ?? '', body.revision, inputOf(body));
      return shown(tenant, session, round.id);
    },
  }),
  route({
    method: 'post',
    path: '/api/v1/second-rounds/:roundId/cancel',
    permission: 'candidate.write',
    tag,
    summary: 'Call a second round off, with the reason',
    body: CancelRoundBody,
    response: RoundView,
    async handle({ tenant, session, params, body }) {
      await cancelRound(tenant, params.roundId ?? '', body.revision, body.reason);
      return shown(tenant, session, params.roundId ?? '');
    },
  }),
  route({
    method: 'post',
    path: '/api/v1/second-rounds/:roundId/calendar',
    permission: 'candidate.write',
    tag,
    summary: 'Write the calendar entry again that was given up',
    response: RoundView,
    async handle({ tenant, session, params }) {
      await writeAgain(tenant, params.roundId ?? '');
      return shown(tenant, session, params.roundId ?? '');
    },
  }),
];

/** Second rounds: arranging, holding and judging them. */
export const routes: readonly AnyRoute[] = [
  ...arranging,
  route({
    method: 'get',
    path: '/api/v1/second-rounds',
    permission: 'candidate.read',
    tag,
    summary: 'Second rounds from a week ago to eight weeks ahead: the own ones, or all',
    query: Type.Object(
      { whose: Type.Optional(Literals(['own', 'all'] as const)) },
      { additionalProperties: false },
    ),
    response: RoundsView,
    async handle({ tenant, session, query }) {
      const files = await agenda(tenant, query.whose ?? 'own');
      const items = await Promise.all(files.map((file) => roundView(tenant, session.person, file)));
      return { items, mayArrange: false };
    },
  }),
  route({
    method: 'get',
    path: '/api/v1/applications/:applicationId/second-rounds',
    permission: 'candidate.read',
    tag,
    summary: 'Second rounds of an application with their scorecards',
    response: RoundsView,
    async handle({ tenant, session, params }) {
      const application = await tenant.store.applications.get(params.applicationId ?? '');
      if (!application) throw new AppError('NOT_FOUND');
      const files = await roundsOf(tenant, application.id);
      const items = await Promise.all(files.map((file) => roundView(tenant, session.person, file)));
      const { status } = application;
      return { items, mayArrange: status === 'second_round' || canMove(status, 'second_round') };
    },
  }),
  route({
    method: 'get',
    path: '/api/v1/second-rounds/:roundId',
    permission: 'candidate.read',
    tag,
    summary: 'One second round',
    response: RoundView,
    handle: ({ tenant, session, params }) => shown(tenant, session, params.roundId ?? ''),
  }),
  route({
    method: 'post',
    path: '/api/v1/second-rounds/:roundId/confirm',
    permission: 'rating.write',
    tag,
    summary: 'Say as an interviewer that one comes',
    response: RoundView,
    naturallyIdempotent: true,
    async handle({ tenant, session, params }) {
      await tenant.store.commit([...(await confirmRound(tenant, params.roundId ?? ''))]);
      return shown(tenant, session, params.roundId ?? '');
    },
  }),
  route({
    method: 'put',
    path: '/api/v1/second-rounds/:roundId/scorecard',
    permission: 'rating.write',
    tag,
    summary: 'Give the own scorecard, or replace it',
    body: ScorecardBody,
    response: RoundView,
    async handle({ tenant, session, params, body }) {
      await giveScorecard(tenant, params.roundId ?? '', body);
      return shown(tenant, session, params.roundId ?? '');
    },
  }),
  route({
    method: 'get',
    path: '/api/v1/second-rounds/:roundId/calendar.ics',
    permission: 'candidate.read',
    tag,
    summary: 'The second round as a calendar file',
    response: 'stream',
    async handle({ tenant, params }) {
      const file = await readRound(tenant, params.roundId ?? '');
      return calendarResponse(await fileOfRound(tenant, file, 'staff'));
    },
  }),
];
