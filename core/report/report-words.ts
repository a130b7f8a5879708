import type { DimensionRow, QuestionRow, ReportDocument } from './report-document.ts';

/** Keys of the words for evidence by what it supports; indicators and key points have no code of their own. */
export function supportsKey(supports: string) {
  switch (supports) {
    case 'S':
    case 'T':
    case 'A':
    case 'R':
    case 'negative':
    case 'lead':
    case 'key':
      return `reports.supports_${supports}` as const;
    default:
      return supports.startsWith('key')
        ? ('reports.supports_key' as const)
        : ('reports.supports_other' as const);
  }
}

/** Confidence in words: finer figures would promise what they do not hold. */
export const confidenceKey = (confidence: number) =>
  confidence >= 0.6
    ? ('reports.confidence_high' as const)
    : confidence >= 0.35
      ? ('reports.confidence_mid' as const)
      : ('reports.confidence_low' as const);

/** The key that says which way the report was made. */
export function modeKey({ result, interview }: Pick<ReportDocument, 'result' | 'interview'>) {
  if (!interview.aiScoring) return 'reports.mode_human' as const;
  return result?.scorers.some(({ kind }) => kind === 'llm')
    ? ('reports.mode_llm' as const)
    : ('reports.mode_embedded' as const);
}

/** The key of an experience band. */
export const experienceKey = (band: ReportDocument['interview']['experience']) =>
  (
    ({
      graduate: 'reports.exp_graduate',
      '1-3': 'reports.exp_1_3',
      '3-5': 'reports.exp_3_5',
      '5+': 'reports.exp_5',
    }) as const
  )[band];

/** Dimensions with the emphasised ones first, in the order of the layout. */
export function inEmphasis(document: Pick<ReportDocument, 'dimensions' | 'layout'>): readonly DimensionRow[] {
  const place = (code: string) => {
    const at = document.layout.emphasis.indexOf(code);
    return at < 0 ? document.layout.emphasis.length : at;
  };
  return [...document.dimensions].sort((a, b) => place(a.code) - place(b.code));
}

/**
 * What a dimension's reason speaks of where the level alone would contradict it: one question of several, or the
 * machine's judgement beside people's. Null where the reason is the level's own.
 */
export function whySource(
  document: Pick<ReportDocument, 'questions'>,
  row: DimensionRow,
): { readonly key: 'reports.why_question' | 'reports.why_machine'; readonly number: number } | null {
  const number = document.questions.findIndex(({ id }) => id === row.whyQuestionId) + 1;
  if (row.why === null || number === 0) return null;
  if (row.parts.some(({ kind }) => kind === 'human')) return { key: 'reports.why_machine', number };
  const asked = document.questions.filter(({ dimensions }) => dimensions.includes(row.code));
  return asked.length > 1 ? { key: 'reports.why_question', number } : null;
}

/** Level 4 and above. */
export const strengthsOf = (rows: readonly DimensionRow[]) => rows.filter(({ level }) => (level ?? 0) >= 4);

/** Below level 3, which is what the job needs. */
export const gapsOf = (rows: readonly DimensionRow[]) =>
  rows.filter(({ level }) => level !== null && level < 3);

/** A stretch of an answer: plain, or evidence for one or more dimensions. */
export interface Stretch {
  readonly text: string;
  readonly evidence: QuestionRow['evidence'];
}

/** Cuts an answer at the edges of its evidence, so that overlapping spans each keep their words. */
export function stretches(text: string, evidence: QuestionRow['evidence']): readonly Stretch[] {
  const edges = [...new Set([0, text.length, ...evidence.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  const parts: Stretch[] = [];
  for (const [i, from] of edges.entries()) {
    const to = edges[i + 1];
    if (to === undefined) break;
    const over = evidence.filter(({ start, end }) => start <= from && end >= to);
    parts.push({ text: text.slice(from, to), evidence: over });
  }
  return parts;
}

/** The evidence of one answer for one dimension, by what it supports. */
export interface EvidenceGroup {
  readonly dimension: string;
  readonly kinds: readonly {
    readonly key: ReturnType<typeof supportsKey>;
    readonly items: QuestionRow['evidence'];
  }[];
}

type Item = QuestionRow['evidence'][number];

const holds = (outer: Item, inner: Item): boolean =>
  outer !== inner &&
  outer.turnId === inner.turnId &&
  outer.start <= inner.start &&
  outer.end >= inner.end &&
  outer.end - outer.start > inner.end - inner.start;

/** Drops repeats and quotes that stand inside a longer one, so that a reader sees each stretch of words once. */
function distinct(items: readonly Item[]): Item[] {
  const once = new Map(items.map((item) => [`${item.turnId}:${item.start}-${item.end}`, item]));
  return [...once.values()]
    .filter((item) => !items.some((other) => holds(other, item)))
    .sort((a, b) => (a.turnId === b.turnId ? a.start - b.start : a.turnId < b.turnId ? -1 : 1));
}

/** Groups an answer's evidence for reading: by dimension, then by what it supports. */
export function groupEvidence({ dimensions, evidence }: QuestionRow): readonly EvidenceGroup[] {
  return dimensions.flatMap((dimension) => {
    const own = evidence.filter((item) => item.dimension === dimension);
    const byKey = new Map<EvidenceGroup['kinds'][number]['key'], Item[]>();
    for (const item of own) {
      const key = supportsKey(item.supports);
      byKey.set(key, [...(byKey.get(key) ?? []), item]);
    }
    const kinds = [...byKey].map(([key, items]) => ({ key, items: distinct(items) }));
    return kinds.length === 0 ? [] : [{ dimension, kinds }];
  });
}

const codesOf = ({ evidence }: Stretch): string =>
  [...new Set(evidence.map(({ dimension }) => dimension))].sort().join('|');

/** Stretches for showing: neighbours that speak for the same dimensions become one. */
export function markedStretches(text: string, evidence: QuestionRow['evidence']): readonly Stretch[] {
  const merged: Stretch[] = [];
  for (const part of stretches(text, evidence)) {
    const last = merged[merged.length - 1];
    if (last && codesOf(last) === codesOf(part)) {
      const both = [...new Set([...last.evidence, ...part.evidence])];
      merged[merged.length - 1] = { text: last.text + part.text, evidence: both };
    } else merged.push(part);
  }
  return merged;
}
