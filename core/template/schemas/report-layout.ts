import { type Static, Type } from '@sinclair/typebox';
import { DimensionCode } from './shared.ts';

/** The sections a report can show. `suggestion`, `limits` and `decision` can be moved but not removed. */
export const ReportSection = Type.Union([
  Type.Literal('suggestion'),
  Type.Literal('dimensions'),
  Type.Literal('points_to_verify'),
  Type.Literal('must_have'),
  Type.Literal('answers'),
  Type.Literal('strengths'),
  Type.Literal('human_ratings'),
  Type.Literal('decision'),
  Type.Literal('limits'),
]);
export type ReportSection = Static<typeof ReportSection>;

/** What an HR report shows, in which order, and which dimensions it puts first. */
export const ReportLayout = Type.Object(
  {
    sections: Type.Array(ReportSection, { minItems: 3, uniqueItems: true }),
    /** Dimensions shown first and marked, in this order. */
    emphasis: Type.Array(DimensionCode, { maxItems: 4, uniqueItems: true }),
    chart: Type.Union([Type.Literal('radar'), Type.Literal('bar')]),
  },
  { additionalProperties: false, $id: 'report-layout.json', title: 'Report layout' },
);
export type ReportLayout = Static<typeof ReportLayout>;
