import type { PlatformChange } from '../platform.ts';
import type { Change } from '../unit-of-work.ts';

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
  /** Ends the token of that revision. */
  refuse(id: string, revision: number): Promise<void>;
}

/** A company's connection to an office platform, as stored. */
export interface InstallationRow {
  readonly id: string;
  readonly platform: string;
  /** The company's id on the platform. */
  readonly corpId: string;
  readonly state: 'active' | 'suspended';
  /** Sealed JSON of the typed settings. */
  readonly settingsSealed: string;
  readonly connectedBy: string;
  readonly createdAt: string;
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
    set: Partial<Pick<InstallationRow, 'state' | 'settingsSealed' | 'updatedAt'>>,
  ): Change;
  /** Forgets all tokens: the keys that they came from have changed. */
  forgetTokens(): Change;
  /** Deletes installation, tokens, accounts, events, mirror, overlay and runs. */
  removeInstallation(): readonly Change[];

  /** Refused with `CONFLICT` when the event is known. */
  addEvent(event: StoredEvent): Change;
  event(id: string): Promise<StoredEvent | null>;
  finishEvent(id: string, at: string): Change;

  account(id: string): Promise<PlatformAccount | null>;
  accounts(): Promise<readonly PlatformAccount[]>;
  addAccount(account: PlatformAccount): Change;
  readonly tokens: PlatformTokenRepository;
}
