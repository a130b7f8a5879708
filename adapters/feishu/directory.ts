import { isRecord, unexpected } from '#adapters/shared/platform-call.ts';
import { AppError } from '#core/errors/app-error.ts';
import type {
  DirectoryPage,
  PlatformDepartment,
  PlatformDirectory,
  PlatformPerson,
} from '#core/ports/platform.ts';
import type { FeishuClient } from './client.ts';
import { noSuchId, outOfSight, platformId } from './constants.ts';

type Row = Readonly<Record<string, unknown>>;

/** The virtual department over all others; it cannot be read itself. */
const rootId = '0';
const root: PlatformDepartment = { id: rootId, parentId: null, name: null, order: 0, leaderIds: [] };
const idTypes = { user_id_type: 'open_id', department_id_type: 'open_department_id' } as const;
/** The most that a page of departments or people holds. */
const pageSize = '50';

/** Where a listing of departments stands: granted trees still to read, and the page of the first of them. */
interface Walk {
  readonly trees: readonly string[];
  readonly token: string | null;
}

/**
 * Departments as whole trees, people by department.
 * https://open.feishu.cn/document/server-docs/contact-v3/department/children ·
 * https://open.feishu.cn/document/server-docs/contact-v3/user/find_by_department (read 2026-02)
 */
export function feishuDirectory(client: FeishuClient): PlatformDirectory {
  const one = (kind: 'departments' | 'users', id: string) =>
    orNull(client.get(`/contact/v3/${kind}/${encodeURIComponent(id)}`, idTypes));
  const department = async (id: string): Promise<PlatformDepartment | null> => {
    if (id === rootId) return root;
    const data = await one('departments', id);
    return data === null ? null : departmentFrom(data.department);
  };
  return {
    department,
    async departments(cursor) {
      if (cursor !== null) return treePage(client, department, JSON.parse(cursor) as Walk);
      try {
        return await treePage(client, department, { trees: [rootId], token: null });
      } catch (error) {
        // Without the whole company in its contact scope, an app sees the trees that it was granted.
        if (!(error instanceof AppError) || !outOfSight.has(Number(error.details.platformCode))) throw error;
        const trees = (await scopes(client)).departments;
        return trees.length === 0
          ? { items: [], nextCursor: null }
          : treePage(client, department, { trees, token: null });
      }
    },
    async people(departmentId, cursor) {
      if (departmentId === null) return peopleByName(client, cursor);
      const query = { ...idTypes, department_id: departmentId, page_size: pageSize, ...pageToken(cursor) };
      const data = await orNull(client.get('/contact/v3/users/find_by_department', query));
      if (data === null) return { items: [], nextCursor: null };
      return { items: rows(data.items).map(personFrom), nextCursor: nextToken(data) };
    },
    async person(id) {
      const data = await one('users', id);
      return data === null ? null : personFrom(data.user);
    },
  };
}

const pageToken = (token: string | null) => (token === null ? {} : { page_token: token });

/** @throws AppError when more is promised and no way to it given */
function nextToken(data: Row): string | null {
  if (data.has_more !== true) return null;
  if (typeof data.page_token !== 'string' || data.page_token === '')
    throw unexpected(platformId, 'page_token');
  return data.page_token;
}

async function treePage(
  client: FeishuClient,
  department: PlatformDirectory['department'],
  { trees, token }: Walk,
): Promise<DirectoryPage<PlatformDepartment>> {
  const [tree = rootId, ...later] = trees;
  const query = { ...idTypes, fetch_child: 'true', page_size: pageSize, ...pageToken(token) };
  const data = await client.get(`/contact/v3/departments/${encodeURIComponent(tree)}/children`, query);
  const top = token === null ? await department(tree) : null;
  const below = rows(data.items).flatMap((row) => departmentFrom(row) ?? []);
  const next = nextToken(data);
  const walk: Walk | null =
    next === null ? (later.length > 0 ? { trees: later, token: null } : null) : { trees, token: next };
  return {
    items: [...(top ? [top] : []), ...below],
    nextCursor: walk === null ? null : JSON.stringify(walk),
  };
}

async function scopes(client: FeishuClient) {
  const departments: string[] = [];
  const people: string[] = [];
  let token: string | null = null;
  do {
    const query = { ...idTypes, page_size: '100', ...pageToken(token) };
    const data: Row = await client.get('/contact/v3/scopes', query);
    departments.push(...texts(data.department_ids));
    people.push(...texts(data.user_ids));
    token = nextToken(data);
  } while (token !== null);
  return { departments, people };
}

/** People in the contact scope by name; of the whole company, those right under its root, who were read before. */
async function peopleByName(
  client: FeishuClient,
  cursor: string | null,
): Promise<DirectoryPage<PlatformPerson>> {
  const ids = cursor === null ? (await scopes(client)).people : (JSON.parse(cursor) as readonly string[]);
  const here = ids.slice(0, Number(pageSize));
  const later = ids.slice(Number(pageSize));
  if (here.length === 0) return { items: [], nextCursor: null };
  const data = await client.get('/contact/v3/users/batch', { ...idTypes, user_ids: here });
  return {
    items: rows(data.items).map(personFrom),
    nextCursor: later.length > 0 ? JSON.stringify(later) : null,
  };
}

async function orNull<T>(call: Promise<T>): Promise<T | null> {
  try {
    return await call;
  } catch (error) {
    const code = error instanceof AppError ? Number(error.details.platformCode) : Number.NaN;
    if (code === noSuchId || outOfSight.has(code)) return null;
    throw error;
  }
}

const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string' && item !== '') : [];

const textOrNull = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null;

/** An empty page comes without `items`. */
function rows(value: unknown): readonly Row[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value) || !value.every(isRecord)) throw unexpected(platformId, 'items');
  return value;
}

/** Null for a department that was deleted. */
function departmentFrom(row: unknown): PlatformDepartment | null {
  if (!isRecord(row) || typeof row.open_department_id !== 'string')
    throw unexpected(platformId, 'department');
  if (isRecord(row.status) && row.status.is_deleted === true) return null;
  const leaders = rows(row.leaders)
    .toSorted((a, b) => Number(a.leaderType) - Number(b.leaderType))
    .flatMap(({ leaderID }) => textOrNull(leaderID) ?? []);
  const leader = textOrNull(row.leader_user_id);
  return {
    id: row.open_department_id,
    parentId: textOrNull(row.parent_department_id),
    name: textOrNull(row.name),
    order: Number.isFinite(Number(row.order)) ? Number(row.order) : 0,
    leaderIds: leaders.length > 0 ? leaders : leader === null ? [] : [leader],
  };
}

function stateOf(status: unknown): PlatformPerson['state'] {
  if (!isRecord(status)) return 'active';
  if (status.is_resigned === true || status.is_exited === true) return 'resigned';
  if (status.is_frozen === true) return 'disabled';
  return status.is_activated === false || status.is_unjoin === true ? 'inactive' : 'active';
}

/** A missing field means a missing permission, not an empty value; nobody is taken for gone because of it. */
function personFrom(row: unknown): PlatformPerson {
  if (!isRecord(row) || typeof row.open_id !== 'string') throw unexpected(platformId, 'user');
  const main = rows(row.orders).find(({ is_primary_dept }) => is_primary_dept === true)?.department_id;
  return {
    id: row.open_id,
    name: textOrNull(row.name),
    title: textOrNull(row.job_title),
    departmentIds: texts(row.department_ids).toSorted((a, b) => Number(b === main) - Number(a === main)),
    managerId: textOrNull(row.leader_user_id),
    state: stateOf(row.status),
  };
}
