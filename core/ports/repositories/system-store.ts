import type { Device } from '../../company/device.ts';
import type {
  BackgroundJob,
  BackgroundJobRow,
  BackgroundKind,
  BackgroundWork,
  WantedWork,
} from '../background-jobs.ts';
import type { Change, UnitOfWork } from '../unit-of-work.ts';
import type { MarketplaceRepository } from './marketplace.ts';
import type { Person } from './people.ts';

export interface Tenant {
  readonly id: string;
  readonly name: string | null;
  readonly platform: string;
  readonly sample: boolean;
  readonly locale: string;
  readonly region: string;
  /** `suspended`: its pages show and change nothing, because the office platform or the company stopped the app. */
  readonly state: 'active' | 'suspended' | 'erasing' | 'erased';
  readonly createdAt: string;
  readonly erasedAt: string | null;
}

export interface SignInLink {
  readonly tokenHash: string;
  readonly tenantId: string;
  readonly personId: string;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly usedAt: string | null;
}

export interface Session {
  readonly tokenHash: string;
  readonly tenantId: string;
  readonly personId: string;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly revokedAt: string | null;
  /** What the browser called itself when it signed in; null where it said nothing that is known. */
  readonly device: Device | null;
}

export type PublicLinkKind = 'interview' | 'me';

export interface PublicLink {
  readonly tokenHash: string;
  readonly tenantId: string;
  readonly kind: PublicLinkKind;
  readonly interviewId: string;
  readonly sealedToken: string;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly revokedAt: string | null;
}

/** What a repeated write with the same idempotency key finds. */
export type IdempotencyState =
  | { readonly kind: 'new' }
  | { readonly kind: 'running' }
  | { readonly kind: 'mismatch' }
  /** The write was made, and its process ended before the answer could be kept. */
  | { readonly kind: 'stored' }
  | { readonly kind: 'done'; readonly status: number; readonly body: string };

/**
 * The few things that are looked up before a tenant is known (design D5): tokens, sessions, tenant keys,
 * background work. Everything else goes through a `TenantStore`.
 */
export interface SystemStore extends UnitOfWork {
  /** True when the database answers and every migration has run. */
  ready(): Promise<boolean>;

  tenant(id: string): Promise<Tenant | null>;
  tenants(): Promise<readonly Tenant[]>;
  addTenant(tenant: Tenant): Change;
  /** Guard in front of `addTenant`: the batch is a `CONFLICT` when any company exists, so that of two first starts one wins. */
  onlyWithoutTenants(): Change;
  /** Guarded: only from `from`. */
  setTenantState(id: string, from: Tenant['state'], to: Tenant['state'], at: string): Change;
  renameTenant(id: string, name: string): Change;

  /** Whose installation of an office platform an address names; null for an unknown one. */
  installation(id: string): Promise<{ readonly tenantId: string; readonly platform: string } | null>;

  /** Installations by the marketplaces, of all companies. */
  readonly marketplace: MarketplaceRepository;

  addSignInLink(link: SignInLink): Change;
  signInLink(tokenHash: string): Promise<SignInLink | null>;
  /** Guarded: only an unused link. */
  useSignInLink(tokenHash: string, at: string): Change;

  addSession(session: Session): Change;
  /** A session with its company and its person, on which every request of the staff depends; null where one of them is missing. */
  staffSession(
    tokenHash: string,
  ): Promise<{ readonly session: Session; readonly tenant: Tenant; readonly person: Person } | null>;
  extendSession(tokenHash: string, expiresAt: string): Change;
  revokeSession(tokenHash: string, at: string): Change;
  /** Sessions of a person that are neither ended nor revoked, newest first. */
  sessionsOf(tenantId: string, personId: string, now: string): Promise<readonly Session[]>;
  /** `except`: hash of the token of a session that stays. */
  revokeSessionsOf(tenantId: string, personId: string, at: string, except?: string): Change;

  addPublicLink(link: PublicLink): Change;
  /** A candidate's link with the state of its company, which every request of a candidate depends on. */
  publicLink(
    tokenHash: string,
  ): Promise<{ readonly link: PublicLink; readonly tenantState: Tenant['state'] } | null>;
  publicLinksOf(tenantId: string, interviewId: string): Promise<readonly PublicLink[]>;
  revokePublicLinks(tenantId: string, interviewId: string, kind: PublicLinkKind, at: string): Change;
  extendPublicLink(tokenHash: string, expiresAt: string): Change;

  /** Adds background work; the doorbell rings once the batch is committed. */
  enqueue<K extends BackgroundKind>(
    tenantId: string,
    kind: K,
    payload: BackgroundWork[K],
    options?: { readonly runAt?: string },
  ): Change;
  /** Leases due work for `leaseSeconds`, what is due longest first; each piece goes to one caller at a time. */
  claim(
    now: string,
    leaseSeconds: number,
    limit: number,
    which?: WantedWork,
  ): Promise<readonly BackgroundJob[]>;
  /** Guarded by the lease: work whose lease was lost is not finished twice. */
  finishJob(id: string, leaseToken: string, at: string): Promise<boolean>;
  /** Puts it back for `runAt`, or lets it die when `runAt` is null. */
  failJob(id: string, leaseToken: string, error: string, runAt: string | null, at: string): Promise<boolean>;
  listJobs(filter: {
    readonly state?: BackgroundJobRow['state'];
    readonly limit: number;
  }): Promise<readonly BackgroundJobRow[]>;
  /** Makes dead work due again; false when there is none of that id. */
  retryJob(id: string, at: string): Promise<boolean>;
  /** When the next queued or lease-expired work is due; null when there is none. */
  nextDue(): Promise<string | null>;

  beginIdempotent(key: string, requestHash: string, at: string): Promise<IdempotencyState>;
  /**
   * Notes in the batch of the write itself that it was made. Guarded: the key must still belong to the one who began at
   * `begunAt`, and nothing was made under it before.
   */
  markIdempotent(key: string, begunAt: string, at: string): Change;
  finishIdempotent(key: string, status: number, body: string): Promise<void>;
  /** Frees a key under which nothing was made. */
  dropIdempotent(key: string): Promise<void>;

  /** Counts a hit in a fixed window and returns the count including it. */
  hitRate(bucket: string, windowSeconds: number, nowSeconds: number): Promise<number>;

  /** Deletes ended sessions, links, idempotency answers and counters. */
  sweep(before: string): Promise<void>;
  /** Deletes every row of a tenant, table by table, and returns how many; the tombstone in `tenants` stays. */
  eraseTenantRows(tenantId: string): Promise<number>;
  /** Rows that a tenant has in any table that companies own. */
  countTenantRows(tenantId: string): Promise<number>;
}
