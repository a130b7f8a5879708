import type { Dimension } from '../template/schemas/dimension.ts';
import type { LocalizedText } from '../template/schemas/shared.ts';
import { type RubricDraft, type RubricRow, rubricLimits } from './draft.ts';
import { heaviestWeight, lightestWeight, rebalance, type WeightRefusal } from './weights.ts';

/** A change to a rubric as data. `weights`, where present, are the exact weights of all rows after the change. */
export type RubricOperation =
  | {
      readonly kind: 'insert';
      readonly at: number;
      readonly dimension: string;
      readonly jobRelatedness?: LocalizedText;
    }
  | {
      readonly kind: 'put_row';
      readonly at: number;
      readonly row: RubricRow;
      readonly weights: readonly number[];
    }
  | { readonly kind: 'remove'; readonly at: number; readonly weights?: readonly number[] }
  | { readonly kind: 'move'; readonly from: number; readonly to: number }
  | { readonly kind: 'set_weight'; readonly at: number; readonly weight: number }
  | { readonly kind: 'set_weights'; readonly weights: readonly number[] }
  | { readonly kind: 'set_locked'; readonly at: number; readonly locked: boolean }
  | { readonly kind: 'set_job_relatedness'; readonly at: number; readonly text: LocalizedText }
  | { readonly kind: 'put_dimension'; readonly dimension: Dimension; readonly at?: number }
  | { readonly kind: 'drop_dimension'; readonly code: string }
  | { readonly kind: 'all'; readonly operations: readonly RubricOperation[] };

/** Why an operation does nothing. */
export type RubricRefusal =
  | WeightRefusal
  | 'rows_max'
  | 'already_there'
  | 'no_such_row'
  | 'row_locked'
  | 'bad_weights'
  | 'no_such_dimension'
  | 'unchanged';

/** The draft after an operation and the operation that takes it back; or why it was refused. */
export type RubricOutcome =
  | { readonly ok: true; readonly draft: RubricDraft; readonly inverse: RubricOperation }
  | { readonly ok: false; readonly refusal: RubricRefusal };

type Kind = RubricOperation['kind'];
type Of<K extends Kind> = Extract<RubricOperation, { readonly kind: K }>;

const refuse = (refusal: RubricRefusal): RubricOutcome => ({ ok: false, refusal });
const done = (draft: RubricDraft, inverse: RubricOperation): RubricOutcome => ({ ok: true, draft, inverse });
const weightsOf = (rows: readonly RubricRow[]): number[] => rows.map((row) => row.weight);
const isIndex = (at: number, length: number): boolean => Number.isInteger(at) && at >= 0 && at < length;

function inserted<Item>(items: readonly Item[], at: number, item: Item): Item[] {
  return [...items.slice(0, at), item, ...items.slice(at)];
}

function without<Item>(items: readonly Item[], at: number): Item[] {
  return items.filter((_, index) => index !== at);
}

function withWeights(rows: readonly RubricRow[], weights: readonly number[]): readonly RubricRow[] | null {
  const whole = weights.every((weight) => Number.isInteger(weight) && weight >= 1);
  const sum = weights.reduce((a, b) => a + b, 0);
  if (!whole || weights.length !== rows.length || (rows.length > 0 && sum !== rubricLimits.total))
    return null;
  return rows.map((row, index) => ({ ...row, weight: weights[index] ?? row.weight }));
}

function insert(draft: RubricDraft, operation: Of<'insert'>): RubricOutcome {
  const { rows } = draft;
  if (rows.length >= rubricLimits.maxRows) return refuse('rows_max');
  if (rows.some((row) => row.dimension === operation.dimension)) return refuse('already_there');
  const at = Math.min(Math.max(0, Math.trunc(operation.at)), rows.length);
  const free = rows.filter((row) => !row.locked).length;
  const room = rubricLimits.total - rows.reduce((sum, row) => sum + (row.locked ? row.weight : 0), 0);
  if (rows.length > 0 && free === 0) return refuse('others_locked');
  if (room < free + 1) return refuse('no_room');
  const fair = Math.round(rubricLimits.total / (rows.length + 1));
  const row: RubricRow = {
    dimension: operation.dimension,
    weight: Math.min(Math.max(1, fair), room - free),
    locked: false,
    jobRelatedness: operation.jobRelatedness ?? { zh: '', en: '' },
  };
  const next = rebalance(inserted(rows, at, row), at);
  if (typeof next === 'string') return refuse(next);
  return done({ ...draft, rows: next }, { kind: 'remove', at, weights: weightsOf(rows) });
}

function putRow(draft: RubricDraft, operation: Of<'put_row'>): RubricOutcome {
  const { rows } = draft;
  if (rows.length >= rubricLimits.maxRows) return refuse('rows_max');
  if (rows.some((row) => row.dimension === operation.row.dimension)) return refuse('already_there');
  if (!isIndex(operation.at, rows.length + 1)) return refuse('no_such_row');
  const next = withWeights(inserted(rows, operation.at, operation.row), operation.weights);
  if (next === null) return refuse('bad_weights');
  return done({ ...draft, rows: next }, { kind: 'remove', at: operation.at, weights: weightsOf(rows) });
}

function remove(draft: RubricDraft, operation: Of<'remove'>): RubricOutcome {
  const { rows } = draft;
  const row = rows[operation.at];
  if (row === undefined) return refuse('no_such_row');
  const rest = without(rows, operation.at);
  const next = operation.weights ? withWeights(rest, operation.weights) : rebalance(rest);
  if (next === null) return refuse('bad_weights');
  if (typeof next === 'string') return refuse(next);
  return done({ ...draft, rows: next }, { kind: 'put_row', at: operation.at, row, weights: weightsOf(rows) });
}

function move(draft: RubricDraft, { from, to }: Of<'move'>): RubricOutcome {
  const row = draft.rows[from];
  if (row === undefined || !isIndex(to, draft.rows.length)) return refuse('no_such_row');
  if (from === to) return refuse('unchanged');
  const rows = inserted(without(draft.rows, from), to, row);
  return done({ ...draft, rows }, { kind: 'move', from: to, to: from });
}

function setWeight(draft: RubricDraft, operation: Of<'set_weight'>): RubricOutcome {
  const { rows } = draft;
  const { at } = operation;
  const row = rows[at];
  if (row === undefined) return refuse('no_such_row');
  if (row.locked) return refuse('row_locked');
  const most = heaviestWeight(rows, at);
  const least = lightestWeight(rows, at);
  if (most === least && operation.weight !== row.weight) return refuse('others_locked');
  const weight = Math.min(Math.max(least, Math.round(operation.weight)), most);
  if (!Number.isFinite(weight) || weight === row.weight) return refuse('unchanged');
  const next = rebalance(
    rows.map((one, index) => (index === at ? { ...one, weight } : one)),
    at,
  );
  if (typeof next === 'string') return refuse(next);
  return done({ ...draft, rows: next }, { kind: 'set_weights', weights: weightsOf(rows) });
}

function setWeights(draft: RubricDraft, { weights }: Of<'set_weights'>): RubricOutcome {
  const rows = withWeights(draft.rows, weights);
  if (rows === null) return refuse('bad_weights');
  if (rows.every((row, index) => row.weight === draft.rows[index]?.weight)) return refuse('unchanged');
  return done({ ...draft, rows }, { kind: 'set_weights', weights: weightsOf(draft.rows) });
}

function changeRow(draft: RubricDraft, at: number, patch: Partial<RubricRow>): RubricDraft {
  return { ...draft, rows: draft.rows.map((row, index) => (index === at ? { ...row, ...patch } : row)) };
}

function setLocked(draft: RubricDraft, { at, locked }: Of<'set_locked'>): RubricOutcome {
  const row = draft.rows[at];
  if (row === undefined) return refuse('no_such_row');
  if (row.locked === locked) return refuse('unchanged');
  return done(changeRow(draft, at, { locked }), { kind: 'set_locked', at, locked: row.locked });
}

function setJobRelatedness(draft: RubricDraft, { at, text }: Of<'set_job_relatedness'>): RubricOutcome {
  const row = draft.rows[at];
  if (row === undefined) return refuse('no_such_row');
  const before = row.jobRelatedness;
  if (before.zh === text.zh && before.en === text.en) return refuse('unchanged');
  return done(changeRow(draft, at, { jobRelatedness: text }), {
    kind: 'set_job_relatedness',
    at,
    text: before,
  });
}

function putDimension(draft: RubricDraft, operation: Of<'put_dimension'>): RubricOutcome {
  const { dimension } = operation;
  const { dimensions } = draft;
  const index = dimensions.findIndex((one) => one.code === dimension.code);
  const before = dimensions[index];
  if (before === undefined) {
    const at = Math.min(Math.max(0, operation.at ?? dimensions.length), dimensions.length);
    const next = { ...draft, dimensions: inserted(dimensions, at, dimension) };
    return done(next, { kind: 'drop_dimension', code: dimension.code });
  }
  const next = dimensions.map((one, position) => (position === index ? dimension : one));
  return done({ ...draft, dimensions: next }, { kind: 'put_dimension', dimension: before });
}

function dropDimension(draft: RubricDraft, { code }: Of<'drop_dimension'>): RubricOutcome {
  const at = draft.dimensions.findIndex((one) => one.code === code);
  const dimension = draft.dimensions[at];
  if (dimension === undefined) return refuse('no_such_dimension');
  const next = { ...draft, dimensions: without(draft.dimensions, at) };
  return done(next, { kind: 'put_dimension', dimension, at });
}

function all(draft: RubricDraft, { operations }: Of<'all'>): RubricOutcome {
  let current = draft;
  const inverses: RubricOperation[] = [];
  for (const operation of operations) {
    const outcome = applyRubricOperation(current, operation);
    if (!outcome.ok) return outcome;
    current = outcome.draft;
    inverses.unshift(outcome.inverse);
  }
  return inverses.length === 0 ? refuse('unchanged') : done(current, { kind: 'all', operations: inverses });
}

/**
 * Carries an operation out without changing the draft given. Whole-number weights sum to 100 after every operation that
 * is carried out on a draft where they did, and locked rows keep theirs. `all` is carried out wholly or not at all.
 */
export function applyRubricOperation(draft: RubricDraft, operation: RubricOperation): RubricOutcome {
  switch (operation.kind) {
    case 'insert':
      return insert(draft, operation);
    case 'put_row':
      return putRow(draft, operation);
    case 'remove':
      return remove(draft, operation);
    case 'move':
      return move(draft, operation);
    case 'set_weight':
      return setWeight(draft, operation);
    case 'set_weights':
      return setWeights(draft, operation);
    case 'set_locked':
      return setLocked(draft, operation);
    case 'set_job_relatedness':
      return setJobRelatedness(draft, operation);
    case 'put_dimension':
      return putDimension(draft, operation);
    case 'drop_dimension':
      return dropDimension(draft, operation);
    case 'all':
      return all(draft, operation);
  }
}
