import { SHIPPED_VECTORS } from '../embedding/shipped-vectors.ts';
import { aboutnessModel } from './analysers/aboutness.ts';
import { fitPlaces } from './analysers/dimension-fit.ts';
import { allLists } from './analysers/reading.ts';
import { contentName } from './content-name.ts';
import { behaviouralGates, introductionGates, situationalGates } from './gates/conduct-gates.ts';
import { codeGates, knowledgeGates } from './knowledge/knowledge-gates.ts';
import { dimensionTexts } from './lexicon/dimension-weights.ts';
import { enFrames } from './lexicon/en-frames.ts';
import { enDishonest, enHonest, zhDishonest, zhHonest } from './lexicon/honesty.ts';
import { enPlainWords, zhPlainWords } from './lexicon/plain-words.ts';
import { settingPoles } from './lexicon/settings.ts';
import {
  wordingDirections,
  wordingIntercepts,
  wordingOffsets,
  wordingScale,
  wordingWeights,
} from './lexicon/wording-weights.ts';
import { zhFrames } from './lexicon/zh-frames.ts';

/** Raised by hand when the arithmetic changes without any table: rules in code are no data that could be hashed. */
const RULES = 7;

let known: string | undefined;

/**
 * Name of everything that a score follows from: rules, gate tables, lexicons, learned wording and word vectors. Equal names give
 * equal scores on every runtime (design.md D9); any change of a table makes another name.
 */
export const scorerVersion = (): string => {
  known ??= `embedded-${RULES}-${contentName(
    JSON.stringify([
      [behaviouralGates, situationalGates, introductionGates, knowledgeGates, codeGates],
      [allLists, zhFrames, enFrames],
      [zhDishonest, zhHonest, enDishonest, enHonest],
      [wordingScale, wordingIntercepts, wordingWeights, wordingDirections, wordingOffsets],
      [zhPlainWords, enPlainWords],
      [aboutnessModel, settingPoles, dimensionTexts, fitPlaces],
      SHIPPED_VECTORS,
    ]),
  )}`;
  return known;
};
