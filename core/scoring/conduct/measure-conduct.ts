import type { StaticEmbedder } from '../../embedding/static-embedder.ts';
import type { ScoreRequest } from '../../ports/answer-scorer.ts';
import { aboutness } from '../analysers/aboutness.ts';
import { type DimensionModels, dimensionFit, fitShare } from '../analysers/dimension-fit.ts';
import { type IndicatorHit, indicatorsOf } from '../analysers/indicators.ts';
import { type Measures, measureReading, type Weigh } from '../analysers/measures.ts';
import type { Reading } from '../analysers/reading.ts';
import { lexicalRelevance } from '../analysers/relevance.ts';
import { substanceOf } from '../analysers/substance.ts';
import { wordingOf } from '../analysers/wording.ts';

/** What measuring conduct may use besides the request. */
export interface MeasuringResources {
  /** Tells what an answer is about; without it only shared words do. */
  readonly embedder?: StaticEmbedder;
  /** Replaces the learned wording, so that it can be measured on questions that it was not learned from. */
  readonly wording?: Weigh;
  /** Replaces what was learned about dimensions, for the same reason. */
  readonly dimensions?: DimensionModels;
}

/** What the judge of conduct may use besides the request. */
export interface ConductResources extends MeasuringResources {
  /** Version printed in every score. */
  readonly version: string;
}

/** What the gates are asked about an answer, and the indicators of its dimension found in it. */
export const measureConduct = (
  request: ScoreRequest,
  reading: Reading,
  resources: MeasuringResources,
): { readonly hits: readonly IndicatorHit[]; readonly measures: Measures } => {
  const { type } = request.question;
  const { isProfessedAt, reading: told } = substanceOf(reading);
  // Who only says how careful they are has not shown it; motives are told, not shown.
  const hits = indicatorsOf(reading, request.dimension, type !== 'behavioural').filter(
    (hit) => type === 'introduction' || hit.polarity === 'negative' || !isProfessedAt(hit.span.start),
  );
  const spansOf = (polarity: 'positive' | 'negative') =>
    hits.filter((hit) => hit.polarity === polarity).map((hit) => hit.span);
  const { embedder } = resources;
  // Praise of teamwork around a story about a cat brings it no closer to the question, so the less telling part decides.
  const about =
    embedder === undefined
      ? 1
      : Math.min(
          ...[...new Set([reading, told])].map((part) => aboutness(request, part, hits.length, embedder)),
        );
  const positive = spansOf('positive');
  const fit =
    embedder === undefined
      ? 1
      : fitShare(dimensionFit(request, told.text, positive.length, embedder, resources.dimensions));
  const measures: Measures = {
    ...measureReading(
      reading,
      type,
      resources.wording ?? ((part, isImaginedTold) => wordingOf(part, isImaginedTold, embedder)),
    ),
    relevance: lexicalRelevance(request, reading),
    aboutness: { value: about, spans: [] },
    fit: { value: fit, spans: [] },
    indicators: { value: positive.length, spans: positive },
    contraIndicators: { value: spansOf('negative').length, spans: spansOf('negative') },
  };
  return { hits, measures };
};
