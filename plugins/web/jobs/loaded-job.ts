import type { JobVersionView, JobView } from '#adapters/http/schemas/jobs.ts';
import type { IndustryPack } from '#core/template/schemas/industry-pack.ts';

/** A job with its frozen versions and the pack that explains its industry fields. */
export interface LoadedJob {
  readonly job: JobView;
  /** Newest first. */
  readonly versions: readonly JobVersionView[];
  readonly pack: IndustryPack;
}
