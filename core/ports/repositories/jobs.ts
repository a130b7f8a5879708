import type { JobDefinition } from '../../job/job-definition.ts';
import type { Dimension } from '../../template/schemas/dimension.ts';
import type { Change } from '../unit-of-work.ts';

export interface Job {
  readonly id: string;
  readonly title: string;
  readonly industry: string;
  readonly state: 'draft' | 'published' | 'closed';
  readonly draft: JobDefinition;
  readonly revision: number;
  readonly dirty: boolean;
  readonly currentVersionId: string | null;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface JobVersion {
  readonly id: string;
  readonly jobId: string;
  readonly number: number;
  readonly definition: JobDefinition;
  readonly publishedBy: string;
  readonly publishedAt: string;
}

/** A job as lists show it, with how many applications stand where. */
export interface JobSummary {
  readonly id: string;
  readonly title: string;
  readonly industry: string;
  readonly state: Job['state'];
  readonly dirty: boolean;
  readonly currentVersionId: string | null;
  readonly updatedAt: string;
  readonly counts: Readonly<Record<string, number>>;
}

/** A job whose rubric holds a dimension, with the version of that dimension; null where it is not held. */
export interface JobWithDimension {
  readonly id: string;
  readonly title: string;
  readonly state: Job['state'];
  readonly inDraft: number | null;
  readonly inCurrentVersion: number | null;
}

export interface JobRepository {
  get(id: string): Promise<Job | null>;
  list(filter: { readonly state?: Job['state'] }): Promise<readonly JobSummary[]>;
  /** Jobs whose draft or current version holds the dimension, last changed first. */
  withDimension(code: string): Promise<readonly JobWithDimension[]>;
  add(job: Job): Change;
  /** Guarded by `revision`: raises it by one. */
  saveDraft(id: string, revision: number, draft: JobDefinition, at: string): Change;
  /** Guarded by `revision`: state published, `currentVersionId` set, not dirty. */
  publish(id: string, revision: number, versionId: string, at: string): Change;
  /** Guarded by `from`. */
  setState(id: string, from: Job['state'], to: Job['state'], at: string): Change;
  /** Guarded: only a draft that was never published. */
  remove(id: string): Change;
  addVersion(version: JobVersion): Change;
  version(id: string): Promise<JobVersion | null>;
  versions(jobId: string): Promise<readonly JobVersion[]>;
}

export interface CustomDimensionRow {
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly data: Dimension;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly archivedAt: string | null;
}

export interface CustomDimensionRepository {
  /** Newest version of each code that is not archived. */
  list(): Promise<readonly CustomDimensionRow[]>;
  /** Newest version of each code that is archived, last archived first. */
  archived(): Promise<readonly CustomDimensionRow[]>;
  /** Newest version, archived or not. */
  latest(code: string): Promise<CustomDimensionRow | null>;
  /** Newest first, archived or not. */
  versions(code: string): Promise<readonly CustomDimensionRow[]>;
  add(row: CustomDimensionRow): Change;
  /** All versions of the code; null takes them out of the archive. */
  archive(code: string, at: string | null): Change;
}
