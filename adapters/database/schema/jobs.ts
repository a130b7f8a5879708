import {
  foreignKey,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import type { JobDefinition } from '#core/job/job-definition.ts';
import type { Dimension } from '#core/template/schemas/dimension.ts';
import { json, tenantColumns, time } from './columns.ts';

/** Jobs (招聘职位). The draft is edited freely; publishing freezes it as a job version. */
export const jobs = sqliteTable(
  'jobs',
  {
    ...tenantColumns(),
    title: text('title').notNull(),
    industry: text('industry').notNull(),
    state: text('state', { enum: ['draft', 'published', 'closed'] }).notNull(),
    draft: json<JobDefinition>('draft').notNull(),
    /** Counts every saved edit; a save names the revision it was made from. */
    revision: integer('revision').notNull(),
    /** True while the draft differs from the newest version. */
    dirty: integer('dirty', { mode: 'boolean' }).notNull(),
    currentVersionId: text('current_version_id'),
    createdBy: text('created_by').notNull(),
    createdAt: time('created_at').notNull(),
    updatedAt: time('updated_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index('jobs_state').on(t.tenantId, t.state, t.updatedAt),
  ],
);

/** Frozen job versions: what an interview was held and judged by (design D12). Never updated. */
export const jobVersions = sqliteTable(
  'job_versions',
  {
    ...tenantColumns(),
    jobId: text('job_id').notNull(),
    number: integer('number').notNull(),
    definition: json<JobDefinition>('definition').notNull(),
    publishedBy: text('published_by').notNull(),
    publishedAt: time('published_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex('job_versions_number').on(t.tenantId, t.jobId, t.number),
    foreignKey({ columns: [t.tenantId, t.jobId], foreignColumns: [jobs.tenantId, jobs.id] }),
  ],
);

/** Dimensions typed by an admin; each edit is a new version. */
export const customDimensions = sqliteTable(
  'custom_dimensions',
  {
    ...tenantColumns(),
    code: text('code').notNull(),
    version: integer('version').notNull(),
    data: json<Dimension>('data').notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: time('created_at').notNull(),
    archivedAt: time('archived_at'),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex('custom_dimensions_version').on(t.tenantId, t.code, t.version),
  ],
);
