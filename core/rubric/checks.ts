import type { Dimension } from '../template/schemas/dimension.ts';
import { dimensionIn, type RubricDraft, rubricLimits } from './draft.ts';

/** Steps of the recipe for behaviour anchors that a dimension lacks (assessment handbook §1.6, steps 1–4). */
export type ValidationGap =
  | 'definition_missing'
  | 'anchors_missing'
  | 'anchors_vague'
  | 'anchors_repeated'
  | 'indicators_few'
  | 'examples_few';

/** What the editor says about a rubric. `block` stops publishing, `warn` does not. `row` is an index. */
export type RubricFinding =
  | { readonly kind: 'rows_min' | 'rows_max' | 'weights_sum'; readonly severity: 'block' }
  | { readonly kind: 'job_relatedness_missing'; readonly severity: 'block'; readonly row: number }
  | { readonly kind: 'dimension_unknown'; readonly severity: 'block'; readonly row: number }
  | { readonly kind: 'dimension_repeated'; readonly severity: 'block'; readonly row: number }
  | { readonly kind: 'weight_dominant'; readonly severity: 'warn'; readonly row: number }
  | {
      readonly kind: 'unvalidated';
      readonly severity: 'warn';
      readonly row: number;
      readonly gaps: readonly ValidationGap[];
    };

const dominantWeight = 50;
const enoughPositive = 6;
const enoughNegative = 3;
const enoughExamples = 2;

/** Words that praise or blame without saying what is done, with the adverbs and nouns they go with. */
const judgementZh =
  /非常|十分|比较|特别|极其|相当|很|较|不太|不够|表现|能力|态度|水平|意识|积极|优秀|良好|一般|出色|突出|合格|不错|主动|认真|负责|到位|好|差|强|弱|高|低|的|地/gu;
const judgementEn =
  /\b(?:very|quite|fairly|not|performance|performs?|ability|attitude|level|excellent|outstanding|good|great|average|poor|bad|strong|weak|positive|proactive|high|low|is|has|and|with|an?|the|well|below|above)\b/giu;

/** Whether an anchor names nothing that can be observed: nothing is left of it without words of judgement. */
export function isVagueAnchor(text: string): boolean {
  const left = text.replace(judgementZh, '').replace(judgementEn, '');
  return left.replace(/[\p{P}\p{S}\s]/gu, '').length < 4;
}

/** Which steps of the recipe a dimension lacks. Empty: it carries no 未验证 badge. */
export function validationGaps(dimension: Dimension): ValidationGap[] {
  const gaps: ValidationGap[] = [];
  const anchors = dimension.anchors.map((anchor) => (anchor.zh.trim() !== '' ? anchor.zh : anchor.en).trim());
  const written = anchors.filter((anchor) => anchor !== '');
  const count = (polarity: 'positive' | 'negative') =>
    dimension.indicators.filter((indicator) => indicator.polarity === polarity).length;
  if (dimension.definition.zh.trim() === '' && dimension.definition.en.trim() === '')
    gaps.push('definition_missing');
  if (anchors.length !== 5 || written.length < 5) gaps.push('anchors_missing');
  if (written.some(isVagueAnchor)) gaps.push('anchors_vague');
  if (new Set(written).size < written.length) gaps.push('anchors_repeated');
  if (count('positive') < enoughPositive || count('negative') < enoughNegative) gaps.push('indicators_few');
  const { exemplars } = dimension;
  if ([exemplars['1'], exemplars['3'], exemplars['5']].some((level) => level.length < enoughExamples)) {
    gaps.push('examples_few');
  }
  return gaps;
}

/** Everything the editor has to say about a draft, most serious first, then by row. */
export function checkRubric(draft: RubricDraft, shipped: readonly Dimension[]): RubricFinding[] {
  const { rows } = draft;
  const findings: RubricFinding[] = [];
  if (rows.length < rubricLimits.minRows) findings.push({ kind: 'rows_min', severity: 'block' });
  if (rows.length > rubricLimits.maxRows) findings.push({ kind: 'rows_max', severity: 'block' });
  const sum = rows.reduce((total, row) => total + row.weight, 0);
  if (rows.length > 0 && sum !== rubricLimits.total)
    findings.push({ kind: 'weights_sum', severity: 'block' });
  const warnings: RubricFinding[] = [];
  for (const [row, { dimension: code, weight, jobRelatedness }] of rows.entries()) {
    const dimension = dimensionIn(draft, shipped, code);
    if (rows.findIndex((other) => other.dimension === code) < row) {
      findings.push({ kind: 'dimension_repeated', severity: 'block', row });
    }
    if (dimension === undefined) findings.push({ kind: 'dimension_unknown', severity: 'block', row });
    if (jobRelatedness.zh.trim() === '' && jobRelatedness.en.trim() === '') {
      findings.push({ kind: 'job_relatedness_missing', severity: 'block', row });
    }
    if (weight > dominantWeight && rows.length > 1) {
      warnings.push({ kind: 'weight_dominant', severity: 'warn', row });
    }
    const gaps = dimension ? validationGaps(dimension) : [];
    if (gaps.length > 0) warnings.push({ kind: 'unvalidated', severity: 'warn', row, gaps });
  }
  return [...findings, ...warnings];
}
