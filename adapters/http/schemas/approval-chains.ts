import { type Static, Type } from '@sinclair/typebox';
import { mostApproversPerStep, mostSteps } from '#core/approval/chain.ts';
import { contentFields } from '#core/approval/form-mapping.ts';
import { Key, Kind, PersonShown, strict } from './approvals.ts';
import { Literals, Nullable, Time } from './shared.ts';

const Rule = Type.Union([
  Type.Object({ kind: Literals(['direct_leader', 'department_head', 'hr'] as const) }, strict),
  Type.Object(
    { kind: Literals(['role'] as const), role: Literals(['owner', 'hr', 'interviewer'] as const) },
    strict,
  ),
  Type.Object({ kind: Literals(['person'] as const), key: Key }, strict),
]);

const ChainStepBody = Type.Object(
  {
    id: Type.String({ minLength: 1, maxLength: 40 }),
    approvers: Type.Array(Rule, { maxItems: mostApproversPerStep }),
    rule: Literals(['and', 'or'] as const),
    timeoutHours: Nullable(Type.Integer({ minimum: 1, maximum: 720 })),
    escalateTo: Nullable(Rule),
  },
  strict,
);

const FormFieldView = Type.Object({
  id: Type.String(),
  name: Type.String(),
  kind: Literals(['text', 'long_text', 'number', 'money', 'date', 'choice', 'other'] as const),
  control: Type.String(),
  required: Type.Boolean(),
  options: Type.Array(Type.Object({ value: Type.String(), label: Type.String() })),
});

const Source = Type.Union([
  Type.Object({ from: Literals(contentFields) }, strict),
  Type.Object({ constant: Type.String({ maxLength: 200 }) }, strict),
]);

const PlatformMappingBody = Type.Object(
  {
    platform: Type.String({ maxLength: 40 }),
    definitionId: Type.String({ minLength: 1, maxLength: 200 }),
    deciders: Literals(['platform', 'jinji'] as const),
    sources: Type.Record(Type.String({ maxLength: 200 }), Source),
  },
  strict,
);

export const SaveChainBody = Type.Object(
  {
    number: Type.Integer({ minimum: 0 }),
    enabled: Type.Boolean(),
    steps: Type.Array(ChainStepBody, { maxItems: mostSteps }),
    platform: Nullable(PlatformMappingBody),
  },
  strict,
);
export type SaveChainBody = Static<typeof SaveChainBody>;

export const ChainView = Type.Object({
  kind: Kind,
  /** 0 while nothing was set up. */
  number: Type.Integer(),
  enabled: Type.Boolean(),
  steps: Type.Array(ChainStepBody),
  platform: Nullable(
    Type.Composite([
      PlatformMappingBody,
      Type.Object({ definitionName: Type.String(), fields: Type.Array(FormFieldView) }),
    ]),
  ),
  madeBy: Nullable(PersonShown),
  madeAt: Nullable(Time),
  /** Names of the people that steps name. */
  people: Type.Array(PersonShown),
});
export type ChainView = Static<typeof ChainView>;

/** What the connected platform offers for approvals. */
export const PlatformAbilityView = Type.Object({
  platform: Nullable(
    Type.Object({
      id: Type.String(),
      name: Type.Object({ zh: Type.String(), en: Type.String() }),
      takesSteps: Type.Boolean(),
      /** The request number must stand in a text field of the form. */
      needsReference: Type.Boolean(),
      mayCancel: Type.Boolean(),
      /** Null where the platform lists none, so that an id is typed. */
      definitions: Nullable(Type.Array(Type.Object({ id: Type.String(), name: Type.String() }))),
    }),
  ),
});
export type PlatformAbilityView = Static<typeof PlatformAbilityView>;

export const DefinitionQuery = Type.Object({ id: Type.String({ minLength: 1, maxLength: 200 }) }, strict);
export const DefinitionView = Type.Object({
  id: Type.String(),
  name: Type.String(),
  unusable: Nullable(Literals(['inactive', 'deleted', 'open_node'] as const)),
  fields: Type.Array(FormFieldView),
});
export type DefinitionView = Static<typeof DefinitionView>;
