import { AppError } from '../errors/app-error.ts';
import { openPlatform } from '../platform/connection.ts';
import type { ForecastNode, FormValue, PlatformApprovals } from '../ports/platform-approvals.ts';
import type { TenantContext } from '../ports/services.ts';
import type { ApprovalStep } from './approval.ts';
import type { ApprovalContent } from './content.ts';
import { type FormMapping, filledForm, type MappingFinding, mappingFindings } from './form-mapping.ts';
import type { PeopleBook } from './people-book.ts';
import type { ResolvedStep } from './resolve-approvers.ts';

/** Why a request can't run on the platform, so that Jinji's own steps run instead. */
export type UnusablePlatform =
  | 'not_connected'
  | 'other_platform'
  | 'no_approvals'
  | 'no_permission'
  | 'asker_not_on_platform'
  | 'approver_not_on_platform';

/** A request as the platform would run it. */
export interface PlatformPlan {
  readonly mapping: FormMapping;
  readonly approvals: PlatformApprovals;
  readonly askerId: string;
  readonly values: readonly FormValue[];
  readonly findings: readonly MappingFinding[];
  /** Whom the platform will ask; null where it does not say before. */
  readonly forecast: readonly ForecastNode[] | null;
}

interface Wanted {
  readonly mapping: FormMapping;
  readonly content: ApprovalContent;
  readonly steps: readonly ResolvedStep[];
  readonly book: PeopleBook;
}

/** People of the steps by platform id; null when one of them is not on the platform. */
export async function officeStepsOf(
  book: PeopleBook,
  steps: readonly ApprovalStep[],
): Promise<readonly { readonly rule: 'and' | 'or'; readonly personIds: readonly string[] }[] | null> {
  const named = [];
  for (const { approvers, rule } of steps) {
    const entries = await Promise.all(approvers.map(({ key }) => book.find(key)));
    const personIds = entries.flatMap((entry) => (entry?.officeId ? [entry.officeId] : []));
    if (personIds.length < approvers.length) return null;
    named.push({ rule, personIds });
  }
  return named;
}

/** Opens the company's approvals of the platform that a mapping was made for. */
export async function approvalsFor(
  { services, store }: TenantContext,
  platform: string,
): Promise<PlatformApprovals | Exclude<UnusablePlatform, `${string}_not_on_platform`>> {
  try {
    const office = await openPlatform(services, store);
    if (office.row.platform !== platform) return 'other_platform';
    return office.connection.approvals ?? 'no_approvals';
  } catch (error) {
    const ended =
      error instanceof AppError && (error.code === 'NOT_FOUND' || error.code === 'PLATFORM_DISCONNECTED');
    if (ended) return 'not_connected';
    throw error;
  }
}

/** A company may have left the app without the permission for approvals, above all one of the marketplace. */
async function permitted<T>(ask: () => Promise<T>): Promise<T | 'no_permission'> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof AppError && error.code === 'PLATFORM_PERMISSION') return 'no_permission';
    throw error;
  }
}

/** How a request would run on the platform, or why it can't. */
export async function platformWay(
  context: TenantContext,
  { mapping, content, steps, book }: Wanted,
): Promise<PlatformPlan | UnusablePlatform> {
  const approvals = await approvalsFor(context, mapping.platform);
  if (typeof approvals === 'string') return approvals;
  const askerId = book.officeIdOf(context.actor.id ?? '');
  if (askerId === null) return 'asker_not_on_platform';
  const sent =
    mapping.deciders === 'jinji'
      ? await officeStepsOf(
          book,
          steps.map(({ step }) => step),
        )
      : [];
  if (sent === null) return 'approver_not_on_platform';
  const definition = await permitted(() => approvals.definition(mapping.definitionId));
  if (definition === 'no_permission') return definition;
  if (!definition)
    return {
      mapping,
      approvals,
      askerId,
      values: [],
      findings: [{ fieldId: null, problem: 'unusable' }],
      forecast: null,
    };
  const { values, findings } = filledForm(mapping, definition, content);
  const problems = [...mappingFindings(mapping, definition, !approvals.idempotent), ...findings];
  const asker = await (await book.office())?.person(askerId);
  const forecast =
    problems.length > 0
      ? null
      : await approvals.forecast({
          requestId: 'preview',
          definitionId: definition.id,
          asker: { id: askerId, departmentIds: asker?.departmentIds ?? [] },
          summary: '',
          values,
          steps: mapping.deciders === 'jinji' ? sent : null,
        });
  return { mapping, approvals, askerId, values, findings: problems, forecast };
}
