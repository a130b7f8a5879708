import { text } from 'drizzle-orm/sqlite-core';

/** Columns that every tenant-owned table begins with; the primary key is always `(tenant_id, id)` (design D5). */
export const tenantColumns = () => ({
  tenantId: text('tenant_id').notNull(),
  id: text('id').notNull(),
});

/** An ISO 8601 UTC time, e.g. `2026-11-23T09:00:00.000Z`; text sorts by time. */
export const time = (name: string) => text(name);

/** A JSON document of type `T`, stored as text and parsed by drizzle. */
export const json = <T>(name: string) => text(name, { mode: 'json' }).$type<T>();
