import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AnswerScorer, ScoreRequest } from '#core/ports/answer-scorer.ts';
import { pearson, spearman } from './statistics.ts';

interface ShortAnswer {
  readonly question: string;
  readonly questionId: string;
  readonly reference: string;
  readonly answer: string;
  readonly score: number;
}

/** Agreement with people's scores of short answers. Nothing is fitted to these questions, so every question is held out. */
export interface ShortAnswerScores {
  /** Algorithms course: Pearson inside each question, and their mean. */
  readonly ads: {
    readonly answers: number;
    readonly mean: number;
    readonly byQuestion: Record<string, number>;
  };
  /** Logistics: Spearman over all answers. */
  readonly le: { readonly answers: number; readonly spearman: number };
  /** Answers that got no score; they count as 1. */
  readonly unscored: number;
}

const lines = async (path: string): Promise<string[]> =>
  (await readFile(path, 'utf8')).split('\n').filter((line) => line.trim() !== '');

const readAds = async (data: string): Promise<ShortAnswer[]> =>
  (await lines(join(data, 'sas-zh', 'ADS_train_q001-008.jsonl'))).map((line) => {
    const row = JSON.parse(line) as Record<'score' | 'answer' | 'q_id' | 'question' | 'reference1', string>;
    return {
      question: row.question,
      questionId: row.q_id,
      reference: row.reference1,
      answer: row.answer,
      score: Number(row.score),
    };
  });

const readLe = async (data: string): Promise<ShortAnswer[]> => {
  const questions = new Map<string, string>();
  for (const line of await lines(join(data, 'sas-zh', 'LE_questions_q-not-mult4.tsv'))) {
    const [id, question] = line.split('\t');
    if (id !== undefined && question !== undefined) questions.set(id, question);
  }
  return (await lines(join(data, 'sas-zh', 'LE_train_q-not-mult4.tsv'))).map((line) => {
    const [id = '', reference = '', answer = '', score = ''] = line.split('\t');
    return { question: questions.get(id) ?? '', questionId: id, reference, answer, score: Number(score) };
  });
};

const requestOf = (row: ShortAnswer): ScoreRequest => ({
  lang: 'zh',
  question: { text: row.question, type: 'knowledge', asks: [], keys: [], reference: row.reference },
  dimension: { code: 'TECH', name: '专业技能', definition: '', anchors: [], indicators: [] },
  turns: [{ turnId: 't1', text: row.answer }],
});

const round = (value: number): number => Number(value.toFixed(3));

/** Scores the answers of `<data>/sas-zh` as knowledge questions with their reference. */
export async function evaluateShortAnswers(data: string, scorer: AnswerScorer): Promise<ShortAnswerScores> {
  let unscored = 0;
  const scoresOf = async (rows: readonly ShortAnswer[]): Promise<number[]> => {
    const results: number[] = [];
    for (const row of rows) {
      const { score } = await scorer.score(requestOf(row));
      if (score === null) unscored++;
      results.push(score ?? 1);
    }
    return results;
  };
  const ads = await readAds(data);
  const le = await readLe(data);
  const adsScores = await scoresOf(ads);
  const leScores = await scoresOf(le);
  const byQuestion: Record<string, number> = {};
  for (const id of [...new Set(ads.map((row) => row.questionId))].sort()) {
    const chosen = ads.flatMap((row, i) => (row.questionId === id ? [i] : []));
    byQuestion[id] = round(
      pearson(
        chosen.map((i) => adsScores[i] as number),
        chosen.map((i) => ads[i]?.score ?? 0),
      ),
    );
  }
  const each = Object.values(byQuestion);
  return {
    ads: {
      answers: ads.length,
      mean: round(each.reduce((sum, value) => sum + value, 0) / each.length),
      byQuestion,
    },
    le: {
      answers: le.length,
      spearman: round(
        spearman(
          leScores,
          le.map((row) => row.score),
        ),
      ),
    },
    unscored,
  };
}
