import { AppError } from '../errors/app-error.ts';
import type { Practice, PracticeItem } from '../ports/repositories/quality.ts';
import { nowOf, type TenantContext } from '../ports/services.ts';
import {
  type RaterAgreement,
  type RaterBias,
  raterAgreement,
  raterBias,
} from '../scoring/agreement/rater-agreement.ts';
import type { Dimension } from '../template/schemas/dimension.ts';

/** How a rater did on sample answers of known level. */
export interface PracticeResult {
  readonly agreement: RaterAgreement;
  readonly bias: RaterBias;
}

const levels = [1, 3, 5] as const;
/** Two dimensions at three levels: about ten minutes (assessment §1.9). */
const dimensionsAPractice = 2;

/** Two dimensions of jobs that the company hires for, or any two, as the random draw says. */
async function drawDimensions(context: TenantContext): Promise<readonly Dimension[]> {
  const { services, store } = context;
  const jobs = await store.jobs.list({ state: 'published' });
  const versions = await Promise.all(
    jobs
      .slice(0, 20)
      .map(({ currentVersionId }) => (currentVersionId ? store.jobs.version(currentVersionId) : null)),
  );
  const used = new Set(
    versions.flatMap((version) => version?.definition.rubric.map(({ dimension }) => dimension.code) ?? []),
  );
  const all = services.templates.dimensions;
  const wanted = all.filter(({ code }) => used.has(code));
  return shuffled(context, wanted.length >= dimensionsAPractice ? wanted : all).slice(0, dimensionsAPractice);
}

/** In an order nobody can foresee. */
function shuffled<T>({ services }: TenantContext, items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, place: services.random.token() }))
    .sort((a, b) => (a.place < b.place ? -1 : 1))
    .map(({ item }) => item);
}

/** Starts a practice of six sample answers. */
export async function startPractice(context: TenantContext): Promise<Practice> {
  const { services, store, actor, lang } = context;
  if (actor.kind !== 'person' || !actor.id) throw new AppError('FORBIDDEN');
  const items = (await drawDimensions(context)).flatMap(({ code, exemplars }) =>
    levels.flatMap((level): PracticeItem[] => {
      const count = exemplars[`${level}`].length;
      if (count === 0) return [];
      const order = shuffled(
        context,
        Array.from({ length: count }, (_, i) => i),
      );
      return [{ dimension: code, level, index: order[0] ?? 0 }];
    }),
  );
  const practice: Practice = {
    id: services.ids.next('prc'),
    personId: actor.id,
    lang,
    items: shuffled(context, items),
    answers: null,
    startedAt: nowOf(services),
    finishedAt: null,
  };
  await store.commit([store.quality.addPractice(practice)]);
  return practice;
}

/**
 * A person's own practice.
 * @throws AppError `NOT_FOUND` for another person's too
 */
export async function ownPractice({ store, actor }: TenantContext, id: string): Promise<Practice> {
  const practice = await store.quality.practice(id);
  if (!practice || practice.personId !== actor.id) throw new AppError('NOT_FOUND');
  return practice;
}

/**
 * Hands a practice in; a repetition changes nothing.
 * @throws AppError `NOT_FOUND`, `VALIDATION` when the number of levels is not that of the answers
 */
export async function finishPractice(
  context: TenantContext,
  id: string,
  given: readonly number[],
): Promise<Practice> {
  const { services, store, lang } = context;
  const practice = await ownPractice(context, id);
  if (practice.answers !== null) return practice;
  if (given.length !== practice.items.length) {
    const problem = lang === 'zh' ? '请给每一段回答评级' : 'rate every sample answer';
    throw new AppError('VALIDATION', { details: { field: 'levels', problem } });
  }
  const answers = given.map((level) => ({ level }));
  await store.commit([store.quality.finishPractice(id, answers, nowOf(services))]);
  return ownPractice(context, id);
}

/** The rater against the levels that the answers were written for; null before it is handed in. */
export function practiceResult(practice: Pick<Practice, 'items' | 'answers'>): PracticeResult | null {
  if (practice.answers === null || practice.items.length < 2) return null;
  const mine = practice.answers.map(({ level }) => level);
  const known = practice.items.map(({ level }) => level);
  return { agreement: raterAgreement(mine, known), bias: raterBias(mine, known) };
}

/** The text of a sample answer with the dimension it belongs to; null when the content no longer has it. */
export function sampleAnswer(
  { services }: TenantContext,
  item: PracticeItem,
  lang: 'zh' | 'en',
): { readonly dimension: Dimension; readonly text: string } | null {
  const dimension = services.templates.dimensions.find(({ code }) => code === item.dimension);
  const text = dimension?.exemplars[`${item.level}`][item.index]?.[lang];
  return dimension && text ? { dimension, text } : null;
}
