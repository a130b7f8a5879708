import { type Static, Type } from '@sinclair/typebox';
import { Id, Nullable, Time } from './shared.ts';

const Share = Type.Number({ minimum: 0, maximum: 1 });

const Agreement = Type.Object({
  pairs: Type.Integer(),
  qwk: Type.Number({ description: 'Quadratic weighted kappa on whole levels' }),
  exact: Share,
  adjacent: Share,
});

const Bias = Type.Object({
  difference: Type.Number({ description: 'Mean difference in levels; above 0 is lenient' }),
  meanAbsoluteError: Type.Number(),
  correlation: Nullable(Type.Number()),
  spread: Nullable(Type.Number({ description: 'Below 1: the ends of the scale are used less' })),
});

const Comparison = Type.Object({ agreement: Agreement, bias: Bias });
const Words = Type.Object({ zh: Type.String(), en: Type.String() });

const MapView = Type.Object({
  version: Type.String(),
  family: Type.String(),
  scorerVersion: Type.String(),
  method: Type.Union([Type.Literal('isotonic'), Type.Literal('linear'), Type.Literal('identity')]),
  ratings: Type.Integer(),
  corners: Type.Array(Type.Tuple([Type.Number(), Type.Number()])),
});

export const ProposalView = Type.Object({
  map: MapView,
  errorNow: Type.Number({ description: 'Mean distance to people’s scores in levels' }),
  errorThen: Type.Number({ description: 'The same on interviews that the map was not fitted on' }),
  adoptable: Type.Boolean(),
});
export type ProposalView = Static<typeof ProposalView>;

export const CalibrationView = Type.Object({
  id: Id,
  map: MapView,
  adoptedAt: Time,
  adoptedBy: Nullable(Type.String()),
  retiredAt: Nullable(Time),
  retiredBy: Nullable(Type.String()),
});
export type CalibrationView = Static<typeof CalibrationView>;

/** Figures of rating quality: people with each other, people with the scorer, decisions with suggestions. */
export const QualityView = Type.Object({
  interviews: Type.Integer(),
  interviewsMeasured: Type.Integer({ description: 'At most this many of the newest are measured' }),
  pairsForTrust: Type.Integer(),
  ratingsForCalibration: Type.Integer(),
  ratingsForRecheck: Type.Integer(),
  raters: Type.Array(
    Type.Object({
      raterId: Id,
      name: Nullable(Type.String()),
      rated: Type.Integer(),
      blind: Type.Integer(),
      people: Nullable(Comparison),
      machine: Nullable(Comparison),
      practice: Nullable(Type.Object({ finishedAt: Time, qwk: Type.Number(), difference: Type.Number() })),
    }),
  ),
  pairs: Type.Array(
    Type.Object({
      names: Type.Tuple([Nullable(Type.String()), Nullable(Type.String())]),
      agreement: Agreement,
      single: Type.Number({ description: 'ICC(2,1)' }),
      average: Type.Number({ description: 'ICC(2,k)' }),
    }),
  ),
  scorers: Type.Array(
    Type.Object({ scorerVersion: Type.String(), family: Type.String(), comparison: Comparison }),
  ),
  secondRater: Type.Array(
    Type.Object({
      applicationId: Id,
      candidateName: Nullable(Type.String()),
      dimensions: Type.Array(Words),
    }),
  ),
  decisions: Type.Object({
    decisions: Type.Integer(),
    overrides: Type.Integer(),
    blindAuditAdvised: Type.Boolean(),
  }),
  proposals: Type.Array(ProposalView),
  calibrations: Type.Array(CalibrationView),
});
export type QualityView = Static<typeof QualityView>;

export const AdoptBody = Type.Object(
  { version: Type.String({ minLength: 4, maxLength: 80, description: 'Version of the proposed map' }) },
  { additionalProperties: false },
);

/** A practice; the levels the answers were written for come only after handing it in. */
export const PracticeView = Type.Object({
  id: Id,
  startedAt: Time,
  finishedAt: Nullable(Time),
  items: Type.Array(
    Type.Object({
      dimension: Words,
      definition: Words,
      anchors: Type.Array(Words),
      text: Type.String(),
      given: Nullable(Type.Integer()),
      written: Nullable(Type.Integer({ description: 'The level the answer was written for' })),
    }),
  ),
  result: Nullable(Comparison),
});
export type PracticeView = Static<typeof PracticeView>;

export const PracticeBody = Type.Object(
  {
    levels: Type.Array(Type.Integer({ minimum: 1, maximum: 5 }), {
      minItems: 1,
      maxItems: 12,
      description: 'One level for each sample answer, in their order',
    }),
  },
  { additionalProperties: false },
);
