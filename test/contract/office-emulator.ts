import type { FieldSource } from '#core/approval/form-mapping.ts';
import type { CallbackRequest, Platform } from '#core/ports/platform.ts';
import type { ClientSignature } from '#core/ports/platform-client.ts';
import type { FixedClock } from '#test/support/fixed-ports.ts';
import type { FormEngine } from '../emulators/shared/approval-engine.ts';
import type { Company } from '../emulators/shared/company.ts';
import type { Fault, FaultPlan } from '../emulators/shared/faults.ts';
import type { MessageStore } from '../emulators/shared/shown-card.ts';
import type { CalendarStore } from '../emulators/shared/shown-event.ts';
import type { TodoStore } from '../emulators/shared/todo-store.ts';

/** One platform's emulator, as the contract sees it. */
export interface OfficeEmulator {
  readonly platform: Platform;
  /** Settings that the emulator takes. */
  readonly settings: Readonly<Record<string, string>>;
  /** The setting that is a key, to try a wrong one. */
  readonly keySetting: string;
  readonly wrongKey: string;
  /** A state of people that the platform tells besides `active`. */
  readonly awayState: 'disabled' | 'inactive';
  /** Hours after which a push is too old. */
  readonly pushLivesHours: number;
  /** Whether the platform's top department has no name. */
  readonly namelessRoot: boolean;
  readonly company: Company;
  readonly faults: FaultPlan;
  issued(): number;
  endToken(): void;
  /** What comes back in the address after signing in; null is somebody outside of the company. */
  signIn(userId: string | null): Readonly<Record<string, string>>;
  /** Administrators of the app as a test names them; null where the platform does not tell an app of the company's own. */
  readonly admins: Set<string> | null;
  /** A code as the client hands it to a page; null is somebody outside of the company. */
  inPageCode(userId: string | null): string;
  /** Whether the client takes the signature of a page that it shows under this address. */
  takes(signature: ClientSignature, url: string): boolean;
  /** A true push that says that these changed. */
  push(kind: 'person' | 'department', id: string): Promise<CallbackRequest>;
  /** The check of a callback address, and the answer that it wants; null: any encrypted success will do. */
  check(): Promise<{ readonly request: CallbackRequest; readonly answer: string | null }>;
  /** A refusal for load that tells how long to wait (or not), and one that lasts long. */
  readonly busy: Fault;
  readonly busyForLong: Fault;
  /** A refusal with the platform's code for a lacking permission, on a call that needs one. */
  readonly lacking: Fault;
  /** Fewest calls that read the company, without the token's. */
  fewestCalls(company: Company): number;
  readonly approvals: OfficeApprovals;
  /** Name of the app's secret in any form that must never be seen. */
  readonly secrets: readonly string[];
  readonly messages: MessageStore;
  readonly calendar: CalendarStore;
  /** Null where the platform lets no app write into to-do lists. */
  readonly todos: TodoStore | null;
  /** The push of a pressed button with these words; null where cards have none that answer. */
  press(userId: string, label: string): CallbackRequest | null;
}

/** A form of the company's approval app and how the platform treats it. */
export interface ApprovalForm {
  /** A definition that an offer fits, and one way to fill it. */
  readonly definitionId: string;
  readonly sources: Readonly<Record<string, FieldSource>>;
  /** One source that does not fit its field's type. */
  readonly wrongSources: Readonly<Record<string, FieldSource>>;
  readonly takesSteps: boolean;
  readonly mayCancel: boolean;
  /** Part of the path of the call that starts an instance. */
  readonly createPath: string;
  /** The platform's refusal of a form. */
  readonly refusal: Fault;
  /** How the platform refuses to show the form to an app without the permission for approvals. */
  readonly unpermitted: { readonly path: string; readonly fault: Fault };
  /** Whether the app may list instances, and so find one whose answer was lost. */
  readonly lists: boolean;
}

/** The company's approval app, as the contract sees it. */
export interface OfficeApprovals extends ApprovalForm {
  readonly engine: FormEngine;
  /** The push that follows a change of an instance. */
  changed(id: string): Promise<CallbackRequest>;
}

/** A platform under test: a fresh emulator for each test. */
export interface OfficeCase {
  readonly name: string;
  open(company: (ids: CompanyIds) => Company, clock: FixedClock, network?: OfficeNetwork): OfficeEmulator;
}

/** How calls travel and wait; in the contract nothing takes time and waiting moves the clock. */
export interface OfficeNetwork {
  readonly pause?: (ms: number) => Promise<void>;
  readonly timeoutMs?: number;
}

/** A network to an emulator: what the caller gives up is given up, as on a real one. */
export const networkTo =
  (app: { fetch(request: Request): Response | Promise<Response> }) =>
  (address: string, init: RequestInit): Promise<Response> =>
    new Promise((answer, fail) => {
      init.signal?.addEventListener('abort', () => fail(init.signal?.reason), { once: true });
      Promise.resolve(app.fetch(new Request(address, init))).then(answer, fail);
    });

/** How a platform names things. */
export interface CompanyIds {
  readonly rootId: string;
  readonly departmentId: (n: number) => string;
  readonly personId: (n: number) => string;
}
