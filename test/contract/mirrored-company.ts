import { isDeepStrictEqual } from 'node:util';
import type { PlatformGround } from '#test/support/platform-ground.ts';
import type { OfficeEmulator } from './office-emulator.ts';

/** What the mirror holds, in the words of the emulated company. */
export async function mirrored({ context }: Pick<PlatformGround, 'context'>) {
  const { organisation } = context.store;
  const departments = await organisation.departments();
  const people = await organisation.people({ after: null, limit: 100_000 });
  return {
    departments: departments.map(({ value: { id, parentId, name, leaderIds } }) => ({
      id,
      parentId,
      name,
      leaderIds,
    })),
    people: people.map(({ value }) => value),
  };
}

/** The company as the mirror should hold it. */
export function expected({
  company: { departments, people },
  namelessRoot,
}: Pick<OfficeEmulator, 'company' | 'namelessRoot'>) {
  const byId = <T extends { id: string }>(a: T, b: T) => (a.id < b.id ? -1 : 1);
  return {
    departments: [...departments.values()]
      .map(({ id, parentId, name, leaderIds }) => ({
        id,
        parentId,
        name: parentId === null && namelessRoot ? null : name,
        leaderIds,
      }))
      .sort(byId),
    people: [...people.values()].sort(byId),
  };
}

/** Whether the mirror is the company. */
export const isExact = async (
  ground: Pick<PlatformGround, 'context'>,
  emulator: OfficeEmulator,
): Promise<boolean> => isDeepStrictEqual(await mirrored(ground), expected(emulator));
