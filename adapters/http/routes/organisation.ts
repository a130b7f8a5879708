import { Type } from '@sinclair/typebox';
import { AppError } from '#core/errors/app-error.ts';
import {
  acceptRemovals,
  changeOrganisation,
  readNow,
  restoreOrganisation,
} from '#core/organisation/change-organisation.ts';
import { monthlyQuota } from '#core/organisation/monthly-quota.ts';
import { organisationView, peoplePage } from '#core/organisation/read-organisation.ts';
import { readingProof } from '#core/organisation/reading-proof.ts';
import type { OrganisationRun, OverlayOperation } from '#core/ports/repositories/organisation.ts';
import type { TenantContext } from '#core/ports/services.ts';
import { type AnyRoute, route } from '../route.ts';
import {
  ChangeOrganisationBody,
  OperationView,
  OrganisationPerson,
  OrganisationView,
  RunView,
} from '../schemas/platforms.ts';
import { List, PageQuery } from '../schemas/shared.ts';

const tag = 'Organisation';

const runView = (run: OrganisationRun): RunView => ({
  id: run.id,
  state: run.state,
  phase: run.phase,
  counts: { ...run.counts },
  startedAt: run.startedAt,
  updatedAt: run.updatedAt,
  finishedAt: run.finishedAt,
  errorCode: run.errorCode,
});

const valueView = (value: OverlayOperation['value']) =>
  value === null || typeof value === 'string' ? value : [...value];

const operationView = ({ madeBy: _, ...operation }: OverlayOperation): OperationView => ({
  ...operation,
  base: valueView(operation.base),
  value: valueView(operation.value),
});

/** Names for local changes, what the last reading proved, and what the next would cost. */
async function evidence({ services, store }: TenantContext, operations: readonly OverlayOperation[]) {
  const named = operations.flatMap((o) => [
    ...(o.kind === 'person' ? [o.subjectId] : []),
    ...(o.field === 'leaderIds' || o.field === 'managerId' ? [o.value ?? [], o.base ?? []].flat(2) : []),
  ]);
  const rows = await store.organisation.rows('person', [...new Set(named)]);
  const proof = await readingProof(store);
  const quota = await monthlyQuota(services, store);
  return {
    people: rows.map(({ value: { id, name } }) => ({ id, name })),
    proof: proof && {
      at: proof.at,
      exact: proof.exact,
      added: proof.counts.added,
      changed: proof.counts.changed,
      removed: proof.counts.removed,
      drift: proof.drift.map((row) => ({ ...row, fields: [...row.fields] })),
    },
    quota,
  };
}

/** The organisation: the platform's mirror with local changes over it. */
export const routes: readonly AnyRoute[] = [
  route({
    method: 'get',
    path: '/api/v1/organisation',
    permission: 'settings.read',
    tag,
    summary: 'Departments with local changes, their conflicts, and the latest reading',
    response: OrganisationView,
    async handle({ tenant }) {
      const { departments, operations, conflicts } = await organisationView(tenant.store);
      const run = await tenant.store.organisation.latestRun();
      return {
        departments: departments.map(({ id, parentId, name, leaderIds }) => ({
          id,
          parentId,
          name,
          leaderIds: [...leaderIds],
        })),
        operations: operations.map(operationView),
        conflicts: conflicts.map(({ operation, reason, platformValue }) => ({
          operationId: operation.id,
          reason,
          platformValue: valueView(platformValue),
        })),
        run: run && runView(run),
        ...(await evidence(tenant, operations)),
      };
    },
  }),
  route({
    method: 'get',
    path: '/api/v1/organisation/people',
    permission: 'settings.read',
    tag,
    summary: 'People of the organisation, of one department or all',
    query: Type.Object(
      { ...PageQuery, department: Type.Optional(Type.String({ maxLength: 200 })) },
      { additionalProperties: false },
    ),
    response: List(OrganisationPerson),
    async handle({ tenant, query }) {
      const { items, nextCursor } = await peoplePage(tenant.store, {
        after: query.cursor ?? null,
        limit: query.limit ?? 50,
        ...(query.department === undefined ? {} : { departmentId: query.department }),
      });
      return {
        items: items.map((person) => ({ ...person, departmentIds: [...person.departmentIds] })),
        nextCursor,
      };
    },
  }),
  route({
    method: 'post',
    path: '/api/v1/organisation/runs',
    permission: 'settings.write',
    tag,
    summary: 'Read the whole directory now',
    response: RunView,
    status: 202,
    async handle({ tenant }) {
      const run = await readNow(tenant);
      if (!run) throw new AppError('NOT_FOUND');
      return runView(run);
    },
  }),
  route({
    method: 'post',
    path: '/api/v1/organisation/runs/:runId/accept',
    permission: 'settings.write',
    tag,
    summary: 'Agree that very many people or departments vanish, and let the held reading go on',
    response: RunView,
    status: 202,
    handle: async ({ tenant, params }) => runView(await acceptRemovals(tenant, params.runId ?? '')),
  }),
  route({
    method: 'post',
    path: '/api/v1/organisation/operations',
    permission: 'settings.write',
    tag,
    summary: 'Change a department or person locally; the platform is never written to',
    body: ChangeOrganisationBody,
    response: OperationView,
    status: 201,
    handle: async ({ tenant, body }) => operationView(await changeOrganisation(tenant, body)),
  }),
  route({
    method: 'delete',
    path: '/api/v1/organisation/operations/:operationId',
    permission: 'settings.write',
    tag,
    summary: 'Take a local change back',
    response: 'none',
    handle: ({ tenant, params }) => restoreOrganisation(tenant, params.operationId ?? ''),
  }),
];
