import type { TenantKeyRecord, TenantKeyStore } from '#core/ports/secrets.ts';

/** A `TenantKeyStore` in memory; `records` may be looked at and spoilt by tests. */
export interface TenantKeyMemory extends TenantKeyStore {
  readonly records: TenantKeyRecord[];
}

export function tenantKeyMemory(): TenantKeyMemory {
  const records: TenantKeyRecord[] = [];
  const indexOf = (tenantId: string, version: number): number =>
    records.findIndex((record) => record.tenantId === tenantId && record.version === version);
  return {
    records,
    load: async (tenantId) => records.filter((record) => record.tenantId === tenantId),
    async save(record, replaces) {
      const at = indexOf(record.tenantId, record.version);
      if ((records[at]?.masterId ?? null) !== replaces) return false;
      records.splice(at === -1 ? records.length : at, 1, record);
      return true;
    },
    async *list() {
      yield* [...records];
    },
    async destroy(tenantId, version) {
      for (let i = records.length - 1; i >= 0; i -= 1) {
        const record = records[i];
        if (record?.tenantId === tenantId && (version === undefined || record.version === version)) {
          records.splice(i, 1);
        }
      }
    },
  };
}
