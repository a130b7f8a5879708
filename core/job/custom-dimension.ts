import { AppError } from '../errors/app-error.ts';
import { nowOf, type TenantContext } from '../ports/services.ts';
import type { Dimension } from '../template/schemas/dimension.ts';

/** Every dimension a company may use: the shipped ones and its own, newest versions. */
export async function availableDimensions({ services, store }: TenantContext): Promise<readonly Dimension[]> {
  const own = await store.customDimensions.list();
  return [...services.templates.dimensions, ...own.map((row) => row.data)];
}

/** What an admin types for a dimension of the company's own. */
export type CustomDimensionInput = Pick<Dimension, 'name' | 'definition' | 'anchors' | 'family' | 'redLine'>;

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
  const all = await store.customDimensions.list();
  return saveVersion(context, input, wanted ?? nextCode(all.map((row) => row.code)), 1);
}

/**
 * Saves the next version of a dimension of the company's library; jobs keep the version they hold.
 * @throws AppError `NOT_FOUND`
 */
export async function saveCustomDimension(
  context: TenantContext,
  input: CustomDimensionInput,
  code: string,
): Promise<Dimension> {
  const latest = await context.store.customDimensions.latest(code);
  if (!latest) throw new AppError('NOT_FOUND');
  return saveVersion(context, input, code, latest.version + 1);
}

async function saveVersion(
  { services, store, actor }: TenantContext,
  input: CustomDimensionInput,
  code: string,
  version: number,
): Promise<Dimension> {
  const now = nowOf(services);
  const dimension: Dimension = {
    ...input,
    code,
    version,
    indicators: [],
    exemplars: { '1': [], '3': [], '5': [] },
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

/** Takes a dimension out of the palette; jobs that hold it keep their copy. */
export async function archiveCustomDimension(context: TenantContext, code: string): Promise<void> {
  const { store, services, actor } = context;
  if (!(await store.customDimensions.latest(code))) throw new AppError('NOT_FOUND');
  const now = nowOf(services);
  await store.commit([
    store.customDimensions.archive(code, now),
    store.audit.add({
      actor,
      action: 'dimension.archived',
      subjectKind: 'dimension',
      subjectId: code,
      at: now,
    }),
  ]);
}

/** Codes of a company's own dimensions: X1, X2 …; archived ones are skipped by the unique key on a second try. */
function nextCode(used: readonly string[]): string {
  const numbers = used.map((code) => Number(/^X(\d+)$/.exec(code)?.[1] ?? 0));
  return `X${Math.max(0, ...numbers) + 1}`;
}
