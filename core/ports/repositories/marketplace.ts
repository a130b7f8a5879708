import type { MarketplaceNotice } from '../platform-marketplace.ts';
import type { Change } from '../unit-of-work.ts';

/** States of an installation, own or from a marketplace (design §5). `scope_changed` lasts until the directory was read again. */
export type InstallationState = 'pending' | 'active' | 'scope_changed' | 'suspended' | 'uninstalled';

/** What is left when a company's rows are gone: ids, times and counts, and nothing about a person. */
export interface ErasureProof {
  readonly erasedAt: string;
  readonly rows: number;
  readonly objects: number;
  /** Rows counted again afterwards, in every table that a company owns; 0, or the erasure is not finished. */
  readonly remaining: number;
}

/**
 * Which company on which platform belongs to which company here. The row outlives the company: with its proof it is the operator's
 * answer to "have you deleted our data?".
 */
export interface MarketplaceInstallation {
  /** The installation's id, the same as in the company's own row. */
  readonly id: string;
  readonly platform: string;
  readonly corpId: string;
  readonly companyId: string;
  readonly state: InstallationState | 'erased';
  /** Counts the row's versions, so that two workers never act on the same one. */
  readonly revision: number;
  readonly installedAt: string;
  readonly changedAt: string;
  readonly uninstalledAt: string | null;
  /** When erasure begins. */
  readonly eraseAt: string | null;
  readonly proof: ErasureProof | null;
}

/** A notice that begins, stops, resumes or ends an installation. */
export type Turn = Extract<MarketplaceNotice['kind'], 'granted' | 'suspended' | 'resumed' | 'uninstalled'>;

/** A signed notice that waits for its work; what it says lies sealed. */
export interface StoredNotice {
  readonly id: string;
  readonly platform: string;
  /** Null until a code was redeemed. */
  readonly corpId: string | null;
  /** What it is about; the rest lies sealed. */
  readonly kind: MarketplaceNotice['kind'];
  /** The platform's time, milliseconds since 1970. */
  readonly at: number;
  readonly sealed: string;
  readonly receivedAt: string;
  readonly doneAt: string | null;
}

/** Installations and notices of all companies: looked up before a company is known. */
export interface MarketplaceRepository {
  /** The living installation of a company on a platform; null when there is none or it was erased. */
  living(platform: string, corpId: string): Promise<MarketplaceInstallation | null>;
  get(id: string): Promise<MarketplaceInstallation | null>;
  ofCompany(companyId: string): Promise<MarketplaceInstallation | null>;
  /** Newest first. */
  list(): Promise<readonly MarketplaceInstallation[]>;
  /** Refused with `CONFLICT` when the company has a living one. */
  add(row: MarketplaceInstallation): Change;
  /** Guarded by the revision, which rises by one. */
  update(
    id: string,
    revision: number,
    set: Partial<
      Pick<MarketplaceInstallation, 'state' | 'changedAt' | 'uninstalledAt' | 'eraseAt' | 'proof'>
    >,
  ): Change;

  /** Refused with `CONFLICT` when the notice is known. */
  addNotice(notice: StoredNotice): Change;
  notice(id: string): Promise<StoredNotice | null>;
  /** Marks it done; what it said is deleted. */
  finishNotice(id: string, at: string): Change;
  /** Of the notices that begin, stop, resume or end the company's installation the one that the platform says came last. */
  newestTurn(platform: string, corpId: string): Promise<Turn | null>;
}
