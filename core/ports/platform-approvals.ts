/** What a form field of a platform takes. `other`: nothing that Jinji can fill. */
export type FormFieldKind = 'text' | 'long_text' | 'number' | 'money' | 'date' | 'choice' | 'other';

/** A field of an approval form as the company made it on the platform. */
export interface FormField {
  readonly id: string;
  readonly name: string;
  readonly kind: FormFieldKind;
  /** The platform's own name of the control, sent back with a value. */
  readonly control: string;
  readonly required: boolean;
  /** Values of a choice; empty for other kinds. */
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** A definition by name only, where the platform lists them. */
export interface DefinitionName {
  readonly id: string;
  readonly name: string;
}

/** An approval definition that the company made on the platform. */
export interface ApprovalDefinition {
  readonly id: string;
  readonly name: string;
  readonly fields: readonly FormField[];
  /** Places whose approvers the sender has to name; the rest is the platform's business. */
  readonly openNodes: readonly { readonly id: string; readonly name: string }[];
  /** Why it can't be used at all: switched off, deleted, or with a node whose approvers the asker has to choose. */
  readonly unusable: 'inactive' | 'deleted' | 'open_node' | null;
}

/** A filled field. Dates are `YYYY-MM-DD`, numbers decimal texts, choices an option's value. */
export interface FormValue {
  readonly field: FormField;
  readonly value: string;
}

/** A request to start an instance. */
export interface NewInstance {
  /** 1–64 letters, digits, `_`, `-`; unique in the company. A platform with its own idempotency makes one instance of it. */
  readonly requestId: string;
  readonly definitionId: string;
  readonly asker: { readonly id: string; readonly departmentIds: readonly string[] };
  /** A line for the platform's lists; at most 20 characters are shown on some. */
  readonly summary: string;
  readonly values: readonly FormValue[];
  /** Jinji's own steps, where they shall decide instead of the definition's; null: the definition's flow. */
  readonly steps: readonly { readonly rule: 'and' | 'or'; readonly personIds: readonly string[] }[] | null;
}

/** How an instance stands on the platform. */
export interface InstanceState {
  readonly instanceId: string;
  readonly definitionId: string;
  readonly state: 'pending' | 'approved' | 'rejected' | 'withdrawn';
  /** Who is asked now, by platform id. */
  readonly waitingFor: readonly string[];
  /** In the order of time. */
  readonly acts: readonly {
    readonly personId: string;
    readonly verdict: 'agreed' | 'refused' | 'passed_on';
    readonly comment: string | null;
    /** ISO 8601 UTC; null where the platform does not say. */
    readonly at: string | null;
  }[];
  /** Texts of filled fields by field id, to recognise an instance that was sent without an answer. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Where an instance may be that was sent without an answer. */
export interface InstanceTrace {
  readonly requestId: string;
  readonly definitionId: string;
  readonly askerId: string;
  /** Milliseconds since 1970: when sending began and when it must have ended. */
  readonly from: number;
  readonly to: number;
}

/** One predicted node of a flow. */
export interface ForecastNode {
  readonly name: string;
  readonly rule: 'and' | 'or' | 'in_order';
  readonly personIds: readonly string[];
}

/**
 * The company's approvals on its platform.
 *
 * All throw AppError `PLATFORM_BUSY`, `PLATFORM_PERMISSION`, `PLATFORM_DISCONNECTED`, `PLATFORM_UNEXPECTED`,
 * `UPSTREAM_UNAVAILABLE`. After one of these `create` may have made an instance or not: ask `find` before trying again.
 */
export interface PlatformApprovals {
  /**
   * Whether `create` with the same `requestId` makes one instance. Where not, the request id must stand in a text field
   * of the form, so that `find` recognises the instance.
   */
  readonly idempotent: boolean;
  /** Whether Jinji's own steps may decide instead of the definition's flow. */
  readonly takesSteps: boolean;
  /** The company's definitions by name; null where the platform lists none and an id is typed. */
  definitions(): Promise<readonly DefinitionName[] | null>;
  /** One definition with its form. Null: there is none of that id, or none that the app may see. */
  definition(id: string): Promise<ApprovalDefinition | null>;
  /** Who will be asked; null where the platform does not say before it starts. */
  forecast(instance: NewInstance): Promise<readonly ForecastNode[] | null>;
  /** Makes sure that events of the definition arrive. Twice is as good as once. */
  follow(definitionId: string): Promise<void>;
  /**
   * Starts an instance. @returns its id
   * @throws AppError `APPROVAL_REFUSED` when the platform refuses the content: nothing was started, a retry can't help
   */
  create(instance: NewInstance): Promise<string>;
  /**
   * Ids of instances that may be the traced one, nearest first; the caller compares their texts. Null where the platform lists none to
   * this app: only the event of its start names an instance whose answer was lost.
   */
  readonly find: ((trace: InstanceTrace) => Promise<readonly string[]>) | null;
  /** Null: there is no such instance. */
  read(instanceId: string): Promise<InstanceState | null>;
  /** Null where only the asker can take it back, in the client. */
  readonly cancel:
    | ((instance: {
        readonly id: string;
        readonly definitionId: string;
        readonly askerId: string;
      }) => Promise<void>)
    | null;
}
