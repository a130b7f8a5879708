import { AppError } from '../errors/app-error.ts';
import type { JobWithDimension } from '../ports/repositories/jobs.ts';
import type { TenantContext } from '../ports/services.ts';
import type { Dimension } from '../template/schemas/dimension.ts';

/** A version of a company's own dimension, and who saved it when. */
export interface DimensionVersion {
  readonly version: number;
  readonly createdAt: string;
  readonly createdBy: string;
}

/** A dimension with where it comes from and who uses it. */
export interface DimensionDetails {
  readonly dimension: Dimension;
  readonly own: boolean;
  readonly archivedAt: string | null;
  /** Newest first; empty for a shipped one, which changes with the product. */
  readonly versions: readonly DimensionVersion[];
  /** Jobs whose draft or current version holds it. */
  readonly jobs: readonly JobWithDimension[];
  /** Ids of the industry packs that weigh it. */
  readonly packs: readonly string[];
}

/**
 * One dimension, shipped or the company's own (archived ones too), with its versions and uses.
 * @throws AppError `NOT_FOUND`
 */
export async function dimensionDetails(
  { services, store }: TenantContext,
  code: string,
): Promise<DimensionDetails> {
  const { dimensions, packs } = services.templates;
  const shipped = dimensions.find((dimension) => dimension.code === code);
  const versions = shipped ? [] : await store.customDimensions.versions(code);
  const newest = versions[0];
  const dimension = shipped ?? newest?.data;
  if (!dimension) throw new AppError('NOT_FOUND');
  return {
    dimension,
    own: !shipped,
    archivedAt: newest?.archivedAt ?? null,
    versions: versions.map(({ version, createdAt, createdBy }) => ({ version, createdAt, createdBy })),
    jobs: await store.jobs.withDimension(code),
    packs: packs.filter((pack) => pack.rubric.some((item) => item.dimension === code)).map(({ id }) => id),
  };
}
