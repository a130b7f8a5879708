import { companyProfile } from '../company/company-settings.ts';
import { agreesToTalentPool, talentPoolDays } from '../consent/talent-pool.ts';
import { nowOf, type TenantContext } from '../ports/services.ts';
import type { Change } from '../ports/unit-of-work.ts';
import { type CandidateLink, prepareCandidateLink, showCandidateLink } from './invite.ts';

/** The page stays at least this many days, so that a short retention leaves time to ask for a review. */
const leastDays = 180;

type Context = Pick<TenantContext, 'services' | 'store' | 'tenantId'>;

/** When a page that is opened or extended now ends: not before the company's retention does (design D19). */
async function endFromNow({ services, store }: Context, interviewId: string): Promise<string> {
  const { retentionDays } = await companyProfile(services.system, store);
  const pool = (await agreesToTalentPool(store, interviewId)) ? talentPoolDays : 0;
  const days = Math.max(leastDays, retentionDays, pool);
  return new Date(Date.parse(nowOf(services)) + days * 86_400_000).toISOString();
}

/**
 * The candidate's own page for an interview that is over, however it ended: the one there is, or a new one with the write
 * that opens it. Rights (see, export, correct, erase) do not depend on having handed anything in.
 */
export async function meLinkOf(
  context: Context,
  interviewId: string,
): Promise<{ readonly url: string; readonly changes: readonly Change[] }> {
  const held: CandidateLink | null = await showCandidateLink(context, 'me', interviewId);
  if (held) return { url: held.url, changes: [] };
  const { url, change } = await prepareCandidateLink(
    context,
    'me',
    interviewId,
    await endFromNow(context, interviewId),
  );
  return { url, changes: [change] };
}

/** Keeps the page open for as long as the data that begins to age now: a decision or feedback may come late. */
export async function meLinkExtended(context: Context, interviewId: string): Promise<readonly Change[]> {
  const until = await endFromNow(context, interviewId);
  const links = await context.services.system.publicLinksOf(context.tenantId, interviewId);
  return links
    .filter((link) => link.kind === 'me' && !link.revokedAt && link.expiresAt < until)
    .map((link) => context.services.system.extendPublicLink(link.tokenHash, until));
}
