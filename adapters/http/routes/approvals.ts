import { permissionsOf } from '#core/access/permissions.ts';
import { decideApproval, passOnApproval } from '#core/approval/decide-approval.ts';
import { delegateMine, endMyDelegation } from '#core/approval/delegate.ts';
import { findColleagues } from '#core/approval/find-colleagues.ts';
import { countToDecide, listApprovals, readApproval } from '#core/approval/read-approvals.ts';
import { refreshApproval } from '#core/approval/refresh-approval.ts';
import { withdrawApproval } from '#core/approval/withdraw.ts';
import type { TenantContext } from '#core/ports/services.ts';
import { approvalItemView, approvalView, peopleShown } from '../approval-view.ts';
import { type AnyRoute, type RouteCall, route } from '../route.ts';
import {
  ApprovalItemView,
  ApprovalListQuery,
  ApprovalView,
  ColleagueQuery,
  ColleagueView,
  DecideBody,
  DelegationBody,
  DelegationView,
  PassOnBody,
  WaitingView,
} from '../schemas/approvals.ts';
import { List } from '../schemas/shared.ts';

const tag = 'Approvals';

const idOf = ({ params }: Pick<RouteCall<unknown, unknown>, 'params'>): string => params.approvalId ?? '';

const shown = async (tenant: TenantContext, id: string): Promise<ApprovalView> =>
  approvalView(tenant, await readApproval(tenant, id));

async function myDelegation(tenant: TenantContext): Promise<DelegationView> {
  const all = await tenant.store.approvals.delegations();
  const own = all.find(({ id }) => id === `staff:${tenant.actor.id}`);
  if (!own) return { delegation: null };
  const [to] = await peopleShown(tenant, [own.to]);
  return { delegation: { to: to ?? { key: own.to, name: null }, from: own.from, until: own.until } };
}

const reading: readonly AnyRoute[] = [
  route({
    method: 'get',
    path: '/api/v1/approvals',
    permission: 'signed_in',
    tag,
    summary: 'Requests that wait for the caller, that they sent or took part in, or (for HR) all',
    query: ApprovalListQuery,
    response: List(ApprovalItemView),
    async handle({ tenant, query }) {
      const { cursor, limit = 30, box = 'to_decide' } = query;
      const page = await listApprovals(tenant, box, { cursor, limit });
      return { items: page.items.map(approvalItemView), nextCursor: page.nextCursor };
    },
  }),
  route({
    method: 'get',
    path: '/api/v1/approvals/waiting',
    permission: 'signed_in',
    tag,
    summary: 'How many requests wait for the caller',
    response: WaitingView,
    handle: async ({ tenant }) => ({ count: await countToDecide(tenant) }),
  }),
  route({
    method: 'get',
    path: '/api/v1/approvals/colleagues',
    permission: 'signed_in',
    tag,
    summary: 'People to whom a request can be given, by part of their name',
    query: ColleagueQuery,
    response: List(ColleagueView),
    handle: async ({ tenant, query }) => ({
      items: [...(await findColleagues(tenant, query.q ?? ''))],
      nextCursor: null,
    }),
  }),
  route({
    method: 'get',
    path: '/api/v1/approvals/delegation',
    permission: 'signed_in',
    tag,
    summary: 'Who decides in the caller’s place, and when',
    response: DelegationView,
    handle: ({ tenant }) => myDelegation(tenant),
  }),
  route({
    method: 'get',
    path: '/api/v1/approvals/:approvalId',
    permission: 'signed_in',
    tag,
    summary: 'A request with its content, steps and history, for those whom it concerns',
    response: ApprovalView,
    handle: (call) => shown(call.tenant, idOf(call)),
  }),
];

const acting: readonly AnyRoute[] = [
  route({
    method: 'post',
    path: '/api/v1/approvals/:approvalId/decision',
    permission: 'signed_in',
    tag,
    summary: 'Agree, or refuse with a reason',
    body: DecideBody,
    response: ApprovalView,
    async handle(call) {
      const { verdict, reason = '' } = call.body;
      await decideApproval(call.tenant, idOf(call), { verdict, reason });
      return shown(call.tenant, idOf(call));
    },
  }),
  route({
    method: 'post',
    path: '/api/v1/approvals/:approvalId/pass-on',
    permission: 'signed_in',
    tag,
    summary: 'Give one’s place to a colleague',
    body: PassOnBody,
    response: ApprovalView,
    async handle(call) {
      const { to, reason = '' } = call.body;
      await passOnApproval(call.tenant, idOf(call), { to, reason });
      return shown(call.tenant, idOf(call));
    },
  }),
  route({
    method: 'post',
    path: '/api/v1/approvals/:approvalId/withdraw',
    permission: 'signed_in',
    tag,
    summary: 'Take a request back: whoever asked, or HR',
    response: ApprovalView,
    async handle(call) {
      const mayForOthers = permissionsOf(call.session.person.roles).has('decision.write');
      await withdrawApproval(call.tenant, idOf(call), mayForOthers);
      return shown(call.tenant, idOf(call));
    },
  }),
  route({
    method: 'post',
    path: '/api/v1/approvals/:approvalId/refresh',
    permission: 'decision.write',
    tag,
    summary: 'Ask the office platform now how the request stands, or try now to send it',
    response: ApprovalView,
    naturallyIdempotent: true,
    async handle(call) {
      await refreshApproval(call.tenant, idOf(call));
      return shown(call.tenant, idOf(call));
    },
  }),
  route({
    method: 'put',
    path: '/api/v1/approvals/delegation',
    permission: 'signed_in',
    tag,
    summary: 'Let a colleague decide in the caller’s place between two days',
    body: DelegationBody,
    response: DelegationView,
    async handle({ tenant, body }) {
      await delegateMine(tenant, body);
      return myDelegation(tenant);
    },
  }),
  route({
    method: 'delete',
    path: '/api/v1/approvals/delegation',
    permission: 'signed_in',
    tag,
    summary: 'End the caller’s delegation',
    response: 'none',
    handle: ({ tenant }) => endMyDelegation(tenant),
  }),
];

/** Requests for the company's agreement. */
export const routes: readonly AnyRoute[] = [...reading, ...acting];
