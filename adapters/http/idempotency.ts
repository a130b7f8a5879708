import { AppError } from '#core/errors/app-error.ts';
import { nowOf, type Services } from '#core/ports/services.ts';
import type { Change, UnitOfWork } from '#core/ports/unit-of-work.ts';

/** Longest answer that is kept for a repeat. */
const keptBytes = 65_536;

/** Facts that make two requests the same write. */
export interface WriteIdentity {
  /** Hash of the caller's token, or the client's address on public routes. */
  readonly caller: string;
  /** Company under whose key the answer is kept; null on public routes, of which only empty answers are kept. */
  readonly tenantId: string | null;
  readonly method: string;
  readonly path: string;
  readonly key: string;
  readonly body: string;
}

/**
 * Services whose first commit also notes that the write was made, in the same batch: a process that ends afterwards
 * leaves no doubt whether it was.
 */
function marking(services: Services, mark: Change): Services {
  let marked = false;
  const wrapped = <U extends UnitOfWork>(unit: U): U => ({
    ...unit,
    async commit(changes: readonly Change[]) {
      if (marked || changes.length === 0) return unit.commit(changes);
      marked = true;
      try {
        await unit.commit([...changes, mark]);
      } catch (error) {
        marked = false;
        throw error;
      }
    },
  });
  return {
    ...services,
    system: wrapped(services.system),
    stores: { open: (tenantId) => wrapped(services.stores.open(tenantId)) },
  };
}

/** Answers carry links and contacts that are sealed wherever else they are stored, so they are kept sealed, too. */
async function opened(
  { secrets }: Services,
  tenantId: string | null,
  key: string,
  kept: string,
): Promise<string> {
  if (kept === '') return '';
  try {
    return await secrets.open(tenantId ?? '', purposeOf(key), kept);
  } catch (cause) {
    // The company's keys were changed since: the write was made, its answer can no longer be read.
    throw new AppError('ALREADY_STORED', { cause });
  }
}

const purposeOf = (key: string): string => `idempotent.answer:${key}`;

/** An answer as it is kept; null for one that may not be. */
async function sealed(
  { secrets }: Services,
  tenantId: string | null,
  key: string,
  body: string,
): Promise<string | null> {
  if (body === '') return '';
  return tenantId === null || body.length > keptBytes ? null : secrets.seal(tenantId, purposeOf(key), body);
}

/**
 * Runs a write once per `Idempotency-Key`: a repeat gets the first answer, another body under the same key is refused.
 * A write that fails leaves no trace, so that it may be tried again; one that was made and whose answer was lost with
 * its process is never made again.
 * @throws AppError `IDEMPOTENCY_MISMATCH`, `CONFLICT` while the first is still running, `ALREADY_STORED`.
 */
export async function once(
  services: Services,
  identity: WriteIdentity,
  run: (services: Services) => Promise<Response>,
): Promise<Response> {
  const { system, digest } = services;
  const key = await digest.sha256(
    `${identity.caller}\n${identity.method}\n${identity.path}\n${identity.key}`,
  );
  const begunAt = nowOf(services);
  const state = await system.beginIdempotent(key, await digest.sha256(identity.body), begunAt);
  if (state.kind === 'mismatch') throw new AppError('IDEMPOTENCY_MISMATCH');
  if (state.kind === 'stored') throw new AppError('ALREADY_STORED');
  if (state.kind === 'running') throw new AppError('CONFLICT');
  if (state.kind === 'done') {
    const empty = state.status === 204;
    const body = await opened(services, identity.tenantId, key, state.body);
    return new Response(empty ? null : body, {
      status: state.status,
      headers: {
        ...(empty ? {} : { 'content-type': 'application/json; charset=utf-8' }),
        'cache-control': 'no-store',
        'idempotent-replay': 'true',
      },
    });
  }
  try {
    const response = await run(marking(services, system.markIdempotent(key, begunAt, begunAt)));
    const kept = await sealed(services, identity.tenantId, key, await response.clone().text());
    if (kept !== null) await system.finishIdempotent(key, response.status, kept);
    else await system.dropIdempotent(key);
    return response;
  } catch (error) {
    await system.dropIdempotent(key);
    throw error;
  }
}
