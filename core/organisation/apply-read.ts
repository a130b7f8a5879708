import { AppError } from '../errors/app-error.ts';
import type {
  MirrorContent,
  Mirrored,
  MirrorWrite,
  OrganisationDrift,
  OrganisationKind,
  OrganisationRepository,
} from '../ports/repositories/organisation.ts';
import type { Change } from '../ports/unit-of-work.ts';

/** What the platform answered: a content, or null for "there is none". */
export interface ReadAnswer<K extends OrganisationKind> {
  readonly id: string;
  readonly value: MirrorContent[K] | null;
  /** When it was asked for, where that is not the moment of all. */
  readonly askedAt?: number;
}

/** Writes that bring the mirror to what was read, and how it differed. */
export interface AppliedRead {
  readonly changes: readonly Change[];
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  /** Which rows differed from the mirror. */
  readonly drift: readonly OrganisationDrift[];
}

/** When and for whom something was read. */
export interface ReadMoment {
  /** Milliseconds since 1970, taken before the platform was asked. */
  readonly askedAt: number;
  /** ISO 8601 UTC time of the write. */
  readonly now: string;
  readonly runId: string | null;
}

/** Same content, whatever the order of the object's keys; lists count in order. */
export function sameContent(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const left = Object.entries(a);
  const right = b as Readonly<Record<string, unknown>>;
  if (left.length !== Object.keys(b).length || Array.isArray(a) !== Array.isArray(b)) return false;
  return left.every(([key, value]) => key in right && sameContent(value, right[key]));
}

/**
 * Compares what was read with the mirror. An answer older than the row's own is passed over, so that a slow listing never undoes
 * what an event brought meanwhile.
 */
export async function applyRead<K extends OrganisationKind>(
  organisation: OrganisationRepository,
  kind: K,
  answers: readonly ReadAnswer<K>[],
  moment: ReadMoment,
): Promise<AppliedRead> {
  const unique = new Map(answers.map((answer) => [answer.id, answer]));
  const rows = await organisation.rows(kind, [...unique.keys()]);
  const known = new Map(rows.map((row) => [row.value.id, row]));
  const total = { added: 0, changed: 0, removed: 0 };
  const writes: MirrorWrite<K>[] = [];
  const drift: OrganisationDrift[] = [];
  for (const answer of unique.values()) {
    const before = known.get(answer.id) ?? null;
    if (before && before.readAt > (answer.askedAt ?? moment.askedAt)) continue;
    const next = nextRow(answer, before, moment);
    if (next === null) continue;
    writes.push({ next, before });
    if (next.since === before?.since) continue;
    const change = !next.present ? 'removed' : before?.present ? 'changed' : 'added';
    total[change] += 1;
    const fields = change === 'changed' && before ? changedFields(before.value, next.value) : [];
    drift.push({ kind, id: answer.id, change, fields });
  }
  return { changes: organisation.putAll(kind, writes, moment.runId), ...total, drift };
}

const changedFields = (before: object, after: object): readonly string[] => {
  const known = before as Readonly<Record<string, unknown>>;
  return Object.entries(after).flatMap(([name, value]) => (sameContent(known[name], value) ? [] : [name]));
};

function nextRow<K extends OrganisationKind>(
  { value, askedAt: asked }: ReadAnswer<K>,
  before: Mirrored<MirrorContent[K]> | null,
  moment: ReadMoment,
): Mirrored<MirrorContent[K]> | null {
  const { now } = moment;
  const askedAt = asked ?? moment.askedAt;
  if (value === null) {
    if (before === null) return null;
    return {
      ...before,
      present: false,
      readAt: askedAt,
      since: before.present ? laterThan(now, before.since) : before.since,
    };
  }
  const same = before?.present === true && sameContent(before.value, value);
  return {
    value,
    present: true,
    readAt: askedAt,
    since: same ? before.since : laterThan(now, before?.since),
  };
}

/** `since` tells contents apart, so two changes within a millisecond must not share one. */
function laterThan(now: string, before: string | undefined): string {
  return before === undefined || now > before ? now : new Date(Date.parse(before) + 1).toISOString();
}

/**
 * The answer to a look at one row. Ids may come back in other letters (WeCom's are one whatever their case), but never another row's.
 * @throws AppError `PLATFORM_UNEXPECTED` for the row of another
 */
export function answerFor<K extends OrganisationKind>(
  id: string,
  value: MirrorContent[K] | null,
): ReadAnswer<K> {
  if (value === null) return { id, value };
  if (value.id.toLowerCase() !== id.toLowerCase())
    throw new AppError('PLATFORM_UNEXPECTED', { details: { platformCode: 'other_row' } });
  return { id: value.id, value };
}

/** Runs a read-and-write again when something else wrote between the two. @throws AppError `CONFLICT` after five rounds */
export async function untilUndisturbed<T>(attempt: () => Promise<T>): Promise<T> {
  for (let round = 1; ; round += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (round === 5 || !(error instanceof AppError) || error.code !== 'CONFLICT') throw error;
    }
  }
}
