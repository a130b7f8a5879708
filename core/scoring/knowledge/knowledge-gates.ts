import type { GateTable } from '../gates/gate.ts';

/** What the knowledge and code gates look at, beside the measures of every answer. */
export type KnowledgeMeasure =
  | 'coverage'
  | 'aboutness'
  | 'recital'
  | 'actions'
  | 'kinds'
  | 'situation'
  | 'complexity'
  | 'outcome'
  | 'change'
  | 'reach'
  | 'counter'
  | 'structure'
  | 'reasons'
  | 'complexityStated'
  | 'code'
  | 'claims'
  | 'contraIndicators'
  | 'wording2'
  | 'wording3'
  | 'wording4'
  | 'wording5';

/**
 * Knowledge questions with key points but without a reference answer (assessment §2.4 KN and the anchors of TECH):
 * 2 recites, 3 can do it, 4 explains and handles exceptions, 5 has applied it with a lasting result. Points say what must be known; how
 * it is told says whether it comes from doing. Weights were fitted to rated answers with whole authors left out, signs were given.
 */
export const knowledgeGates: GateTable<KnowledgeMeasure> = [
  {
    id: 'knowledge.2.said',
    level: 2,
    terms: [
      { measure: 'coverage', weight: 5 },
      { measure: 'actions', weight: 0.5 },
      { measure: 'kinds', weight: 0.3 },
      { measure: 'complexity', weight: 0.3 },
      { measure: 'recital', weight: 0.5 },
    ],
    from: 0,
    to: 0.6,
    missing: ['relevance'],
    reason: 'gate_basics',
  },
  {
    id: 'knowledge.2.basics',
    level: 2,
    terms: [
      { measure: 'coverage', weight: 0.22 },
      { measure: 'actions', weight: 0.17 / 8, cap: 8 },
      { measure: 'situation', weight: 0.02 / 2, cap: 2 },
      { measure: 'counter', weight: -0.59 / 3, cap: 3 },
      { measure: 'contraIndicators', weight: -0.27 / 2, cap: 2 },
      { measure: 'wording2', weight: 0.41 },
    ],
    from: -0.16,
    to: 0.4,
    missing: ['relevance'],
    reason: 'gate_basics',
  },
  {
    id: 'knowledge.3.practice',
    level: 3,
    terms: [
      { measure: 'coverage', weight: 0.54 },
      { measure: 'actions', weight: 0.2 / 8, cap: 8 },
      { measure: 'situation', weight: 0.08 / 2, cap: 2 },
      { measure: 'recital', weight: -0.4 / 3, cap: 3 },
      { measure: 'counter', weight: -0.44 / 3, cap: 3 },
      { measure: 'contraIndicators', weight: -0.16 / 2, cap: 2 },
      { measure: 'claims', weight: -0.08 / 3, cap: 3 },
      { measure: 'wording3', weight: 0.47 },
    ],
    from: 0.11,
    to: 0.67,
    missing: ['A', 'specifics'],
    reason: 'gate_practice',
  },
  {
    id: 'knowledge.3.about',
    level: 3,
    terms: [{ measure: 'aboutness', weight: 1 }],
    from: 0,
    to: 1,
    missing: ['relevance'],
    reason: 'gate_about',
  },
  {
    id: 'knowledge.4.depth',
    level: 4,
    terms: [
      { measure: 'coverage', weight: 0.58 },
      { measure: 'actions', weight: 0.25 / 8, cap: 8 },
      { measure: 'situation', weight: 0.26 / 2, cap: 2 },
      { measure: 'outcome', weight: 0.23 / 3, cap: 3 },
      { measure: 'recital', weight: -0.21 / 3, cap: 3 },
      { measure: 'counter', weight: -0.3 / 3, cap: 3 },
      { measure: 'claims', weight: -0.2 / 3, cap: 3 },
      { measure: 'wording4', weight: 0.51 },
    ],
    from: 0.38,
    to: 0.94,
    missing: ['why', 'S'],
    reason: 'gate_depth',
  },
  {
    id: 'knowledge.5.applied',
    level: 5,
    terms: [
      { measure: 'coverage', weight: 0.25 },
      { measure: 'actions', weight: 0.1 / 8, cap: 8 },
      { measure: 'situation', weight: 0.38 / 2, cap: 2 },
      { measure: 'reach', weight: 0.18 / 4, cap: 4 },
      { measure: 'outcome', weight: 0.05 / 3, cap: 3 },
      { measure: 'recital', weight: -0.07 / 3, cap: 3 },
      { measure: 'counter', weight: -0.1 / 3, cap: 3 },
      { measure: 'claims', weight: -0.04 / 3, cap: 3 },
      { measure: 'wording5', weight: 0.61 },
    ],
    from: 0.38,
    to: 0.94,
    missing: ['R', 'S'],
    reason: 'gate_applied',
  },
];

/** Code questions: key points, reasoning steps and the stated cost; code is read and never run. */
export const codeGates: GateTable<KnowledgeMeasure> = [
  {
    id: 'code.2.idea',
    level: 2,
    terms: [
      { measure: 'coverage', weight: 2 },
      { measure: 'reasons', weight: 0.2, cap: 3 },
      { measure: 'code', weight: 0.4 },
    ],
    from: 0.15,
    to: 0.6,
    missing: ['relevance'],
    reason: 'gate_idea',
  },
  {
    id: 'code.3.solution',
    level: 3,
    terms: [
      { measure: 'coverage', weight: 2 },
      { measure: 'reasons', weight: 0.15, cap: 4 },
      { measure: 'structure', weight: 0.15, cap: 3 },
      { measure: 'code', weight: 0.3 },
    ],
    from: 0.7,
    to: 1.3,
    missing: ['A'],
    reason: 'gate_solution',
  },
  {
    id: 'code.4.complete',
    level: 4,
    terms: [
      { measure: 'coverage', weight: 2 },
      { measure: 'reasons', weight: 0.12, cap: 4 },
      { measure: 'complexityStated', weight: 0.4, cap: 1 },
    ],
    from: 1.3,
    to: 2,
    missing: ['why'],
    reason: 'gate_complete',
  },
  {
    id: 'code.5.edge',
    level: 5,
    terms: [
      { measure: 'coverage', weight: 2 },
      { measure: 'complexityStated', weight: 0.3, cap: 2 },
      { measure: 'complexity', weight: 0.15, cap: 3 },
      { measure: 'reasons', weight: 0.1, cap: 5 },
    ],
    from: 2,
    to: 2.8,
    missing: ['risk', 'alternative'],
    reason: 'gate_edge',
  },
];
