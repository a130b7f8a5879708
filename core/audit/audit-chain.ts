import { AppError } from '../errors/app-error.ts';
import type { Digest } from '../ports/ids.ts';
import type { AuditRow } from '../ports/repositories/people.ts';
import type { TenantStore } from '../ports/repositories/tenant-store.ts';

/** Hash before the first row. */
const origin = '0'.repeat(64);

/** Keys in a fixed order at every depth, so that the same row always gives the same text. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, v]) => v !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([k, v]) => [k, canonical(v)]),
  );
}

/** SHA-256 over the previous hash and everything the row says (design D24). */
export function auditHash(
  digest: Digest,
  previous: string,
  chainIndex: number,
  row: AuditRow,
): Promise<string> {
  const { id, at, actor, action, subjectKind, subjectId, data } = row;
  const said = canonical({ id, at, actor, action, subjectKind, subjectId, data: data ?? {} });
  return digest.sha256(`${previous}\n${chainIndex}\n${JSON.stringify(said)}`);
}

/**
 * Chains the rows that are not chained yet, oldest first. One sealer works at a time; should two race, the guard of
 * the second fails and it leaves the rest to the first. Returns how many rows were chained.
 */
export async function sealAudit(store: TenantStore, digest: Digest): Promise<number> {
  let sealed = 0;
  for (;;) {
    const rows = await store.audit.unsealed(100);
    if (rows.length === 0) return sealed;
    const last = await store.audit.last();
    let index = (last?.chainIndex ?? -1) + 1;
    let hash = last?.hash ?? origin;
    const changes = [];
    for (const row of rows) {
      hash = await auditHash(digest, hash, index, row);
      changes.push(store.audit.seal(row.id, index, hash));
      index += 1;
    }
    try {
      await store.commit(changes);
    } catch (error) {
      if (error instanceof AppError && error.code === 'CONFLICT') return sealed;
      throw error;
    }
    sealed += rows.length;
  }
}

/** What verification found: how many rows hold, and the first place that does not. */
export interface AuditVerification {
  readonly verified: number;
  readonly unsealed: number;
  readonly broken: {
    readonly chainIndex: number;
    readonly rowId: string;
    readonly reason: 'hash' | 'gap';
  } | null;
}

/** Walks the chain from its beginning and recomputes every hash. */
export async function verifyAudit(store: TenantStore, digest: Digest): Promise<AuditVerification> {
  let verified = 0;
  let hash = origin;
  for (;;) {
    const rows = await store.audit.chain(verified, 200);
    if (rows.length === 0) break;
    for (const row of rows) {
      if (row.chainIndex !== verified) {
        return {
          verified,
          unsealed: 0,
          broken: { chainIndex: row.chainIndex ?? -1, rowId: row.id, reason: 'gap' },
        };
      }
      hash = await auditHash(digest, hash, verified, row);
      if (hash !== row.hash) {
        return { verified, unsealed: 0, broken: { chainIndex: verified, rowId: row.id, reason: 'hash' } };
      }
      verified += 1;
    }
  }
  return { verified, unsealed: (await store.audit.unsealed(1000)).length, broken: null };
}
