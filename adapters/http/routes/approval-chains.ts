import { type ApprovalKind, approvalKinds } from '#core/approval/approval.ts';
import { type ApproverRule, type ChainDefinition, type ChainVersion, noChain } from '#core/approval/chain.ts';
import { saveChain } from '#core/approval/chain-commands.ts';
import { platformAbility, platformDefinition } from '#core/approval/platform-ability.ts';
import { AppError } from '#core/errors/app-error.ts';
import type { ApprovalDefinition, FormField } from '#core/ports/platform-approvals.ts';
import type { TenantContext } from '#core/ports/services.ts';
import { peopleShown } from '../approval-view.ts';
import { type AnyRoute, route } from '../route.ts';
import {
  ChainView,
  DefinitionQuery,
  DefinitionView,
  PlatformAbilityView,
  SaveChainBody,
} from '../schemas/approval-chains.ts';
import { List } from '../schemas/shared.ts';

const tag = 'Approval chains';

const fieldView = (field: FormField) => ({
  ...field,
  options: field.options.map((option) => ({ ...option })),
});

const definitionView = (definition: ApprovalDefinition): DefinitionView => ({
  id: definition.id,
  name: definition.name,
  unusable: definition.unusable,
  fields: definition.fields.map(fieldView),
});

const keysIn = (rules: readonly (ApproverRule | null)[]): readonly string[] =>
  rules.flatMap((rule) => (rule?.kind === 'person' ? [rule.key] : []));

async function chainView(
  tenant: TenantContext,
  kind: ApprovalKind,
  version: ChainVersion | null,
): Promise<ChainView> {
  const { enabled, steps, platform } = version?.definition ?? noChain;
  const keys = keysIn(steps.flatMap(({ approvers, escalateTo }) => [...approvers, escalateTo]));
  const maker = version === null ? [] : await peopleShown(tenant, [`staff:${version.madeBy}`]);
  return {
    kind,
    number: version?.number ?? 0,
    enabled,
    steps: steps.map((step) => ({ ...step, approvers: [...step.approvers] })),
    platform: platform && {
      ...platform,
      sources: { ...platform.sources },
      fields: platform.fields.map(fieldView),
    },
    madeBy: maker[0] ?? null,
    madeAt: version?.madeAt ?? null,
    people: await peopleShown(tenant, keys),
  };
}

function kindOf(word: string | undefined): ApprovalKind {
  const kind = approvalKinds.find((one) => one === word);
  if (!kind) throw new AppError('NOT_FOUND');
  return kind;
}

const definitionIn = ({ enabled, steps, platform }: SaveChainBody): ChainDefinition => ({
  enabled,
  steps,
  platform: platform && { ...platform, definitionName: '', fields: [] },
});

/** Who has to agree to what: the company's own setting. */
export const routes: readonly AnyRoute[] = [
  route({
    method: 'get',
    path: '/api/v1/approval-chains',
    permission: 'settings.read',
    tag,
    summary: 'The approval chain of each kind',
    response: List(ChainView),
    async handle({ tenant }) {
      const items = [];
      for (const kind of approvalKinds) {
        items.push(await chainView(tenant, kind, await tenant.store.approvals.chain(kind)));
      }
      return { items, nextCursor: null };
    },
  }),
  route({
    method: 'put',
    path: '/api/v1/approval-chains/:kind',
    permission: 'settings.write',
    tag,
    summary: 'Save a chain as its next version; running requests keep theirs',
    body: SaveChainBody,
    response: ChainView,
    async handle({ tenant, params, body }) {
      const kind = kindOf(params.kind);
      const version = await saveChain(tenant, kind, { definition: definitionIn(body), number: body.number });
      return chainView(tenant, kind, version);
    },
  }),
  route({
    method: 'get',
    path: '/api/v1/approval-chains/platform',
    permission: 'settings.write',
    tag,
    summary: 'What the connected platform offers for approvals, with its forms where it lists them',
    response: PlatformAbilityView,
    handle: async ({ tenant }) => platformAbility(tenant),
  }),
  route({
    method: 'get',
    path: '/api/v1/approval-chains/platform/definition',
    permission: 'settings.write',
    tag,
    summary: 'One approval form of the platform with its fields',
    query: DefinitionQuery,
    response: DefinitionView,
    handle: async ({ tenant, query }) => definitionView(await platformDefinition(tenant, query.id)),
  }),
];
