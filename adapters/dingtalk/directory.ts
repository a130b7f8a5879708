import { isRecord, unexpected } from '#adapters/shared/platform-call.ts';
import { AppError } from '#core/errors/app-error.ts';
import type {
  DirectoryPage,
  PlatformDepartment,
  PlatformDirectory,
  PlatformPerson,
} from '#core/ports/platform.ts';
import type { DingtalkClient } from './client.ts';
import { noSuchDepartment, noSuchPerson, outOfSight, platformId } from './constants.ts';

type Row = Readonly<Record<string, unknown>>;

/** The sister call's documented maximum; the page of this one prints none. */
const peoplePerPage = 100;
const lookedUpAtOnce = 20;

/**
 * What the next page of departments starts from: departments to look into, met on the way down. A listing shows one
 * level only, and neither leaders nor order, so each department is asked for twice: itself and its children.
 */
type Frontier = readonly string[];

/**
 * Departments level by level, people in pages.
 * https://open.dingtalk.com/document/orgapp/obtain-the-department-list-v2 ·
 * https://open.dingtalk.com/document/orgapp/queries-the-complete-information-of-a-department-user (read 2026-08)
 */
export function dingtalkDirectory(client: DingtalkClient): PlatformDirectory {
  const department = async (id: string): Promise<PlatformDepartment | null> => {
    const row = await orNull(
      client.oapi('topapi/v2/department/get', { dept_id: Number(id) }),
      noSuchDepartment,
    );
    return row === null ? null : sameRow(id, departmentFrom(row));
  };
  const person = async (id: string): Promise<PlatformPerson | null> => {
    const row = await orNull(client.oapi('topapi/v2/user/get', { userid: id }), noSuchPerson);
    return row === null ? null : personFrom(row);
  };
  return {
    department,
    person,
    async departments(cursor) {
      const frontier =
        cursor === null ? await scopeOf(client, 'authed_dept') : (JSON.parse(cursor) as Frontier);
      const [here, later] = [frontier.slice(0, lookedUpAtOnce), frontier.slice(lookedUpAtOnce)];
      const found = await Promise.all(
        here.map(async (id) => ({ self: await department(id), children: await childrenOf(client, id) })),
      );
      const next = [...later, ...found.flatMap(({ children }) => children)];
      return {
        items: found.flatMap(({ self }) => self ?? []),
        nextCursor: next.length > 0 ? JSON.stringify(next) : null,
      };
    },
    async people(departmentId, cursor) {
      if (departmentId === null) return peopleByName(client, cursor, person);
      const body = { dept_id: Number(departmentId), cursor: Number(cursor ?? 0), size: peoplePerPage };
      const page = await orNull(client.oapi('topapi/v2/user/list', body), noSuchDepartment);
      if (page === null) return { items: [], nextCursor: null };
      return {
        items: records(isRecord(page) ? page.list : null, 'list').map(personFrom),
        nextCursor: nextCursor(page),
      };
    },
  };
}

/** The platform's answer is about what was asked. */
function sameRow(id: string, department: PlatformDepartment): PlatformDepartment {
  if (department.id !== id) throw unexpected(platformId, 'department.id');
  return department;
}

/** Samples quote booleans and numbers as text, the types do not: both are taken. */
function nextCursor(page: unknown): string | null {
  const { has_more: more, next_cursor: next } = page as Row;
  if (more === false || more === 'false') return null;
  const cursor = Number(next);
  if ((more !== true && more !== 'true') || !Number.isInteger(cursor))
    throw unexpected(platformId, 'has_more');
  return String(cursor);
}

async function scopeOf(
  client: DingtalkClient,
  list: 'authed_dept' | 'authed_user',
): Promise<readonly string[]> {
  const { auth_org_scopes: scopes } = await client.oapiGet('auth/scopes');
  const ids = isRecord(scopes) ? scopes[list] : null;
  if (!Array.isArray(ids)) throw unexpected(platformId, list);
  return ids.map(String);
}

async function childrenOf(client: DingtalkClient, id: string): Promise<readonly string[]> {
  const body = { dept_id: Number(id) };
  const result = await orNull(client.oapi('topapi/v2/department/listsubid', body), noSuchDepartment);
  if (result === null) return [];
  const ids = isRecord(result) ? result.dept_id_list : null;
  if (!Array.isArray(ids)) throw unexpected(platformId, 'dept_id_list');
  return ids.map(String);
}

/** People whom an admin put into the app's scope by name. */
async function peopleByName(
  client: DingtalkClient,
  cursor: string | null,
  person: PlatformDirectory['person'],
): Promise<DirectoryPage<PlatformPerson>> {
  const ids = await scopeOf(client, 'authed_user');
  const from = Number(cursor ?? 0);
  const found = await Promise.all(ids.slice(from, from + lookedUpAtOnce).map(person));
  const next = from + lookedUpAtOnce;
  return {
    items: found.filter((item) => item !== null),
    nextCursor: next < ids.length ? String(next) : null,
  };
}

async function orNull<T>(call: Promise<T>, none: ReadonlySet<string>): Promise<T | null> {
  try {
    return await call;
  } catch (error) {
    const code = error instanceof AppError ? String(error.details.platformCode) : '';
    if (none.has(code) || outOfSight.has(code)) return null;
    throw error;
  }
}

function records(value: unknown, field: string): readonly Row[] {
  if (!Array.isArray(value) || !value.every(isRecord)) throw unexpected(platformId, field);
  return value;
}

const textOrNull = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null;

const idsOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

function departmentFrom(value: unknown): PlatformDepartment {
  if (!isRecord(value) || value.dept_id === undefined) throw unexpected(platformId, 'department');
  const parent = value.parent_id;
  return {
    id: String(value.dept_id),
    parentId: parent === undefined || parent === null || Number(parent) === 0 ? null : String(parent),
    name: textOrNull(value.name),
    order: typeof value.order === 'number' ? value.order : 0,
    leaderIds: idsOf(value.dept_manager_userid_list),
  };
}

/** Who has left is no longer given out at all; `active` says whether somebody has joined. */
function personFrom(value: unknown): PlatformPerson {
  if (!isRecord(value) || typeof value.userid !== 'string' || !Array.isArray(value.dept_id_list)) {
    throw unexpected(platformId, 'user');
  }
  return {
    id: value.userid,
    name: textOrNull(value.name),
    title: textOrNull(value.title),
    departmentIds: idsOf(value.dept_id_list),
    managerId: textOrNull(value.manager_userid),
    state: value.active === false || value.active === 'false' ? 'inactive' : 'active',
  };
}
