import { AppError } from '../errors/app-error.ts';
import type { CustomDimensionRow } from '../ports/repositories/jobs.ts';
import { nowOf, type TenantContext } from '../ports/services.ts';
import { type DimensionSign, indicatorsOfSigns } from '../rubric/dimension-signs.ts';
import type { Dimension } from '../template/schemas/dimension.ts';

/** Every dimension a company may use: the shipped ones and its own, newest versions. */
export async function availableDimensions({ services, store }: TenantContext): Promise<readonly Dimension[]> {
  const own = await store.customDimensions.list();
  return [...services.templates.dimensions, ...own.map((row) => row.data)];
}

/** What an admin types for a dimension of the company's own. */
export interface CustomDimensionInput
  extends Pick<Dimension, 'name' | 'definition' | 'anchors' | 'family' | 'redLine'> {
  /** Words that speak for or against it. */
  readonly signs?: readonly DimensionSign[] | undefined;
  /** Answers that stand for a level. */
  readonly exemplars?: Dimension['exemplars'] | undefined;
}

/**
 * Adds a dimension to the company's library. `wanted` is the code that a job already uses for it, so that both stay the
 * same dimension.
 * @throws AppError `CONFLICT` when the library has (or had) that code.
 */
export async function addCustomDimension(
  context: TenantContext,
  input: CustomDimensionInput,
  wanted?: string,
): Promise<Dimension> {
  const { store } = context;
  if (wanted && (await store.customDimensions.latest(wanted))) throw new AppError('CONFLICT');
  const all = [...(await store.customDimensions.list()), ...(await store.customDimensions.archived())];
  return saveVersion(context, input, wanted ?? nextCode(all.map((row) => row.code)), 1);
}

/**
 * Saves the next version of a dimension of the company's library; jobs keep the version they hold.
 * @param base the version that was edited
 * @throws AppError `NOT_FOUND` also for an archived one, `CONFLICT` when somebody saved a newer version meanwhile.
 */
export async function saveCustomDimension(
  context: TenantContext,
  input: CustomDimensionInput,
  code: string,
  base: number,
): Promise<Dimension> {
  const latest = await inLibrary(context, code);
  if (latest.version !== base) throw new AppError('CONFLICT');
  return saveVersion(context, input, code, latest.version + 1);
}

async function inLibrary({ store }: TenantContext, code: string): Promise<CustomDimensionRow> {
  const latest = await store.customDimensions.latest(code);
  if (!latest || latest.archivedAt !== null) throw new AppError('NOT_FOUND');
  return latest;
}

async function saveVersion(
  { services, store, actor }: TenantContext,
  { signs, exemplars, ...input }: CustomDimensionInput,
  code: string,
  version: number,
): Promise<Dimension> {
  const now = nowOf(services);
  const dimension: Dimension = {
    ...input,
    code,
    version,
    indicators: indicatorsOfSigns(signs ?? []),
    exemplars: exemplars ?? { '1': [], '3': [], '5': [] },
  };
  const id = services.ids.next('dim');
  await store.commit([
    store.customDimensions.add({
      id,
      code: dimension.code,
      version: dimension.version,
      data: dimension,
      createdBy: actor.id ?? '',
      createdAt: now,
      archivedAt: null,
    }),
    store.audit.add({
      actor,
      action: 'dimension.saved',
      subjectKind: 'dimension',
      subjectId: id,
      data: { code: dimension.code, version: dimension.version },
      at: now,
    }),
  ]);
  return dimension;
}

/**
 * Takes a dimension out of the palette; jobs that hold it keep their copy.
 * @throws AppError `NOT_FOUND`
 */
export async function archiveCustomDimension(context: TenantContext, code: string): Promise<void> {
  const { store, services } = context;
  await inLibrary(context, code);
  const now = nowOf(services);
  await store.commit([store.customDimensions.archive(code, now), told(context, 'archived', code, now)]);
}

/**
 * Puts an archived dimension back into the palette, with all its versions.
 * @throws AppError `NOT_FOUND` when nothing of that code is archived.
 */
export async function restoreCustomDimension(context: TenantContext, code: string): Promise<Dimension> {
  const { store, services } = context;
  const latest = await store.customDimensions.latest(code);
  if (!latest || latest.archivedAt === null) throw new AppError('NOT_FOUND');
  const now = nowOf(services);
  await store.commit([store.customDimensions.archive(code, null), told(context, 'restored', code, now)]);
  return latest.data;
}

const told = ({ store, actor }: TenantContext, what: 'archived' | 'restored', code: string, at: string) =>
  store.audit.add({
    actor,
    action: `dimension.${what}`,
    subjectKind: 'dimension',
    subjectId: code,
    at,
  });

/** Codes of a company's own dimensions: X1, X2 …; `used` holds those of archived ones, too. */
function nextCode(used: readonly string[]): string {
  const numbers = used.map((code) => Number(/^X(\d+)$/.exec(code)?.[1] ?? 0));
  return `X${Math.max(0, ...numbers) + 1}`;
}
