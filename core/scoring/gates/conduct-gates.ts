import type { Gate, GateTable, Need } from './gate.ts';

/**
 * Gates of answers about conduct (assessment §2.4). They differ from the handbook's counts in two ways, both measured:
 * degrees instead of counts, so that one misheard word never costs a whole level, and a share of learned wording
 * (`wording2`–`wording5`), which finds what no list foresaw. Weights were searched for on rated answers and rounded; signs and
 * least weights are given, not learned: blame can only lower, results only raise; the share of counts against wording and the width of
 * each gate were searched for with a sixth of the dimensions kept out at a time, and averaged. `npm run evaluate` measures them with the
 * question, the dimension or the author kept out of the learned wording.
 */
const ACTION: Need = {
  measure: 'actions',
  enough: 6,
  missing: 'A',
  name: 'need_action',
};
const DETAIL: Need = {
  measure: 'kinds',
  enough: 4,
  missing: 'specifics',
  name: 'need_detail',
};
const DIFFICULTY: Need = {
  measure: 'complexity',
  enough: 6,
  missing: 'why',
  name: 'need_difficulty',
};
const RESULT: Need = {
  measure: 'outcome',
  enough: 2,
  missing: 'R',
  name: 'need_result',
};
const CHANGE: Need = {
  measure: 'change',
  enough: 2,
  missing: 'R',
  name: 'need_change',
};
const LASTING: Need = {
  measure: 'reach',
  enough: 5,
  missing: 'follow_up',
  name: 'need_lasting',
};

const conduct = (type: string): Gate => ({
  id: `${type}.2.conduct`,
  level: 2,
  terms: [
    { measure: 'actions', weight: 0.08 / 8, cap: 8 },
    { measure: 'complexity', weight: 0.04 / 8, cap: 8 },
    { measure: 'outcome', weight: 0.03 / 4, cap: 4 },
    { measure: 'indicators', weight: 0.11 / 5, cap: 5 },
    { measure: 'kinds', weight: 0.03 / 5, cap: 5 },
    { measure: 'upheld', weight: 0.04 / 3, cap: 3 },
    { measure: 'counter', weight: -0.43 / 4, cap: 4 },
    { measure: 'dishonest', weight: -0.7, cap: 1 },
    { measure: 'contraIndicators', weight: -0.53 / 3, cap: 3 },
    { measure: 'wording2', weight: 0.53 },
  ],
  from: -0.09,
  to: 0.41,
  missing: ['A'],
  reason: 'gate_no_conduct',
  seen: { measures: ['counter', 'contraIndicators', 'dishonest'], from: 1, reason: 'gate_conduct' },
});

const concrete = (type: string): Gate => ({
  id: `${type}.3.concrete`,
  level: 3,
  terms: [
    { measure: 'actions', weight: 0.16 / 8, cap: 8 },
    { measure: 'complexity', weight: 0.03 / 8, cap: 8 },
    { measure: 'kinds', weight: 0.06 / 5, cap: 5 },
    { measure: 'indicators', weight: 0.16 / 5, cap: 5 },
    { measure: 'reflection', weight: 0.06 / 2, cap: 2 },
    { measure: 'passive', weight: -0.15 / 3, cap: 3 },
    { measure: 'claims', weight: -0.34 / 4, cap: 4 },
    { measure: 'professed', weight: -0.18 / 4, cap: 4 },
    { measure: 'counter', weight: -0.27 / 4, cap: 4 },
    { measure: 'dishonest', weight: -0.1, cap: 1 },
    { measure: 'contraIndicators', weight: -0.23 / 3, cap: 3 },
    { measure: 'wording3', weight: 0.82 },
  ],
  from: 0.26,
  to: 0.76,
  missing: ['A', 'specifics'],
  reason: 'gate_concrete',
  needs: [ACTION, DETAIL],
});

const about = (type: string): Gate => ({
  id: `${type}.3.about`,
  level: 3,
  terms: [{ measure: 'aboutness', weight: 1 }],
  from: 0,
  to: 1,
  missing: ['relevance'],
  reason: 'gate_about',
});

/** A good story about something else is no evidence for the dimension that was asked for, however well it is told. */
const fits =
  (level: 2 | 3 | 4, from: number, to: number) =>
  (type: string): Gate => ({
    id: `${type}.${level}.fits`,
    level,
    terms: [{ measure: 'fit', weight: 1 }],
    from,
    to,
    missing: ['relevance'],
    reason: 'gate_fits',
  });

const honest = (type: string): Gate => ({
  id: `${type}.3.honest`,
  level: 3,
  terms: [{ measure: 'dishonest', weight: -1 }],
  from: -1,
  to: 0,
  missing: [],
  reason: 'gate_honest',
});

const ownAction = (type: string): Gate => ({
  id: `${type}.3.own-action`,
  level: 3,
  terms: [
    { measure: 'actions', weight: 1, cap: 3 },
    { measure: 'ledByOthers', weight: -4 },
  ],
  from: 0,
  to: 2.5,
  missing: ['A'],
  reason: 'gate_own_action',
  needs: [ACTION],
});

const told = (type: string): Gate => ({
  id: `${type}.3.told`,
  level: 3,
  terms: [{ measure: 'hypothetical', weight: -1 }],
  from: -0.34,
  to: 0,
  missing: ['A'],
  reason: 'gate_told',
});

const complexity = (type: string): Gate => ({
  id: `${type}.4.complexity`,
  level: 4,
  terms: [
    { measure: 'complexity', weight: 0.12 / 8, cap: 8 },
    { measure: 'actions', weight: 0.15 / 8, cap: 8 },
    { measure: 'upheld', weight: 0.03 / 3, cap: 3 },
    { measure: 'reach', weight: 0.07 / 6, cap: 6 },
    { measure: 'kinds', weight: 0.08 / 5, cap: 5 },
    { measure: 'figures', weight: 0.06 / 8, cap: 8 },
    { measure: 'claims', weight: -0.22 / 4, cap: 4 },
    { measure: 'passive', weight: -0.11 / 3, cap: 3 },
    { measure: 'counter', weight: -0.11 / 4, cap: 4 },
    { measure: 'contraIndicators', weight: -0.05 / 3, cap: 3 },
    { measure: 'wording4', weight: 1.02 },
  ],
  from: 0.48,
  to: 0.98,
  missing: ['why'],
  reason: 'gate_complexity',
  seen: { measures: ['complexity'], from: 2, reason: 'gate_complexity_thin' },
  needs: [DIFFICULTY, ACTION, DETAIL],
});

const outcome = (type: string): Gate => ({
  id: `${type}.4.outcome`,
  level: 4,
  terms: [
    { measure: 'change', weight: 1 },
    { measure: 'outcome', weight: 0.6 },
    { measure: 'reach', weight: 0.3 },
    { measure: 'figures', weight: 0.1 },
  ],
  from: -0.9,
  to: 0.9,
  missing: ['R'],
  reason: 'gate_outcome',
  needs: [RESULT],
});

const lasting = (type: string): Gate => ({
  id: `${type}.5.lasting`,
  level: 5,
  terms: [
    { measure: 'reach', weight: 0.31 / 6, cap: 6 },
    { measure: 'change', weight: 0.18 / 3, cap: 3 },
    { measure: 'complexity', weight: 0.07 / 8, cap: 8 },
    { measure: 'indicators', weight: 0.19 / 5, cap: 5 },
    { measure: 'upheld', weight: 0.06 / 3, cap: 3 },
    { measure: 'figures', weight: 0.03 / 8, cap: 8 },
    { measure: 'claims', weight: -0.17 / 4, cap: 4 },
    { measure: 'passive', weight: -0.08 / 3, cap: 3 },
    { measure: 'counter', weight: -0.06 / 4, cap: 4 },
    { measure: 'wording5', weight: 0.7 },
  ],
  from: 0.39,
  to: 0.89,
  missing: ['R'],
  reason: 'gate_lasting',
  seen: { measures: ['reach'], from: 1, reason: 'gate_lasting_thin' },
  needs: [LASTING, CHANGE],
});

const measured = (type: string): Gate => ({
  id: `${type}.5.measured`,
  level: 5,
  terms: [
    { measure: 'change', weight: 1 },
    { measure: 'outcome', weight: 0.6 },
  ],
  from: -0.5,
  to: 0.9,
  missing: ['R', 'specifics'],
  reason: 'gate_measured',
  seen: { measures: ['change'], from: 1, reason: 'gate_measured_thin' },
  needs: [CHANGE],
});

/** Questions about past behaviour: imagined conduct does not count, the outcome must be told. */
export const behaviouralGates: GateTable = [
  conduct,
  concrete,
  about,
  fits(2, -0.3, 0.5),
  fits(3, 0.1, 0.8),
  fits(4, 0.2, 1),
  honest,
  told,
  ownAction,
  complexity,
  outcome,
  lasting,
  measured,
].map((gate) => gate('behavioural'));

/** Situational questions: imagined conduct counts, an outcome cannot be asked for below level 5. */
export const situationalGates: GateTable = [
  conduct,
  concrete,
  about,
  fits(2, -0.3, 0.5),
  fits(3, 0.1, 0.8),
  fits(4, 0.2, 1),
  honest,
  ownAction,
  complexity,
  lasting,
].map((gate) => gate('situational'));

/** Introductions and motives: past conduct and plans both count. */
export const introductionGates: GateTable = [
  conduct,
  concrete,
  about,
  fits(2, -0.3, 0.5),
  fits(3, 0.1, 0.8),
  fits(4, 0.2, 1),
  honest,
  ownAction,
  complexity,
  lasting,
].map((gate) => gate('introduction'));
