import type { Role } from '../../access/permissions.ts';
import type { Change } from '../unit-of-work.ts';

export interface Person {
  readonly id: string;
  readonly name: string | null;
  readonly roles: readonly Role[];
  readonly state: 'invited' | 'active' | 'disabled';
  readonly locale: string;
  readonly createdAt: string;
  readonly lastSeenAt: string | null;
}

export interface PeopleRepository {
  get(id: string): Promise<Person | null>;
  list(): Promise<readonly Person[]>;
  add(person: Person): Change;
  /** Guarded: the person must exist. */
  update(
    id: string,
    set: Partial<Pick<Person, 'name' | 'roles' | 'state' | 'locale' | 'lastSeenAt'>>,
  ): Change;
}

export interface SettingsRepository {
  get<T>(key: string): Promise<T | null>;
  set(key: string, value: unknown, at: string): Change;
}

export type ActorKind = 'person' | 'candidate' | 'system' | 'operator';

/** Who acts: a named person of the staff, a candidate by link, the product itself, or the operator at the command line. */
export interface Actor {
  readonly kind: ActorKind;
  readonly id: string | null;
}

/** One audited act. `data` holds ids, codes and numbers, never answers, names or phones. */
export interface AuditEntry {
  readonly actor: Actor;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly at: string;
}

export interface AuditRow extends AuditEntry {
  readonly id: string;
  readonly chainIndex: number | null;
  readonly hash: string | null;
}

export interface AuditRepository {
  add(entry: AuditEntry): Change;
  /** Newest first. `area` is the first word of an action (`job` for `job.published`); `from` and `to` are ISO times, `to` not included. */
  list(filter: {
    readonly subjectId?: string;
    readonly actorId?: string;
    readonly area?: string;
    readonly from?: string;
    readonly to?: string;
    readonly limit: number;
    readonly before?: string;
  }): Promise<readonly AuditRow[]>;
  /** Rows in chain order from `from`, for verification. */
  chain(from: number, limit: number): Promise<readonly AuditRow[]>;
  /** Rows not yet chained, oldest first. */
  unsealed(limit: number): Promise<readonly AuditRow[]>;
  last(): Promise<{ readonly chainIndex: number; readonly hash: string } | null>;
  /** Guarded: only a row without a place in the chain. */
  seal(id: string, chainIndex: number, hash: string): Change;
}
