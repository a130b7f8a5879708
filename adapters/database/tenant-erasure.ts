import { sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { Database } from './database.ts';

/** Tenant-owned tables, children before parents, so that foreign keys hold while they are emptied. */
export const tenantTables = [
  'approval_history',
  'approvals',
  'approval_chains',
  'approval_delegations',
  'offers',
  'scorecards',
  'second_rounds',
  'notices',
  'messages',
  'rating_practices',
  'calibrations',
  'correction_requests',
  'appeals',
  'feedback',
  'flag_dismissals',
  'decisions',
  'views',
  'reports',
  'score_runs',
  'recording_segments',
  'recordings',
  'answers',
  'consents',
  'interviews',
  'application_events',
  'applications',
  'merge_suggestions',
  'resumes',
  'candidates',
  'custom_dimensions',
  'job_versions',
  'jobs',
  'platform_events',
  'platform_accounts',
  'platform_calls',
  'platform_deliveries',
  'platform_tokens',
  'platform_installations',
  'organisation_runs',
  'organisation_overlay',
  'organisation_history',
  'organisation_mirror',
  'audit_rows',
  'settings',
  'people',
  'public_links',
  'sessions',
  'sign_in_links',
  'tenant_keys',
] as const;

/** Rows of a tenant in all of its tables. */
export async function countTenantRows(database: Database, tenantId: string): Promise<number> {
  let total = 0;
  for (const table of tenantTables) {
    const rows = await database.orm.all<{ n: number }>(
      sql`select count(*) as n from ${sql.raw(table)} where tenant_id = ${tenantId}`,
    );
    total += rows[0]?.n ?? 0;
  }
  return total;
}

/** Deletes every row of a tenant in one batch and returns how many there were. */
export async function eraseTenantRows(database: Database, tenantId: string): Promise<number> {
  const total = await countTenantRows(database, tenantId);
  await database.batch(
    tenantTables.map(
      (table) =>
        database.orm.run(
          sql`delete from ${sql.raw(table)} where tenant_id = ${tenantId}`,
        ) as BatchItem<'sqlite'>,
    ),
  );
  return total;
}
