import { AppError } from '../errors/app-error.ts';
import type { OrganisationRun, OverlayOperation } from '../ports/repositories/organisation.ts';
import { nowOf, type TenantContext } from '../ports/services.ts';
import { effectiveOrganisation } from './overlay.ts';
import { startReading } from './start-reading.ts';

/** A local change as an admin asks for it; what it replaces is looked up, never sent. */
export type WantedChange = Pick<OverlayOperation, 'kind' | 'subjectId' | 'field' | 'value'>;

const fieldsOf: Readonly<Record<OverlayOperation['kind'], readonly OverlayOperation['field'][]>> = {
  department: ['name', 'parentId', 'leaderIds'],
  person: ['name', 'title', 'managerId', 'departmentIds'],
};
const lists: readonly OverlayOperation['field'][] = ['leaderIds', 'departmentIds'];

/**
 * Changes a department or person locally; the platform is never written to.
 * @throws AppError `NOT_FOUND`, `VALIDATION` for a field that the kind does not have, a target that is not there, or a cycle
 */
export async function changeOrganisation(
  context: TenantContext,
  wanted: WantedChange,
): Promise<OverlayOperation> {
  const { services, store, actor, lang } = context;
  const say = (zh: string, en: string) => (lang === 'zh' ? zh : en);
  if (
    !fieldsOf[wanted.kind].includes(wanted.field) ||
    lists.includes(wanted.field) !== Array.isArray(wanted.value)
  ) {
    throw invalid(wanted.field, say('这一项不能这样修改', 'cannot be changed like this'));
  }
  const departments = (await store.organisation.departments()).map(({ value }) => value);
  const operations = await store.organisation.operations();
  const named = [wanted, ...operations].flatMap(({ kind, field, subjectId, value }) => [
    ...(kind === 'person' ? [subjectId] : []),
    ...(field === 'leaderIds' || field === 'managerId' ? [value ?? []].flat() : []),
  ]);
  const rows = await store.organisation.rows('person', [...new Set(named)]);
  const people = rows.filter(({ present }) => present).map(({ value }) => value);
  const now = effectiveOrganisation(departments, people, operations);
  const subject = (wanted.kind === 'department' ? now.departments : now.people).find(
    ({ id }) => id === wanted.subjectId,
  ) as Readonly<Record<string, unknown>> | undefined;
  if (!subject) throw new AppError('NOT_FOUND');
  const operation: OverlayOperation = {
    ...wanted,
    id: services.ids.next('ovl'),
    base: (subject[wanted.field] ?? null) as OverlayOperation['base'],
    madeBy: actor.id ?? '',
    madeAt: nowOf(services),
  };
  const after = effectiveOrganisation(departments, people, [...operations, operation]);
  const conflict = after.conflicts.find((c) => c.operation.id === operation.id);
  if (conflict?.reason === 'cycle') {
    throw invalid(wanted.field, say('部门不能放到自己的下级里', 'a department cannot stand under itself'));
  }
  if (conflict) throw invalid(wanted.field, say('目标不存在或已离开', 'the target is not there any more'));
  await store.commit([
    store.organisation.addOperation(operation),
    audit(context, 'organisation.changed', wanted.subjectId, { kind: wanted.kind, field: wanted.field }),
  ]);
  return operation;
}

/** Takes a local change back: the platform's value shows again. @throws AppError `NOT_FOUND` */
export async function restoreOrganisation(context: TenantContext, operationId: string): Promise<void> {
  const { store } = context;
  const operation = (await store.organisation.operations()).find(({ id }) => id === operationId);
  if (!operation) throw new AppError('NOT_FOUND');
  await store.commit([
    store.organisation.removeOperation(operationId),
    audit(context, 'organisation.restored', operation.subjectId, {
      kind: operation.kind,
      field: operation.field,
    }),
  ]);
}

/** Starts a reading by hand. @throws AppError `NOT_FOUND` without a connection, `STATE_CONFLICT` while one runs */
export async function readNow({ services, store }: TenantContext): Promise<OrganisationRun | null> {
  if (!(await store.platform.installation())) throw new AppError('NOT_FOUND');
  const latest = await store.organisation.latestRun();
  if (latest?.state === 'running') throw new AppError('STATE_CONFLICT', { details: { state: latest.state } });
  await store.commit(startReading(services, store));
  return store.organisation.latestRun();
}

/** Agrees that very many rows vanish, and lets the held run go on. @throws AppError `NOT_FOUND`, `STATE_CONFLICT` */
export async function acceptRemovals(context: TenantContext, runId: string): Promise<OrganisationRun> {
  const { services, store, tenantId } = context;
  const run = await store.organisation.run(runId);
  if (!run) throw new AppError('NOT_FOUND');
  if (run.state !== 'held') throw new AppError('STATE_CONFLICT', { details: { state: run.state } });
  const next: OrganisationRun = {
    ...run,
    state: 'running',
    removalsAccepted: true,
    revision: run.revision + 1,
    updatedAt: nowOf(services),
  };
  await store.commit([
    store.organisation.saveRun(next, run.revision),
    services.system.enqueue(tenantId, 'platform.sync', { runId }),
    audit(context, 'organisation.removals_accepted', runId, {}),
  ]);
  return next;
}

const invalid = (field: string, problem: string) =>
  new AppError('VALIDATION', { details: { field, problem } });

function audit(context: TenantContext, action: string, subjectId: string, data: Record<string, unknown>) {
  const { store, actor, services } = context;
  return store.audit.add({
    actor,
    action,
    subjectKind: 'organisation',
    subjectId,
    at: nowOf(services),
    data,
  });
}
