import { isRecord, unexpected } from '#adapters/shared/platform-call.ts';
import { AppError } from '#core/errors/app-error.ts';
import type { PlatformDepartment, PlatformDirectory, PlatformPerson } from '#core/ports/platform.ts';
import type { WecomClient } from './client.ts';
import { noSuchDepartment, noSuchPerson, outOfSight, platformId } from './constants.ts';

/** People shown one by one are asked for in steps of this many. */
const lookedUpAtOnce = 10;

/**
 * Departments come in one call, people in one call a department.
 * https://developer.work.weixin.qq.com/document/path/90208 · …/90201 (read 2026-08)
 */
export function wecomDirectory(client: WecomClient, agentId: string): PlatformDirectory {
  const person = async (id: string): Promise<PlatformPerson | null> => {
    const body = await orNull(client.get('user/get', { userid: id }), noSuchPerson);
    return body && personFrom(body);
  };
  return {
    async departments() {
      const body = await client.get('department/list');
      return { items: records(body.department, 'department').map(departmentFrom), nextCursor: null };
    },
    async people(departmentId, cursor) {
      if (departmentId === null) return peopleByName(client, agentId, cursor, person);
      const body = await orNull(client.get('user/list', { department_id: departmentId }), noSuchDepartment);
      // Removed since it was listed: its people are found elsewhere, or looked up one by one.
      const items = body ? records(body.userlist, 'userlist').map(personFrom) : [];
      return { items, nextCursor: null };
    },
    async department(id) {
      const body = await orNull(client.get('department/get', { id }), noSuchDepartment);
      if (body === null) return null;
      if (!isRecord(body.department)) throw unexpected(platformId, 'department');
      return departmentFrom(body.department);
    },
    person,
  };
}

/** People whom an admin put into the app's scope by name. */
async function peopleByName(
  client: WecomClient,
  agentId: string,
  cursor: string | null,
  person: PlatformDirectory['person'],
) {
  const agent = await client.get('agent/get', { agentid: agentId });
  const allowed = isRecord(agent.allow_userinfos) ? agent.allow_userinfos.user : [];
  const ids = records(allowed ?? [], 'allow_userinfos').map((user) => String(user.userid));
  const from = cursor === null ? 0 : Number(cursor);
  const found = await Promise.all(ids.slice(from, from + lookedUpAtOnce).map(person));
  const next = from + lookedUpAtOnce;
  return {
    items: found.filter((item) => item !== null),
    nextCursor: next < ids.length ? String(next) : null,
  };
}

/** Null for "no such one" and for "not in the app's sight". */
async function orNull<T>(call: Promise<T>, none: ReadonlySet<number>): Promise<T | null> {
  try {
    return await call;
  } catch (error) {
    const code = error instanceof AppError ? Number(error.details.platformCode) : Number.NaN;
    if (none.has(code) || code === outOfSight) return null;
    throw error;
  }
}

function records(value: unknown, field: string): readonly Readonly<Record<string, unknown>>[] {
  if (!Array.isArray(value) || !value.every(isRecord)) throw unexpected(platformId, field);
  return value;
}

const idOf = (value: unknown): string | null =>
  typeof value === 'number' || (typeof value === 'string' && value !== '') ? String(value) : null;

const idsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.flatMap((item) => idOf(item) ?? []) : [];

/** Where names are withheld the field holds the id: https://developer.work.weixin.qq.com/document/path/90201. */
const nameOf = (value: unknown, id: string): string | null =>
  typeof value === 'string' && value !== '' && value !== id ? value : null;

function departmentFrom(row: Readonly<Record<string, unknown>>): PlatformDepartment {
  const id = idOf(row.id);
  if (id === null) throw unexpected(platformId, 'department.id');
  const parent = idOf(row.parentid);
  return {
    id,
    parentId: parent === null || parent === '0' ? null : parent,
    name: nameOf(row.name, id),
    // WeCom puts larger numbers first.
    order: typeof row.order === 'number' ? 0 - row.order : 0,
    leaderIds: idsOf(row.department_leader),
  };
}

const states: Readonly<Record<number, PlatformPerson['state']>> = {
  1: 'active',
  2: 'disabled',
  4: 'inactive',
  5: 'resigned',
};

function personFrom(row: Readonly<Record<string, unknown>>): PlatformPerson {
  const id = idOf(row.userid);
  if (id === null || !Array.isArray(row.department)) throw unexpected(platformId, 'user');
  const main = idOf(row.main_department);
  const departments = idsOf(row.department);
  return {
    id,
    name: nameOf(row.name, id),
    title: typeof row.position === 'string' && row.position !== '' ? row.position : null,
    departmentIds: [...departments].sort((a, b) => Number(b === main) - Number(a === main)),
    managerId: idsOf(row.direct_leader)[0] ?? null,
    // Where the app may not see it, nobody is taken for gone.
    state: states[Number(row.status)] ?? 'active',
  };
}
