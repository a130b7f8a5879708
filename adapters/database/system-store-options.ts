import type { Doorbell } from '#core/ports/background-jobs.ts';
import type { Ids, Random } from '#core/ports/ids.ts';
import type { Database } from './database.ts';

/** What the installation-wide store is made of. */
export interface SystemStoreOptions {
  readonly database: Database;
  readonly ids: Ids;
  readonly random: Random;
  readonly doorbell: Doorbell;
  readonly now: () => string;
  /** Names of the migrations this version needs. */
  readonly migrations: readonly string[];
}
