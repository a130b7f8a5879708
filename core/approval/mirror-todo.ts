import { AppError } from '../errors/app-error.ts';
import { openPlatform } from '../platform/connection.ts';
import type { PlatformTodos, TodoMemory } from '../ports/platform-todos.ts';
import type { ApprovalRow } from '../ports/repositories/approvals.ts';
import type { InstallationRow } from '../ports/repositories/platforms.ts';
import { type Services, type TenantContext, tenantContext } from '../ports/services.ts';
import type { Change } from '../ports/unit-of-work.ts';
import { mirroredRequest } from './mirrored-request.ts';
import type { TodoRecord } from './todo-record.ts';

/** Failures before the lists are left as they are: about two days. */
const mostTries = 16;
/** Seconds until it is tried again: a minute, doubling to four hours. */
const restSeconds = (tries: number): number => Math.min(14_400, 60 * 2 ** tries);

/** What a person has to mend in the platform's console. */
const forPeople: ReadonlySet<string> = new Set([
  'PLATFORM_PERMISSION',
  'PLATFORM_SETTINGS',
  'PLATFORM_DISCONNECTED',
]);

/** The write by which the platform's to-do lists follow a request; put it into the batch that changes it. */
export const mirrorLater = (
  { services, tenantId }: Pick<TenantContext, 'services' | 'tenantId'>,
  row: Pick<ApprovalRow, 'id' | 'way'>,
): readonly Change[] =>
  row.way === 'own' ? [services.system.enqueue(tenantId, 'approval.mirror', { approvalId: row.id })] : [];

interface Lists {
  readonly todos: PlatformTodos;
  readonly installation: InstallationRow;
}

/** The company's to-do lists; null where none is connected, or the platform has none that an app may write. */
async function listsOf({ services, store }: TenantContext): Promise<Lists | null> {
  try {
    const { connection, row } = await openPlatform(services, store);
    return connection.todos ? { todos: connection.todos, installation: row } : null;
  } catch (error) {
    const ended =
      error instanceof AppError && (error.code === 'NOT_FOUND' || error.code === 'PLATFORM_DISCONNECTED');
    if (ended) return null;
    throw error;
  }
}

/** The record of one request while this process goes on with it; whoever writes first has it. */
class Held implements TodoMemory {
  readonly #context: TenantContext;
  readonly #approvalId: string;
  #record: TodoRecord;

  constructor(context: TenantContext, approvalId: string, record: TodoRecord) {
    this.#context = context;
    this.#approvalId = approvalId;
    this.#record = record;
  }

  get tries(): number {
    return this.#record.tries;
  }

  get(name: string): string | null {
    return this.#record.memory[name] ?? null;
  }

  set(changes: Readonly<Record<string, string | null>>): Promise<void> {
    const kept = Object.entries({ ...this.#record.memory, ...changes }).filter(
      (entry): entry is [string, string] => entry[1] !== null,
    );
    return this.write({ memory: Object.fromEntries(kept) });
  }

  async write(set: Partial<Omit<TodoRecord, 'revision'>>, ...more: readonly Change[]): Promise<void> {
    const { store } = this.#context;
    const next = { ...this.#record, ...set, revision: this.#record.revision + 1 };
    await store.commit([store.approvals.saveTodo(this.#approvalId, next, this.#record.revision), ...more]);
    this.#record = next;
  }
}

/**
 * Brings the platform's to-do lists to what a request of Jinji's own steps is now. It looks at the request, not at what happened to it,
 * so that work which comes twice, late or out of order ends alike.
 */
export async function mirrorWork(services: Services, tenantId: string, approvalId: string): Promise<void> {
  const context = tenantContext(services, tenantId, { kind: 'system', id: null }, 'zh');
  const { store } = context;
  const row = await store.approvals.get(approvalId);
  const record = await store.approvals.todo(approvalId);
  if (row?.way !== 'own' || !record || record.shown === row.revision) return;
  if (record.version === 0 && row.state !== 'pending') return;
  const lists = await listsOf(context);
  if (lists === null) return;
  const version = Math.max(services.clock.now().getTime(), record.version + 1);
  const request = await mirroredRequest(context, row, { installation: lists.installation, version });
  if (record.version === 0 && request.tasks.length === 0) return;
  const held = new Held(context, approvalId, record);
  await held.write({ version });
  try {
    await lists.todos.show(request, held);
  } catch (error) {
    return goOnLater(context, row, held, error);
  }
  await held.write({ shown: row.revision, tries: 0, errorCode: null });
}

/** What may pass is tried again; what a person has to mend waits for the request's next change. */
async function goOnLater(
  { services, tenantId }: TenantContext,
  row: ApprovalRow,
  held: Held,
  error: unknown,
): Promise<void> {
  const known = error instanceof AppError ? error : null;
  // Another process goes on with this request.
  if (known?.code === 'CONFLICT') throw error;
  const errorCode = known?.code ?? 'INTERNAL';
  const { tries } = held;
  services.log.warn('approval.todo_stands', { approval: row.id, code: errorCode, tries });
  const again = !forPeople.has(errorCode) && tries < mostTries;
  const seconds = Math.max(restSeconds(tries), Number(known?.details.seconds ?? 0));
  const runAt = new Date(services.clock.now().getTime() + seconds * 1000).toISOString();
  await held.write(
    { tries: tries + 1, errorCode },
    ...(again
      ? [services.system.enqueue(tenantId, 'approval.mirror', { approvalId: row.id }, { runAt })]
      : []),
  );
}
