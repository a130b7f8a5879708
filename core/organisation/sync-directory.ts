import { AppError } from '../errors/app-error.ts';
import type { DirectoryPage, PlatformDirectory, PlatformPerson } from '../ports/platform.ts';
import type { OrganisationRun } from '../ports/repositories/organisation.ts';
import type { TenantStore } from '../ports/repositories/tenant-store.ts';
import { nowOf, type Services } from '../ports/services.ts';
import { type AppliedRead, answerFor, applyRead, type ReadAnswer, untilUndisturbed } from './apply-read.ts';

/** Departments whose people are asked for at the same time: a second's calls of the platform that allows the fewest. */
const departmentsAtOnce = 20;
/** Rows that differed and are named; the counts say how many there were. */
const driftKept = 100;
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
    pending: [],
    drift: [],
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

type Progress = Partial<Pick<OrganisationRun, 'phase' | 'cursor' | 'pending' | 'state' | 'finishedAt'>>;

/**
 * Makes one step of a run and returns the run as it stands then; the step and its progress are one batch, so a process
 * that dies repeats at most one step. Departments and people are asked for side by side, because platforms limit each
 * call by itself. Nothing is taken for gone because a list does not show it: each vanished row is looked up by itself,
 * and when very many vanish the run is held until somebody agrees.
 * @throws AppError of the directory; the run then stands where it stood
 */
export async function advanceRun(step: Step): Promise<OrganisationRun> {
  if (step.run.phase === 'departments') return readDepartments(step);
  if (step.run.phase === 'people') return readPeople(step);
  return confirmVanished(step);
}

const answersOf = <T extends { readonly id: string }>(items: readonly T[], askedAt: number) =>
  items.map((value) => ({ id: value.id, value, askedAt }));

/** A page of departments, and the people of departments that earlier pages brought. */
async function readDepartments(step: Step): Promise<OrganisationRun> {
  const { services, directory, run } = step;
  const askedAt = services.clock.now().getTime();
  const reading = run.pending.slice(0, departmentsAtOnce);
  const [page, people] = await Promise.all([directory.departments(run.cursor), peopleOfAll(step, reading)]);
  if (page.nextCursor !== null && page.nextCursor === run.cursor) throw repeatedPage();
  const pending = run.pending.slice(reading.length);
  const met = page.items.map(({ id }) => id);
  return write(
    step,
    { department: answersOf(page.items, askedAt), person: people },
    {
      pending: [...new Set([...pending, ...met])],
      cursor: page.nextCursor,
      ...(page.nextCursor === null ? { phase: 'people' } : {}),
    },
  );
}

async function readPeople(step: Step): Promise<OrganisationRun> {
  const { run } = step;
  const reading = run.pending.slice(0, departmentsAtOnce);
  if (reading.length === 0) return write(step, { person: await peopleOf(step, null) }, { phase: 'confirm' });
  const person = await peopleOfAll(step, reading);
  return write(step, { person }, { pending: run.pending.slice(reading.length) });
}

const peopleOfAll = async (step: Step, ids: readonly string[]) =>
  (await Promise.all(ids.map((id) => peopleOf(step, id)))).flat();

/** All pages of a department; a page asked for twice means that the platform's paging is broken. */
async function peopleOf(
  { services, directory }: Step,
  departmentId: string | null,
): Promise<ReadAnswer<'person'>[]> {
  const found: ReadAnswer<'person'>[] = [];
  const asked = new Set<string>();
  let cursor: string | null = null;
  do {
    const askedAt = services.clock.now().getTime();
    const page: DirectoryPage<PlatformPerson> = await directory.people(departmentId, cursor);
    found.push(...answersOf(page.items, askedAt));
    cursor = page.nextCursor;
    if (cursor !== null && asked.has(cursor)) throw repeatedPage();
    if (cursor !== null) asked.add(cursor);
  } while (cursor !== null);
  return found;
}

/** Departments first: the people of one that is there after all are read before anybody is looked up. */
async function confirmVanished(step: Step): Promise<OrganisationRun> {
  const { services, store, run } = step;
  const seenBy = { id: run.id, startedAtMs: Date.parse(run.startedAt) };
  for (const kind of ['department', 'person'] as const) {
    const { present, unseen } = await store.organisation.tally(kind, seenBy);
    if (!run.removalsAccepted && unseen > Math.max(unaskedRemovals, present * unaskedShare)) {
      return write(step, {}, { state: 'held' });
    }
    const ids = await store.organisation.unseen(kind, seenBy, confirmedAtOnce);
    if (ids.length === 0) continue;
    return kind === 'department' ? confirmDepartments(step, ids) : confirmPeople(step, ids);
  }
  return write(step, {}, { state: 'done', finishedAt: nowOf(services) });
}

async function confirmDepartments(step: Step, ids: readonly string[]): Promise<OrganisationRun> {
  const { services, directory } = step;
  const askedAt = services.clock.now().getTime();
  const department = await Promise.all(
    ids.map(async (id) => ({ ...answerFor<'department'>(id, await directory.department(id)), askedAt })),
  );
  const pending = department.flatMap(({ id, value }) => (value === null ? [] : [id]));
  return write(step, { department }, pending.length > 0 ? { phase: 'people', pending } : {});
}

async function confirmPeople(step: Step, ids: readonly string[]): Promise<OrganisationRun> {
  const { services, directory } = step;
  const askedAt = services.clock.now().getTime();
  const person = await Promise.all(
    ids.map(async (id) => ({ ...answerFor<'person'>(id, await directory.person(id)), askedAt })),
  );
  return write(step, { person }, {});
}

/** What a step has read; a person may stand on several pages, the newest is kept. */
interface StepReads {
  readonly department?: readonly ReadAnswer<'department'>[];
  readonly person?: readonly ReadAnswer<'person'>[];
}

async function write(step: Step, reads: StepReads, progress: Progress): Promise<OrganisationRun> {
  const { services, store, run } = step;
  return untilUndisturbed(async () => {
    const now = nowOf(services);
    const moment = { askedAt: 0, now, runId: run.id };
    const parts: readonly AppliedRead[] = [
      await applyRead(store.organisation, 'department', reads.department ?? [], moment),
      await applyRead(store.organisation, 'person', reads.person ?? [], moment),
    ];
    const next: OrganisationRun = {
      ...run,
      ...progress,
      revision: run.revision + 1,
      updatedAt: now,
      errorCode: null,
      counts: countsAfter(run, reads, parts),
      drift: [...run.drift, ...parts.flatMap(({ drift }) => drift)].slice(0, driftKept),
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

function countsAfter(
  { counts, phase }: OrganisationRun,
  reads: StepReads,
  parts: readonly AppliedRead[],
): OrganisationRun['counts'] {
  const listed = (answers: readonly { readonly id: string; readonly value: unknown }[] = []) =>
    phase === 'confirm' ? 0 : new Set(answers.flatMap(({ id, value }) => (value === null ? [] : id))).size;
  const sum = (name: 'added' | 'changed' | 'removed') => parts.reduce((n, part) => n + part[name], 0);
  return {
    departments: counts.departments + listed(reads.department),
    people: counts.people + listed(reads.person),
    added: counts.added + sum('added'),
    changed: counts.changed + sum('changed'),
    removed: counts.removed + sum('removed'),
  };
}

const repeatedPage = () =>
  new AppError('PLATFORM_UNEXPECTED', { details: { platformCode: 'repeated_page' } });
