import { readdirSync, readFileSync } from 'node:fs';
import type { ScoredQuestion } from '#core/ports/answer-scorer.ts';
import type { QuestionBank } from '#core/template/schemas/question.ts';

/** A question of the shipped banks about conduct, in one language, with the first dimension it asks about. */
export interface BankQuestion {
  readonly question: ScoredQuestion;
  readonly dimension: string;
}

const folder = new URL('../../templates/questions/', import.meta.url);
const known = new Map<string, readonly BankQuestion[]>();

/** Every shipped question about conduct (knowledge and code are judged by another table), by dimension. */
export const bankQuestions = (lang: 'zh' | 'en'): readonly BankQuestion[] => {
  const found = known.get(lang);
  if (found !== undefined) return found;
  const made = readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const bank = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as QuestionBank;
      return bank.questions
        .filter(({ type }) => type !== 'knowledge' && type !== 'code')
        .map(({ text, type, asks, keys }) => ({
          dimension: bank.dimension,
          question: {
            text: text[lang],
            type,
            asks: asks.map((ask) => ask[lang]),
            keys: keys.map((key) => key.text[lang]),
          },
        }));
    });
  known.set(lang, made);
  return made;
};
