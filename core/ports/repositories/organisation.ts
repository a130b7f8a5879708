import type { PlatformDepartment, PlatformPerson } from '../platform.ts';
import type { Change } from '../unit-of-work.ts';

export type OrganisationKind = 'department' | 'person';

/** What the platform said of a department or person, and when it was asked. */
export interface Mirrored<T> {
  readonly value: T;
  /** False: the platform said that it is gone, or out of sight. The row stays for history. */
  readonly present: boolean;
  /** Milliseconds since 1970 at which the platform was asked; an older answer never replaces a newer one. */
  readonly readAt: number;
  /** Since when the row has this content, ISO 8601 UTC. */
  readonly since: string;
}

export interface MirrorContent {
  readonly department: PlatformDepartment;
  readonly person: PlatformPerson;
}

/** A local change over the mirror; it keeps the value that it replaced (design D13). */
export interface OverlayOperation {
  readonly id: string;
  readonly kind: OrganisationKind;
  readonly subjectId: string;
  readonly field: 'name' | 'parentId' | 'leaderIds' | 'departmentIds' | 'managerId' | 'title';
  readonly base: string | readonly string[] | null;
  readonly value: string | readonly string[] | null;
  readonly madeBy: string;
  readonly madeAt: string;
}

/** Where a reading of the whole directory stands. */
export interface OrganisationRun {
  readonly id: string;
  readonly state: 'running' | 'held' | 'done' | 'failed';
  readonly phase: 'departments' | 'people' | 'confirm';
  /** The platform's cursor in the phase `departments`. */
  readonly cursor: string | null;
  /** Last department whose people were read. */
  readonly position: string | null;
  /** Counts every step, so that two workers never make the same one. */
  readonly revision: number;
  /** Whether somebody agreed that many people or departments vanish at once. */
  readonly removalsAccepted: boolean;
  readonly counts: OrganisationCounts;
  readonly startedAt: string;
  readonly updatedAt: string;
  readonly finishedAt: string | null;
  readonly errorCode: string | null;
}

/** What a run has read, and how it differed from the mirror: the drift that events had left. */
export interface OrganisationCounts {
  readonly departments: number;
  readonly people: number;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

export interface OrganisationRepository {
  /** All departments that are there, by id; companies have hundreds. */
  departments(): Promise<readonly Mirrored<PlatformDepartment>[]>;
  /** Ids of present departments after `after`, in order. */
  departmentIds(after: string | null, limit: number): Promise<readonly string[]>;
  /** People of a department (or all), by id. */
  people(filter: {
    readonly departmentId?: string;
    readonly after: string | null;
    readonly limit: number;
  }): Promise<readonly Mirrored<PlatformPerson>[]>;
  /** Rows of these ids, present or gone. */
  rows<K extends OrganisationKind>(
    kind: K,
    ids: readonly string[],
  ): Promise<readonly Mirrored<MirrorContent[K]>[]>;
  /** Ids of present rows that this run has not seen and nobody has read since its start. */
  unseen(
    kind: OrganisationKind,
    run: { readonly id: string; readonly startedAtMs: number },
    limit: number,
  ): Promise<readonly string[]>;
  /** How many rows are present, and how many of them the run has not seen. */
  tally(
    kind: OrganisationKind,
    run: { readonly id: string; readonly startedAtMs: number } | null,
  ): Promise<{ readonly present: number; readonly unseen: number }>;
  /**
   * Writes what was read. `before` is the row that the caller compared with: refused with `CONFLICT` when it has changed
   * meanwhile. A changed content leaves the old one in the history.
   */
  put<K extends OrganisationKind>(
    kind: K,
    next: Mirrored<MirrorContent[K]>,
    before: Mirrored<MirrorContent[K]> | null,
    runId: string | null,
  ): readonly Change[];

  operations(): Promise<readonly OverlayOperation[]>;
  addOperation(operation: OverlayOperation): Change;
  /** Guarded: only an existing operation. */
  removeOperation(id: string): Change;

  run(id: string): Promise<OrganisationRun | null>;
  latestRun(): Promise<OrganisationRun | null>;
  addRun(run: OrganisationRun): Change;
  /** Guarded by the revision that the step was made from. */
  saveRun(run: OrganisationRun, fromRevision: number): Change;
}
