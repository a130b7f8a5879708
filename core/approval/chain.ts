import type { Role } from '../access/permissions.ts';
import type { ApprovalKind } from './approval.ts';
import type { FormMapping } from './form-mapping.ts';

/** How an approver is found when a request is sent. */
export type ApproverRule =
  /** The manager of whoever asks. */
  | { readonly kind: 'direct_leader' }
  /** The head of the department of whoever asks; the next one above where they are that head themselves. */
  | { readonly kind: 'department_head' }
  /** Everybody with a role in Jinji. */
  | { readonly kind: 'role'; readonly role: Exclude<Role, 'employee'> }
  | { readonly kind: 'hr' }
  /** A named person: `staff:<id>` or `office:<id>`. */
  | { readonly kind: 'person'; readonly key: string };

/** One step as the company set it up. */
export interface ChainStep {
  readonly id: string;
  readonly approvers: readonly ApproverRule[];
  readonly rule: 'and' | 'or';
  readonly timeoutHours: number | null;
  readonly escalateTo: ApproverRule | null;
}

/** Where an approval runs and who decides. A platform way falls back to the own steps where the platform can't. */
export interface ChainDefinition {
  readonly enabled: boolean;
  readonly steps: readonly ChainStep[];
  readonly platform: FormMapping | null;
}

/** A version of the company's chain for one kind; versions never change (design D12). */
export interface ChainVersion {
  readonly id: string;
  readonly kind: ApprovalKind;
  readonly number: number;
  readonly definition: ChainDefinition;
  readonly madeBy: string;
  readonly madeAt: string;
}

/** What holds until the company sets something up: nothing needs an approval. */
export const noChain: ChainDefinition = { enabled: false, steps: [], platform: null };

export const mostSteps = 10;
export const mostApproversPerStep = 10;

/** What is wrong with a chain, by place; empty when it may be saved. */
export function chainFindings(
  chain: ChainDefinition,
): readonly { readonly field: string; readonly code: 'empty' | 'no_approver' | 'id_twice' }[] {
  if (!chain.enabled) return [];
  const ids = chain.steps.map(({ id }) => id);
  return [
    ...(chain.steps.length === 0 && chain.platform === null
      ? [{ field: 'steps', code: 'empty' as const }]
      : []),
    ...chain.steps.flatMap((step, index) => [
      ...(step.approvers.length === 0
        ? [{ field: `steps.${index}.approvers`, code: 'no_approver' as const }]
        : []),
      ...(ids.indexOf(step.id) !== index ? [{ field: `steps.${index}.id`, code: 'id_twice' as const }] : []),
    ]),
  ];
}
