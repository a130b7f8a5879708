import { Type } from '@sinclair/typebox';
import { sealAudit, verifyAudit } from '#core/audit/audit-chain.ts';
import { type AnyRoute, route } from '../route.ts';
import { AuditView } from '../schemas/company.ts';
import { AuditVerificationView } from '../schemas/settings.ts';
import { Id, List, PageQuery } from '../schemas/shared.ts';

const tag = 'Audit';

/** A moment in UTC; rows compare by these very characters. */
const Moment = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{3})?Z$' });

/** The log of what happened, and the proof that nobody altered it. */
export const routes: readonly AnyRoute[] = [
  route({
    method: 'get',
    path: '/api/v1/audit',
    permission: 'audit.read',
    tag,
    summary: 'What happened, newest first',
    query: Type.Object(
      {
        ...PageQuery,
        subject: Type.Optional(Type.String({ maxLength: 64 })),
        actor: Type.Optional(Id),
        area: Type.Optional(Type.String({ pattern: '^[a-z_]{1,30}$' })),
        from: Type.Optional(Moment),
        to: Type.Optional(Moment),
      },
      { additionalProperties: false },
    ),
    response: List(AuditView),
    async handle({ tenant, query }) {
      const limit = query.limit ?? 50;
      const rows = await tenant.store.audit.list({
        limit: limit + 1,
        ...(query.cursor ? { before: query.cursor } : {}),
        ...(query.subject ? { subjectId: query.subject } : {}),
        ...(query.actor ? { actorId: query.actor } : {}),
        ...(query.area ? { area: query.area } : {}),
        ...(query.from ? { from: query.from } : {}),
        ...(query.to ? { to: query.to } : {}),
      });
      const names = new Map((await tenant.store.people.list()).map((p) => [p.id, p.name]));
      const items = rows.slice(0, limit).map((row) => ({
        id: row.id,
        at: row.at,
        actorKind: row.actor.kind,
        actorName: row.actor.id ? (names.get(row.actor.id) ?? null) : null,
        action: row.action,
        subjectKind: row.subjectKind,
        subjectId: row.subjectId,
        data: { ...row.data },
        sealed: row.chainIndex !== null,
      }));
      return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
    },
  }),
  route({
    method: 'post',
    path: '/api/v1/audit/verification',
    whileSuspended: true,
    permission: 'audit.read',
    tag,
    summary: 'Chain what is new, walk the chain, and name the first row that was altered or is missing',
    response: AuditVerificationView,
    naturallyIdempotent: true,
    async handle({ services, tenant }) {
      await sealAudit(tenant.store, services.digest);
      const { verified, unsealed, broken } = await verifyAudit(tenant.store, services.digest);
      return { verified, unsealed, broken: broken === null ? null : { ...broken } };
    },
  }),
];
