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

/** A row as it shall be, and as it was when the two were compared. */
export interface MirrorWrite<K extends OrganisationKind> {
  readonly next: Mirrored<MirrorContent[K]>;
  readonly before: Mirrored<MirrorContent[K]> | null;
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
  /** The platform's cursor in the phase `departments`, in which people of departments met before are read too. */
  readonly cursor: string | null;
  /** Departments that were met and whose people are still to be read. */
  readonly pending: readonly string[];
  /** Counts every step, so that two workers never make the same one. */
  readonly revision: number;
  /** Whether somebody agreed that many people or departments vanish at once. */
  readonly removalsAccepted: boolean;
  readonly counts: OrganisationCounts;
  /** The first rows that differed from the mirror; none for the first reading, which has nothing to compare with. */
  readonly drift: readonly OrganisationDrift[];
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

/** One row that a reading found otherwise than events had left it. */
export interface OrganisationDrift {
  readonly kind: OrganisationKind;
  readonly id: string;
  readonly change: 'added' | 'changed' | 'removed';
  /** Fields that differ, of a changed row. */
  readonly fields: readonly string[];
}

export interface OrganisationRepository {
  /** All departments that are there, by id; companies have hundreds. */
  departments(): Promise<readonly Mirrored<PlatformDepartment>[]>;
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
   * Writes what was read, few statements for any number of rows. Each `before` is the row that the caller compared with: refused
   * with `CONFLICT` when one has changed meanwhile. A changed content leaves the old one in the history.
   */
  putAll<K extends OrganisationKind>(
    kind: K,
    writes: readonly MirrorWrite<K>[],
    runId: string | null,
  ): readonly Change[];

  operations(): Promise<readonly OverlayOperation[]>;
  addOperation(operation: OverlayOperation): Change;
  /** Guarded: only an existing operation. */
  removeOperation(id: string): Change;

  run(id: string): Promise<OrganisationRun | null>;
  latestRun(): Promise<OrganisationRun | null>;
  /** The latest finished readings, newest first. */
  doneRuns(limit: number): Promise<readonly OrganisationRun[]>;
  /** Readings that began at that time or later. */
  runsSince(at: string): Promise<readonly OrganisationRun[]>;
  addRun(run: OrganisationRun): Change;
  /** Guarded by the revision that the step was made from. */
  saveRun(run: OrganisationRun, fromRevision: number): Change;
}
