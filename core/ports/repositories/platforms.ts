import type { Role } from '../../access/permissions.ts';
import type { PlatformChange } from '../platform.ts';
import type { VisibleScope } from '../platform-marketplace.ts';
import type { Change } from '../unit-of-work.ts';
import type { DeliveryRepository } from './deliveries.ts';
import type { InstallationState } from './marketplace.ts';

/** A stored token; times in milliseconds since 1970. */
export interface TokenRow {
  readonly sealed: string;
  /** Counts every token issued, so that a refusal hits the one that was refused. */
  readonly revision: number;
  readonly renewAt: number;
  readonly expiresAt: number;
}

/** Tokens at rest. Every call is one atomic statement, so that processes may meet here. */
export interface PlatformTokenRepository {
  /** Null when there never was one. */
  get(id: string): Promise<TokenRow | null>;
  /** Takes the right to renew until `until`, when nobody holds it at `now`. */
  lease(id: string, lease: string, now: number, until: number): Promise<boolean>;
  /** Stores a token and ends the lease; does nothing when the lease was lost. */
  save(id: string, lease: string, row: TokenRow): Promise<void>;
  release(id: string, lease: string): Promise<void>;
  /** Stores what was pushed to us, whoever holds a lease, unless what is stored ends later. */
  put(id: string, row: Pick<TokenRow, 'sealed' | 'renewAt' | 'expiresAt'>): Promise<void>;
  /** Ends the token of that revision. */
  refuse(id: string, revision: number): Promise<void>;
}

/** How each permission fared when it was tried last. */
export interface StoredChecks {
  readonly at: string;
  readonly results: readonly {
    readonly name: string;
    readonly granted: boolean;
    readonly platformCode: string | null;
  }[];
}

/** What the marketplace last said of the installation. */
export interface InstallationFacts {
  readonly scope: VisibleScope | null;
  /** ISO 8601; null: no end, or none that the platform tells. */
  readonly expiresAt: string | null;
  /** ISO 8601; set when the app was uninstalled. */
  readonly eraseAt: string | null;
}

/** A company's connection to an office platform, as stored. */
export interface InstallationRow {
  readonly id: string;
  readonly platform: string;
  /** The company's id on the platform. */
  readonly corpId: string;
  readonly kind: 'own' | 'marketplace';
  readonly state: InstallationState;
  /** Sealed JSON of the typed settings. */
  readonly settingsSealed: string;
  readonly connectedBy: string;
  /** Null: never tried since it was connected. */
  readonly checks: StoredChecks | null;
  /** Null for a company's own app. */
  readonly facts: InstallationFacts | null;
  readonly createdAt: string;
  /** When the connection was changed; tests of permissions do not count. */
  readonly updatedAt: string;
}

/** An event that was verified and awaits its work. */
export interface StoredEvent {
  readonly id: string;
  readonly installationId: string;
  readonly change: PlatformChange;
  readonly receivedAt: string;
  readonly doneAt: string | null;
}

/** Whose account on the platform belongs to whom of the staff. */
export interface PlatformAccount {
  /** The person's id on the platform. */
  readonly id: string;
  readonly personId: string;
  /** Roles that the person has because the platform names an administrator; others were given in Jinji. */
  readonly grantedRoles: readonly Role[];
  readonly createdAt: string;
}

export interface PlatformRepository {
  /** The company's one installation, or null. */
  installation(): Promise<InstallationRow | null>;
  /** Refused with `CONFLICT` when the company already has one. */
  addInstallation(row: InstallationRow): Change;
  /** Guarded: only the installation of that id. */
  updateInstallation(
    id: string,
    set: Partial<
      Pick<InstallationRow, 'state' | 'corpId' | 'settingsSealed' | 'checks' | 'facts' | 'updatedAt'>
    >,
  ): Change;
  /** Forgets all tokens: the keys that they came from have changed. */
  forgetTokens(): Change;
  /** Deletes installation, tokens, accounts, events, mirror, overlay and runs. */
  removeInstallation(): readonly Change[];

  /** Refused with `CONFLICT` when the event is known. */
  addEvent(event: StoredEvent): Change;
  event(id: string): Promise<StoredEvent | null>;
  finishEvent(id: string, at: string): Change;
  /** How many events of departments and people came in since then. */
  contactEventsSince(at: string): Promise<number>;

  account(id: string): Promise<PlatformAccount | null>;
  accounts(): Promise<readonly PlatformAccount[]>;
  addAccount(account: PlatformAccount): Change;
  /** Guarded: only while the account is that person's. */
  moveAccount(id: string, fromPersonId: string, toPersonId: string, grantedRoles: readonly Role[]): Change;
  /** Does nothing when the account is no longer that person's. */
  removeAccount(id: string, personId: string): Change;
  /** Guarded: only an account that is there. */
  setGrantedRoles(id: string, roles: readonly Role[]): Change;
  /** Counts a call; atomic. @param id of platform and month */
  countCall(id: string): Promise<void>;
  /** Calls counted under that id. */
  callsCounted(id: string): Promise<number>;
  readonly tokens: PlatformTokenRepository;
  readonly deliveries: DeliveryRepository;
}
