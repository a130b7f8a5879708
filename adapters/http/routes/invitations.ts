import { renewApplicationLink, revokeApplicationLink, showInvitation } from '#core/application/invitation.ts';
import { type Invitation, inviteApplicant } from '#core/interview/invite.ts';
import { type AnyRoute, route } from '../route.ts';
import { InvitationView, InviteBody, RenewBody } from '../schemas/candidates.ts';

const common = { permission: 'interview.invite', tag: 'Invitations' } as const;
const path = '/api/v1/applications/:applicationId/invitation';

const invitationView = ({ interview, link }: Invitation): InvitationView => ({
  interviewId: interview.id,
  state: interview.state,
  lang: interview.lang,
  url: link.url,
  createdAt: link.createdAt,
  expiresAt: link.expiresAt,
});

/** Invitations: the candidate's link, shown again, renewed, revoked. */
export const routes: readonly AnyRoute[] = [
  route({
    ...common,
    method: 'post',
    path,
    summary: 'Invite to the interview; an open invitation gives its link again',
    body: InviteBody,
    response: InvitationView,
    status: 201,
    handle: async ({ tenant, params, body }) =>
      invitationView(await inviteApplicant(tenant, params.applicationId ?? '', body)),
  }),
  route({
    ...common,
    method: 'post',
    path: `${path}/show`,
    summary: 'Show the link again; each time is audited',
    response: InvitationView,
    naturallyIdempotent: true,
    handle: async ({ tenant, params }) =>
      invitationView(await showInvitation(tenant, params.applicationId ?? '')),
  }),
  route({
    ...common,
    method: 'post',
    path: `${path}/renew`,
    summary: 'Make a new link; the one before stops working',
    body: RenewBody,
    response: InvitationView,
    status: 201,
    handle: async ({ tenant, params, body }) =>
      invitationView(await renewApplicationLink(tenant, params.applicationId ?? '', body.linkDays)),
  }),
  route({
    ...common,
    method: 'post',
    path: `${path}/revoke`,
    summary: 'Make the link unusable; answers so far stay',
    response: 'none',
    naturallyIdempotent: true,
    handle: ({ tenant, params }) => revokeApplicationLink(tenant, params.applicationId ?? ''),
  }),
];
