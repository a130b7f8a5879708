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

/** Saves a dimension of the company's own: a new one without `code`, else the next version of that code. */
export async function saveCustomDimension(
  context: TenantContext,
  input: CustomDimensionInput,
  code?: string,
): Promise<Dimension> {
  const { services, store, actor } = context;
  const now = nowOf(services);
  const latest = code ? await store.customDimensions.latest(code) : null;
  if (code && !latest) throw new AppError('NOT_FOUND');
  const all = await store.customDimensions.list();
  const dimension: Dimension = {
    ...input,
    code: code ?? nextCode(all.map((row) => row.code)),
    version: (latest?.version ?? 0) + 1,
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
