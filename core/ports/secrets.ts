/** The tenant id under which secrets of the installation itself are sealed (before any company is known). */
export const systemTenant = 'system';

/**
 * One version of a tenant's key, wrapped by a master key. Holds nothing readable: without the master key it is noise.
 * Destroying every version of a tenant makes all that it sealed unreadable, backups included.
 */
export interface TenantKeyRecord {
  readonly tenantId: string;
  /** 1, 2, 3 …; the highest version seals, lower ones only open until they are retired. */
  readonly version: number;
  /** Fingerprint of the master key that wraps this record. */
  readonly masterId: string;
  /** The wrapped key, base64url. */
  readonly wrapped: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
}

/** Where wrapped tenant keys are kept (a table of the system store). Every call is atomic. */
export interface TenantKeyStore {
  /** All live versions of a tenant, in any order; empty for an unknown or erased tenant. */
  load(tenantId: string): Promise<readonly TenantKeyRecord[]>;
  /**
   * Inserts the record when `replaces` is null, or replaces the record of the same tenant and version whose `masterId` is
   * `replaces`. Answers false and changes nothing when that does not hold: someone else was first.
   */
  save(record: TenantKeyRecord, replaces: string | null): Promise<boolean>;
  /** Every record of every tenant. */
  list(): AsyncIterable<TenantKeyRecord>;
  /** Forgets one version, or all versions of the tenant when none is named. Forgetting twice is forgetting once. */
  destroy(tenantId: string, version?: number): Promise<void>;
}

/**
 * Seals small texts (phone numbers, mails, tokens) and makes the hashes by which equal ones are found.
 *
 * `purpose` names what the text is, e.g. `candidate.phone`; where a row id is known it belongs in the purpose
 * (`candidate.phone:can_1`), so that a sealed text moved to another row, column or tenant does not open.
 *
 * Throws AppError `STORED_DATA_DAMAGED` when a sealed text was altered, moved, or its key was destroyed.
 */
export interface Secrets {
  /** Same text twice gives different sealed texts. */
  seal(tenantId: string, purpose: string, text: string): Promise<string>;
  open(tenantId: string, purpose: string, sealed: string): Promise<string>;
  /** The same secret sealed under the tenant's newest key, or null when it already is: nothing to write then. */
  reseal(tenantId: string, purpose: string, sealed: string): Promise<string | null>;
  /**
   * A keyed hash to store beside a sealed value and to search by. The caller normalises first (`+86 138…` → `138…`).
   * Not reversible without the tenant's key, and different in every tenant.
   */
  searchHash(tenantId: string, purpose: string, normalised: string): Promise<string>;
  /** The hashes that a stored row may carry, newest key first: more than one only while keys are being rotated. */
  searchHashes(tenantId: string, purpose: string, normalised: string): Promise<readonly string[]>;
}
