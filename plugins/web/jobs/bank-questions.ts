import type { IndustryPack } from '#core/template/schemas/industry-pack.ts';
import type { Question, QuestionBank } from '#core/template/schemas/question.ts';

/** What the list of questions is narrowed to; '' stands for all. */
export interface BankFilter {
  readonly dimension: string;
  readonly type: Question['type'] | '';
  readonly difficulty: Question['difficulty'] | '';
  readonly search: string;
}

/**
 * Questions that a job may still take, the industry's first: those whose first dimension is in the rubric and that the
 * job does not hold. Ids are made unique across pack and banks.
 */
export function bankQuestions(
  pack: IndustryPack,
  banks: readonly QuestionBank[],
  codes: readonly string[],
  chosen: readonly Question[],
): Question[] {
  const seenIds = new Set<string>();
  const texts = new Set(chosen.map(({ text }) => text.zh));
  const found: Question[] = [];
  const sources = [
    ...pack.questions.map((question) => ({ question, bank: '' })),
    ...banks.flatMap((bank) => bank.questions.map((question) => ({ question, bank: bank.dimension }))),
  ];
  for (const { question, bank } of sources) {
    const [primary] = question.dimensions;
    if (!codes.includes(primary ?? '') || texts.has(question.text.zh)) continue;
    const taken = seenIds.has(question.id) || chosen.some(({ id }) => id === question.id);
    const id = taken ? `${bank.toLowerCase() || 'pack'}-${question.id}` : question.id;
    if (seenIds.has(id) || chosen.some((other) => other.id === id)) continue;
    seenIds.add(id);
    texts.add(question.text.zh);
    found.push(id === question.id ? question : { ...question, id });
  }
  return found;
}

/** Whether a question passes the filter; words are searched in both languages. */
export function matchesBank(question: Question, filter: BankFilter): boolean {
  const words = filter.search.trim().toLowerCase();
  return (
    (filter.dimension === '' || question.dimensions[0] === filter.dimension) &&
    (filter.type === '' || question.type === filter.type) &&
    (filter.difficulty === '' || question.difficulty === filter.difficulty) &&
    `${question.text.zh} ${question.text.en}`.toLowerCase().includes(words)
  );
}
