import type { Clock } from './clock.ts';
import type { PlatformApprovals } from './platform-approvals.ts';
import type { PlatformCalendar } from './platform-calendar.ts';
import type { CallbackRequest, ReceivedCallback } from './platform-callback.ts';
import type { ClientPagePolicy, PlatformClient } from './platform-client.ts';
import type { PlatformAdmins, PlatformMarketplace, ProviderTools } from './platform-marketplace.ts';
import type { PlatformMessages } from './platform-messages.ts';
import type { PlatformQuota } from './platform-quota.ts';
import type { PlatformStream } from './platform-stream.ts';
import type { PlatformTodos } from './platform-todos.ts';
import type { PlatformTokens } from './platform-tokens.ts';
import type { TwoLanguages } from './two-languages.ts';

export type {
  CallbackRequest,
  PlatformChange,
  PlatformEvent,
  ReceivedCallback,
} from './platform-callback.ts';
export type { HeldToken, IssuedToken, PlatformTokens } from './platform-tokens.ts';

/** One field of the form by which a company connects its self-built app. */
export interface PlatformSetting {
  readonly name: string;
  readonly label: TwoLanguages;
  /** Where in the platform's console the value is found. */
  readonly hint: TwoLanguages;
  /** Never shown again once saved. */
  readonly secret: boolean;
  readonly required: boolean;
  /** Regular expression that a usable value matches. */
  readonly pattern: string;
}

/** A permission that the app asks for, and what breaks without it. */
export interface PlatformPermission {
  /** As the platform's console names it. */
  readonly name: string;
  readonly neededFor: TwoLanguages;
  /** No question tells whether it is granted, only a write into the company's things: `check` leaves it out. */
  readonly onlyWritingTells?: true;
}

/** What is known of a platform before any company connects. */
export interface PlatformManifest {
  readonly id: string;
  readonly name: TwoLanguages;
  readonly settings: readonly PlatformSetting[];
  /** The setting that names the company on the platform (corp id), kept readable. */
  readonly corpSetting: string;
  readonly permissions: readonly PlatformPermission[];
}

/** A company's connection to its platform, with opened settings. */
export interface PlatformInstallation {
  readonly id: string;
  readonly tenantId: string;
  readonly platform: string;
  readonly settings: Readonly<Record<string, string>>;
  /** `marketplace`: settings are the company's grant, keys are the provider's. Own app unless told. */
  readonly kind?: 'own' | 'marketplace';
}

/** How the platform's events come to an installation. */
export interface PlatformReach {
  /** Requests to the address, or over a connection that Jinji holds open. */
  readonly way: 'callback' | 'connection';
  readonly callbackUrl: string;
}

/** What a connection gets from the product. */
export interface PlatformTools {
  readonly tokens: PlatformTokens;
  readonly clock: Clock;
  /** Asked only by who needs it; absent in a trial of settings that nobody has saved. */
  readonly reach?: () => Promise<PlatformReach>;
  /** Counts a call against the platform's monthly quota; absent where none is counted. */
  readonly spend?: () => Promise<void>;
  /** The provider's own tokens, for companies that came by the marketplace. */
  readonly provider?: ProviderTools;
}

export interface PlatformDepartment {
  readonly id: string;
  /** Null for the top of what the app may see. */
  readonly parentId: string | null;
  /** Null where the platform hides names. */
  readonly name: string | null;
  /** Smaller stands first, on every platform. */
  readonly order: number;
  readonly leaderIds: readonly string[];
}

export interface PlatformPerson {
  readonly id: string;
  /** Null where the platform hides names. */
  readonly name: string | null;
  readonly title: string | null;
  /** All departments, the main one first where the platform names one. */
  readonly departmentIds: readonly string[];
  readonly managerId: string | null;
  /** `inactive`: not joined yet; `disabled`: frozen by an admin; `resigned`: left. */
  readonly state: 'active' | 'inactive' | 'disabled' | 'resigned';
}

/** One page of a listing; `nextCursor` is the platform's business, null at the end. */
export interface DirectoryPage<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

/**
 * The company's directory as far as the app may see it.
 *
 * All throw AppError `PLATFORM_BUSY`, `PLATFORM_PERMISSION`, `PLATFORM_DISCONNECTED`, `PLATFORM_UNEXPECTED`,
 * `UPSTREAM_UNAVAILABLE`; none answers with less than the platform said.
 */
export interface PlatformDirectory {
  /** Departments, in pages of the platform's making. */
  departments(cursor: string | null): Promise<DirectoryPage<PlatformDepartment>>;
  /** People directly in a department; null: people shown to the app one by one, outside of any department it sees. */
  people(departmentId: string | null, cursor: string | null): Promise<DirectoryPage<PlatformPerson>>;
  /** Null: the platform says that there is no such department, or none that the app may see. */
  department(id: string): Promise<PlatformDepartment | null>;
  /** Null: the platform says that there is no such person, or none that the app may see. */
  person(id: string): Promise<PlatformPerson | null>;
}

/** Who signed in. */
export interface PlatformUser {
  readonly id: string;
  readonly name: string | null;
}

/** Sign-in by redirect (OAuth), in the platform's client and in a plain browser. */
export interface PlatformIdentity {
  /** Name of the query parameter in which the code comes back. */
  readonly codeParameter: string;
  /** The address to send a browser to. */
  signInAddress(request: {
    readonly redirectUri: string;
    readonly state: string;
    readonly userAgent: string;
    /** PKCE verifier: 43 to 128 letters and digits; its challenge is sent where the platform knows it. */
    readonly verifier: string;
  }): string;
  /**
   * Redeems a code once.
   * @throws AppError `PLATFORM_SIGN_IN` for a used, expired or foreign code, and for people outside the company
   */
  userOf(code: {
    readonly value: string;
    readonly redirectUri: string;
    readonly verifier: string;
  }): Promise<PlatformUser>;
}

/** One permission, tried on the live platform. */
export interface PermissionCheck {
  readonly permission: PlatformPermission;
  readonly granted: boolean;
  /** The platform's own code of the refusal. */
  readonly platformCode: string | null;
}

/** One company's open connection to its platform. */
export interface PlatformConnection {
  /**
   * Verifies, opens and understands a callback, without a call to the platform.
   * @throws AppError `PLATFORM_CALLBACK_REFUSED`
   */
  receive(request: CallbackRequest): Promise<ReceivedCallback>;
  /**
   * Tries the settings, and each permission of the manifest that a question can tell, in its order.
   * @throws AppError `PLATFORM_SETTINGS` when keys are wrong
   */
  check(): Promise<readonly PermissionCheck[]>;
  /** Events over a connection of our own; absent where the platform, the kind of app or the runtime has none. */
  readonly stream?: PlatformStream;
  readonly directory: PlatformDirectory;
  readonly identity: PlatformIdentity;
  /** The company's approvals; null where the platform has none that an app may use. */
  readonly approvals: PlatformApprovals | null;
  /** The platform's to-do lists; absent where an app may not write them, or the operator does not want it. */
  readonly todos?: PlatformTodos;
  /** Calendars of colleagues; null where the platform has none. */
  readonly calendar: PlatformCalendar | null;
  /** Cards to colleagues; null where the platform has none. */
  readonly messages: PlatformMessages | null;
  /** Null where the platform does not tell an app who administrates the company. */
  readonly admins: PlatformAdmins | null;
  /** Pages inside the office client; null where the platform has none. */
  readonly client: PlatformClient | null;
}

/** An office platform. A fourth one is a folder with this and one line of wiring. */
export interface Platform {
  readonly manifest: PlatformManifest;
  /** Monthly calls of the free edition; absent where the platform has no such limit. */
  readonly quota?: PlatformQuota;
  /** What its client's pages may load; null: the platform opens no pages. */
  readonly clientPages: ClientPagePolicy | null;
  /** Null where the operator is no provider on this platform's marketplace. */
  readonly marketplace: PlatformMarketplace | null;
  connect(installation: PlatformInstallation, tools: PlatformTools): PlatformConnection;
}
