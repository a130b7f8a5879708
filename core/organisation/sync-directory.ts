import { AppError } from '../errors/app-error.ts';
import type { DirectoryPage, PlatformDirectory, PlatformPerson } from '../ports/platform.ts';
import type { OrganisationKind, OrganisationRun } from '../ports/repositories/organisation.ts';
import type { TenantStore } from '../ports/repositories/tenant-store.ts';
import { nowOf, type Services } from '../ports/services.ts';
import { type AppliedRead, applyRead, type ReadAnswer, untilUndisturbed } from './apply-read.ts';

/** Departments whose people are asked for at the same time. */
const departmentsAtOnce = 8;
/** Vanished rows that are looked up in one step. */
const confirmedAtOnce = 20;
/** So many may vanish without anybody being asked; beyond it also a share of all. */
const unaskedRemovals = 20;
const unaskedShare = 0.3;

/** A run that begins now. */
export function newRun(services: Services): OrganisationRun {
  const now = nowOf(services);
  return {
    id: services.ids.next('orn'),
    state: 'running',
    phase: 'departments',
    cursor: null,
    position: null,
    revision: 0,
    removalsAccepted: false,
    counts: { departments: 0, people: 0, added: 0, changed: 0, removed: 0 },
    startedAt: now,
    updatedAt: now,
    finishedAt: null,
    errorCode: null,
  };
}

/** What one step of a run works with. */
interface Step {
  readonly services: Services;
  readonly store: TenantStore;
  readonly directory: PlatformDirectory;
  readonly run: OrganisationRun;
}

type Progress = Partial<Pick<OrganisationRun, 'phase' | 'cursor' | 'position' | 'state' | 'finishedAt'>>;

/**
 * Makes one step of a run and returns the run as it stands then; the step and its progress are one batch, so a process
 * that dies repeats at most one step. Nothing is taken for gone because a list does not show it: each vanished row is
 * looked up by itself, and when very many vanish the run is held until somebody agrees.
 * @throws AppError of the directory; the run then stands where it stood
 */
export async function advanceRun(step: Step): Promise<OrganisationRun> {
  if (step.run.phase === 'departments') return readDepartments(step);
  if (step.run.phase === 'people') return readPeople(step);
  return confirmVanished(step);
}

const answers = <T extends { readonly id: string }>(items: readonly T[]) =>
  items.map((value) => ({ id: value.id, value }));

async function readDepartments(step: Step): Promise<OrganisationRun> {
  const { services, directory, run } = step;
  const askedAt = services.clock.now().getTime();
  const page = await directory.departments(run.cursor);
  if (page.nextCursor !== null && page.nextCursor === run.cursor) throw repeatedPage();
  const progress: Progress =
    page.nextCursor === null ? { phase: 'people', cursor: null } : { cursor: page.nextCursor };
  return write(step, 'department', [{ askedAt, answers: answers(page.items) }], progress);
}

async function readPeople(step: Step): Promise<OrganisationRun> {
  const { store, run } = step;
  const ids = await store.organisation.departmentIds(run.position, departmentsAtOnce);
  if (ids.length > 0) {
    const reads = await Promise.all(ids.map((id) => peopleOf(step, id)));
    return write(step, 'person', reads.flat(), { position: ids.at(-1) ?? null });
  }
  return write(step, 'person', await peopleOf(step, null), { phase: 'confirm' });
}

interface Read<K extends OrganisationKind> {
  readonly askedAt: number;
  readonly answers: readonly ReadAnswer<K>[];
}

/** All pages of a department; a page asked for twice means that the platform's paging is broken. */
async function peopleOf(
  { services, directory }: Step,
  departmentId: string | null,
): Promise<Read<'person'>[]> {
  const reads: Read<'person'>[] = [];
  const asked = new Set<string>();
  let cursor: string | null = null;
  do {
    const askedAt = services.clock.now().getTime();
    const page: DirectoryPage<PlatformPerson> = await directory.people(departmentId, cursor);
    reads.push({ askedAt, answers: answers(page.items) });
    cursor = page.nextCursor;
    if (cursor !== null && asked.has(cursor)) throw repeatedPage();
    if (cursor !== null) asked.add(cursor);
  } while (cursor !== null);
  return reads;
}

async function confirmVanished(step: Step): Promise<OrganisationRun> {
  const { services, store, directory, run } = step;
  const seenBy = { id: run.id, startedAtMs: Date.parse(run.startedAt) };
  for (const kind of ['person', 'department'] as const) {
    const { present, unseen } = await store.organisation.tally(kind, seenBy);
    if (!run.removalsAccepted && unseen > Math.max(unaskedRemovals, present * unaskedShare)) {
      return write(step, kind, [], { state: 'held' });
    }
    const ids = await store.organisation.unseen(kind, seenBy, confirmedAtOnce);
    if (ids.length === 0) continue;
    const askedAt = services.clock.now().getTime();
    const looked = await Promise.all(
      ids.map(async (id) => ({
        id,
        value: await (kind === 'person' ? directory.person(id) : directory.department(id)),
      })),
    );
    return write(step, kind, [{ askedAt, answers: looked as readonly ReadAnswer<typeof kind>[] }], {});
  }
  return write(step, 'person', [], { state: 'done', finishedAt: nowOf(services) });
}

async function write<K extends OrganisationKind>(
  step: Step,
  kind: K,
  reads: readonly Read<K>[],
  progress: Progress,
): Promise<OrganisationRun> {
  const { services, store, run } = step;
  return untilUndisturbed(async () => {
    const now = nowOf(services);
    const parts: AppliedRead[] = [];
    // A person may stand on several pages; the newest page is kept, and each row is written once.
    for (const { askedAt, answers: found } of newestOnly(reads)) {
      parts.push(await applyRead(store.organisation, kind, found, { askedAt, now, runId: run.id }));
    }
    const rows = newestOnly(reads).reduce((sum, read) => sum + read.answers.filter((a) => a.value).length, 0);
    const sum = (name: 'added' | 'changed' | 'removed') => parts.reduce((n, part) => n + part[name], 0);
    const listing = run.phase !== 'confirm';
    const next: OrganisationRun = {
      ...run,
      ...progress,
      revision: run.revision + 1,
      updatedAt: now,
      errorCode: null,
      counts: {
        departments: run.counts.departments + (listing && kind === 'department' ? rows : 0),
        people: run.counts.people + (listing && kind === 'person' ? rows : 0),
        added: run.counts.added + sum('added'),
        changed: run.counts.changed + sum('changed'),
        removed: run.counts.removed + sum('removed'),
      },
    };
    const stored = await store.organisation.run(run.id);
    if (stored?.revision !== run.revision)
      throw new AppError('STATE_CONFLICT', { details: { state: 'running' } });
    await store.commit([
      ...parts.flatMap((part) => part.changes),
      store.organisation.saveRun(next, run.revision),
    ]);
    return next;
  });
}

function newestOnly<K extends OrganisationKind>(reads: readonly Read<K>[]): readonly Read<K>[] {
  const newest = new Map<string, number>();
  reads.forEach((read, at) => {
    for (const { id } of read.answers) newest.set(id, at);
  });
  return reads.map((read, at) => ({
    ...read,
    answers: read.answers.filter(({ id }) => newest.get(id) === at),
  }));
}

const repeatedPage = () =>
  new AppError('PLATFORM_UNEXPECTED', { details: { platformCode: 'repeated_page' } });
