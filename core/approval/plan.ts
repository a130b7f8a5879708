import { companyProfile } from '../company/company-settings.ts';
import { nowOf, type TenantContext } from '../ports/services.ts';
import type { ApprovalKind } from './approval.ts';
import { type ChainVersion, noChain } from './chain.ts';
import type { ApprovalContent } from './content.ts';
import { type PeopleBook, peopleBook } from './people-book.ts';
import { type PlatformPlan, platformWay, type UnusablePlatform } from './platform-way.ts';
import { type ResolvedStep, resolveSteps } from './resolve-approvers.ts';

/** How a request would run if it were sent now. */
export interface ApprovalPlan {
  readonly kind: ApprovalKind;
  /** `none`: nobody has to agree. */
  readonly way: 'none' | 'own' | 'platform';
  readonly chain: ChainVersion | null;
  /** Jinji's own steps; on the platform only where they decide there. */
  readonly steps: readonly ResolvedStep[];
  readonly platform: PlatformPlan | null;
  /** Why the platform that the chain names is not used. */
  readonly fallback: UnusablePlatform | null;
  readonly book: PeopleBook;
}

/** The day `YYYY-MM-DD` that a moment falls on in a zone. */
export const dayIn = (zone: string, iso: string): string =>
  new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(new Date(iso));

/** Works out who would be asked for agreement, and where, without sending anything. */
export async function planApproval(
  context: TenantContext,
  kind: ApprovalKind,
  content: ApprovalContent,
): Promise<ApprovalPlan> {
  const { services, store, actor } = context;
  const chain = await store.approvals.chain(kind);
  const definition = chain?.definition ?? noChain;
  const book = await peopleBook(store);
  const nothing = { kind, chain, steps: [], platform: null, fallback: null, book };
  if (!definition.enabled) return { ...nothing, way: 'none' };
  const profile = await companyProfile(services.system, store);
  const resolving = {
    book,
    askedBy: actor.id ?? '',
    delegations: await store.approvals.delegations(),
    today: dayIn(profile.zone, nowOf(services)),
  };
  const steps = await resolveSteps(resolving, definition.steps);
  if (definition.platform === null) return { ...nothing, way: 'own', steps };
  const found = await platformWay(context, { mapping: definition.platform, content, steps, book });
  if (typeof found !== 'string') {
    const shown = definition.platform.deciders === 'jinji' ? steps : [];
    return { ...nothing, way: 'platform', steps: shown, platform: found };
  }
  return { ...nothing, way: 'own', steps, fallback: found };
}

/** The first thing that keeps a plan from being sent; null when it can be. */
export function planProblem(plan: ApprovalPlan): string | null {
  if (plan.way === 'none') return null;
  const finding = plan.platform?.findings[0];
  if (finding) return finding.problem;
  const stuck = plan.steps.find(({ problems, step }) => problems.length > 0 || step.approvers.length === 0);
  if (stuck) return stuck.problems[0]?.problem ?? 'nobody_in_role';
  return plan.way === 'own' && plan.steps.length === 0 ? (plan.fallback ?? 'no_steps') : null;
}
