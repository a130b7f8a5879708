import type { ChainView } from '#adapters/http/schemas/approval-chains.ts';

export type Step = ChainView['steps'][number];
export type Rule = Step['approvers'][number];
export type Mapping = NonNullable<ChainView['platform']>;
export type ApprovalKind = ChainView['kind'];

/** A chain while it is edited. */
export interface ChainDraft {
  readonly enabled: boolean;
  readonly steps: readonly Step[];
  readonly platform: Mapping | null;
}

export const draftOf = ({ enabled, steps, platform }: ChainView): ChainDraft => ({
  enabled,
  steps,
  platform,
});

/** A step with the approver that most companies begin with. */
export function newStep(steps: readonly Step[]): Step {
  const taken = new Set(steps.map(({ id }) => id));
  let number = steps.length + 1;
  while (taken.has(`step${number}`)) number += 1;
  return {
    id: `step${number}`,
    approvers: [{ kind: 'direct_leader' }],
    rule: 'and',
    timeoutHours: null,
    escalateTo: null,
  };
}

/** The steps with one moved. */
export function moved(steps: readonly Step[], from: number, to: number): readonly Step[] {
  const next = [...steps];
  const [step] = next.splice(from, 1);
  if (step) next.splice(to, 0, step);
  return next;
}

/** One word for a rule, so that the same one is not added twice. */
export const ruleWord = (rule: Rule): string =>
  rule.kind === 'role' ? `role:${rule.role}` : rule.kind === 'person' ? rule.key : rule.kind;

/** What the server wants saved. */
export const chainBody = (draft: ChainDraft, number: number): object => ({
  number,
  enabled: draft.enabled,
  steps: draft.steps,
  platform: draft.platform && {
    platform: draft.platform.platform,
    definitionId: draft.platform.definitionId,
    deciders: draft.platform.deciders,
    sources: draft.platform.sources,
  },
});
