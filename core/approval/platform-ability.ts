import { AppError } from '../errors/app-error.ts';
import { mayCall } from '../installation/installation-state.ts';
import { openPlatform } from '../platform/connection.ts';
import type { ApprovalDefinition } from '../ports/platform-approvals.ts';
import type { TenantContext } from '../ports/services.ts';
import type { TwoLanguages } from '../ports/two-languages.ts';

/** What the connected platform offers for approvals; null without one. */
export interface PlatformAbility {
  readonly platform: {
    readonly id: string;
    readonly name: TwoLanguages;
    readonly takesSteps: boolean;
    readonly needsReference: boolean;
    readonly mayCancel: boolean;
    /** Null where the platform lists none. */
    readonly definitions: { id: string; name: string }[] | null;
  } | null;
}

async function opened({ services, store }: TenantContext) {
  const row = await store.platform.installation();
  return row && mayCall(row.state) ? openPlatform(services, store) : null;
}

/** What a chain of this company may use of its platform. */
export async function platformAbility(context: TenantContext): Promise<PlatformAbility> {
  const office = await opened(context);
  const approvals = office?.connection.approvals;
  if (!office || !approvals) return { platform: null };
  const definitions = await approvals.definitions();
  return {
    platform: {
      id: office.row.platform,
      name: office.platform.manifest.name,
      takesSteps: approvals.takesSteps,
      needsReference: !approvals.idempotent,
      mayCancel: approvals.cancel !== null,
      definitions: definitions?.map(({ id, name }) => ({ id, name })) ?? null,
    },
  };
}

/** One form of the platform. @throws AppError `NOT_FOUND`, and what the platform answers */
export async function platformDefinition(context: TenantContext, id: string): Promise<ApprovalDefinition> {
  const office = await opened(context);
  const definition = await office?.connection.approvals?.definition(id);
  if (!definition) throw new AppError('NOT_FOUND');
  return definition;
}
