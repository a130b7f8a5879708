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
  | 'code';

/**
 * Knowledge questions with key points but without a reference answer (assessment §2.4 KN and the anchors of TECH):
 * 2 recites, 3 can do it, 4 explains and handles exceptions, 5 has applied it with a lasting result.
 */
export const knowledgeGates: GateTable<KnowledgeMeasure> = [
  {
    id: 'knowledge.2.basics',
    level: 2,
    terms: [
      { measure: 'coverage', weight: 3 },
      { measure: 'actions', weight: 0.2, cap: 5 },
      { measure: 'kinds', weight: 0.2 },
      { measure: 'complexity', weight: 0.2, cap: 4 },
      { measure: 'recital', weight: 0.3, cap: 2 },
      { measure: 'counter', weight: -1 },
    ],
    from: 0.3,
    to: 1.3,
    missing: ['relevance'],
    reason: 'gate_basics',
  },
  {
    id: 'knowledge.3.practice',
    level: 3,
    terms: [
      { measure: 'coverage', weight: 2.5 },
      { measure: 'actions', weight: 0.25, cap: 6 },
      { measure: 'kinds', weight: 0.2, cap: 4 },
      { measure: 'complexity', weight: 0.25, cap: 4 },
      { measure: 'recital', weight: -0.45, cap: 3 },
      { measure: 'counter', weight: -0.8 },
    ],
    from: 1.3,
    to: 2.9,
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
      { measure: 'coverage', weight: 2 },
      { measure: 'situation', weight: 0.7, cap: 2 },
      { measure: 'complexity', weight: 0.25, cap: 5 },
      { measure: 'outcome', weight: 0.3, cap: 2 },
      { measure: 'kinds', weight: 0.25, cap: 5 },
      { measure: 'recital', weight: -0.4, cap: 3 },
    ],
    from: 1.9,
    to: 3.2,
    missing: ['why', 'S'],
    reason: 'gate_depth',
  },
  {
    id: 'knowledge.5.applied',
    level: 5,
    terms: [
      { measure: 'outcome', weight: 1, cap: 3 },
      { measure: 'kinds', weight: 0.5, cap: 5 },
    ],
    from: 0.8,
    to: 2.6,
    missing: ['R'],
    reason: 'gate_applied',
  },
  {
    id: 'knowledge.5.lasting',
    level: 5,
    terms: [{ measure: 'reach', weight: 1, cap: 4 }],
    from: 0.6,
    to: 2.4,
    missing: ['follow_up'],
    reason: 'gate_standard',
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
