import { AppError } from '#core/errors/app-error.ts';
import type { PermissionCheck, PlatformDirectory, PlatformPermission } from '#core/ports/platform.ts';

/** Tries what a permission is for. Only the platform's refusal for want of it counts; every other failure is thrown. */
export async function tryPermission(
  permission: PlatformPermission,
  attempt: () => Promise<unknown>,
): Promise<PermissionCheck> {
  try {
    await attempt();
    return { permission, granted: true, platformCode: null };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'PLATFORM_PERMISSION') throw error;
    return { permission, granted: false, platformCode: String(error.details.platformCode) };
  }
}

/** What an adapter calls an answer that is not the platform's own. */
const noAnswer: ReadonlySet<string> = new Set(['no_json', 'no_code', 'no_errcode', 'data']);

/** Asks for something that is not there. That the platform knows no such thing means that asking is allowed; every other failure is thrown. */
export async function askForNothing(attempt: () => Promise<unknown>): Promise<void> {
  try {
    await attempt();
  } catch (error) {
    const told = error instanceof AppError && error.code === 'PLATFORM_UNEXPECTED';
    if (!told || noAnswer.has(String(error.details.platformCode))) throw error;
  }
}

/** Departments looked through for somebody; each costs a call. */
const mostDepartments = 10;

/** The id of anybody whom the app sees; null where the first departments have nobody. */
export async function anybody(directory: PlatformDirectory): Promise<string | null> {
  let looked = 0;
  for (let cursor: string | null = null; ; ) {
    const { items, nextCursor } = await directory.departments(cursor);
    for (const { id } of items) {
      const [person] = (await directory.people(id, null)).items;
      looked += 1;
      if (person) return person.id;
      if (looked >= mostDepartments) return null;
    }
    if (nextCursor === null) return null;
    cursor = nextCursor;
  }
}
