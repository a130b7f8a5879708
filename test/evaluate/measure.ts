import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { StaticEmbedder } from '#core/embedding/static-embedder.ts';
import { createScorer } from '#plugins/host/scorer.ts';
import { loadEmbedder } from '#plugins/host/word-vectors.ts';
import { type AuthorAgreement, authorAgreement, type ScoredLine } from './author-agreement.ts';
import { type Author, authoredLines, authors } from './authors.ts';
import { type BlindCheck, checkBlind } from './blind-check.ts';
import { type CustomDimensionScores, evaluateCustomDimensions } from './custom-dimensions.ts';
import { type GoldenAgreement, goldenAgreement, goldenRequest, judgeGolden } from './golden-agreement.ts';
import { type Fold, heldOutScorers, type Unseen } from './held-out.ts';
import { evaluateMonotonicity, type MonotonicityScores } from './monotonicity.ts';
import { type GoldenLine, goldenLines, goldenRatings } from './rated-lines.ts';
import { type ResumeScores, scoreResumes } from './resumes.ts';
import { bothLanguagesRow } from './same-in-both-languages.ts';
import { evaluateSimilarity, type SimilarityScore } from './sentence-similarity.ts';
import { evaluateShortAnswers, type ShortAnswerScores } from './short-answers.ts';
import { type StabilityRow, stabilityRows } from './stability.ts';

/** Everything that `npm run evaluate` measures. */
export interface Measured {
  readonly scorerVersion: string;
  readonly golden: GoldenAgreement;
  readonly heldOut: Readonly<Record<Fold, GoldenAgreement>>;
  /** Each author's answers, and all of them under the name `all`: judged by what was learned from the other authors. */
  readonly authors: readonly AuthorAgreement[];
  readonly blind: BlindCheck;
  readonly custom: CustomDimensionScores;
  readonly stability: readonly StabilityRow[];
  readonly monotonicity: MonotonicityScores;
  /** Null where the folder was not given. */
  readonly shortAnswers: ShortAnswerScores | null;
  readonly similarity: readonly SimilarityScore[] | null;
  readonly resumes: ResumeScores | null;
}

const FOLDS = ['question', 'dimension', 'author'] as const;

const unseenOf = (line: GoldenLine, author: string): Unseen => ({
  lang: line.lang,
  question: line.question.text,
  dimension: line.dimension,
  author,
});

const FIRST_AUTHOR = 'golden';
const titles: Readonly<Partial<Record<Author['learned'], (name: string) => string>>> = {
  none: (name) => `${name} (never learned from)`,
  stories: (name) => `${name} (stories retold to several questions)`,
};

/** Every author but the first, whose clean ladders have figures of their own; the halves of an author that is learned from in part apart. */
const judgeAuthors = async (embedder: StaticEmbedder): Promise<AuthorAgreement[]> => {
  const find = heldOutScorers('author', embedder);
  const found: AuthorAgreement[] = [];
  const learned: ScoredLine[] = [];
  for (const { name, learned: share } of authors) {
    if (name === FIRST_AUTHOR) continue;
    const scored: ScoredLine[] = [];
    for (const item of authoredLines(name)) {
      const result = await find(unseenOf(item.line, name)).score(goldenRequest(item.line));
      scored.push({ item, score: result.score });
    }
    if (scored.length === 0) continue;
    found.push(authorAgreement(titles[share]?.(name) ?? name, scored));
    if (share === 'half' || share === 'stories') {
      const kept = scored.filter(({ item }) => !item.isLearned);
      found.push(authorAgreement(`${name}, kept half (never learned from)`, kept));
    }
    if (share === 'all' || share === 'half') learned.push(...scored);
  }
  return [...found, authorAgreement('all but the never learned from and the retold', learned)];
};

/** Runs every measurement; `data` holds golden-dev, sas-zh, sts-zh and resumes-dev where they are at hand. */
export const measure = async (data?: string): Promise<Measured> => {
  const at = (name: string): string | null => {
    const folder = data === undefined ? null : join(data, name);
    return folder !== null && existsSync(folder) ? folder : null;
  };
  const golden = at('golden-dev') ?? undefined;
  const lines = goldenLines(golden);
  const ratings = goldenRatings(golden);
  const scorer = await createScorer(loadEmbedder);
  const embedder = await loadEmbedder();
  const scorersOf = (fold: Fold) => {
    const find = heldOutScorers(fold, embedder);
    return (line: GoldenLine) => find(unseenOf(line, FIRST_AUTHOR));
  };
  const heldOut = await Promise.all(
    FOLDS.map(
      async (fold) => [fold, goldenAgreement(await judgeGolden(lines, ratings, scorersOf(fold)))] as const,
    ),
  );
  return {
    scorerVersion: scorer.identity.version,
    golden: goldenAgreement(await judgeGolden(lines, ratings, () => scorer)),
    heldOut: Object.fromEntries(heldOut) as Record<Fold, GoldenAgreement>,
    authors: await judgeAuthors(embedder),
    blind: await checkBlind(scorer),
    custom: await evaluateCustomDimensions(lines, ratings, scorersOf('dimension')),
    stability: [...(await stabilityRows(scorer, lines)), await bothLanguagesRow(scorer)],
    monotonicity: evaluateMonotonicity(),
    shortAnswers: at('sas-zh') === null ? null : await evaluateShortAnswers(data ?? '', scorer),
    similarity: at('sts-zh') === null ? null : await evaluateSimilarity(data ?? '', embedder),
    resumes: await scoreResumes(at('resumes-dev') ?? 'test/fixtures/resumes'),
  };
};
