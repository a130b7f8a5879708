import type { GateTable } from './gate.ts';

/** Gates of questions about past behaviour (assessment §2.4, with degrees instead of counts so that scores are continuous). */
export const behaviouralGates: GateTable = [
  {
    id: 'behavioural.2.conduct',
    level: 2,
    terms: [
      { measure: 'actions', weight: 0.5, cap: 6 },
      { measure: 'complexity', weight: 0.7, cap: 5 },
      { measure: 'outcome', weight: 0.3, cap: 3 },
      { measure: 'reach', weight: 0.7, cap: 4 },
      { measure: 'indicators', weight: 0.5, cap: 4 },
      { measure: 'counter', weight: -2 },
      { measure: 'contraIndicators', weight: -1 },
    ],
    from: -1.7,
    to: 1,
    missing: ['A'],
    explain: {
      zh: '回答里推责、放弃或违规的做法多于建设性的行动',
      en: 'blame, giving up or rule-breaking outweighs constructive action',
    },
  },
  {
    id: 'behavioural.3.own-action',
    level: 3,
    terms: [
      { measure: 'actions', weight: 0.5, cap: 6 },
      { measure: 'complexity', weight: 0.5, cap: 4 },
      { measure: 'outcome', weight: 0.4, cap: 2 },
      { measure: 'kinds', weight: 0.15, cap: 4 },
      { measure: 'reach', weight: 0.3, cap: 3 },
      { measure: 'indicators', weight: 0.3, cap: 3 },
      { measure: 'passive', weight: -1, cap: 3 },
      { measure: 'claims', weight: -0.4, cap: 3 },
    ],
    from: 0.5,
    to: 3,
    missing: ['A', 'specifics'],
    explain: {
      zh: '未见本人具体做了什么(动作、对象、时间或数字)',
      en: 'what the person did themselves is not shown (actions, objects, times or figures)',
    },
  },
  {
    id: 'behavioural.4.complexity',
    level: 4,
    terms: [
      { measure: 'complexity', weight: 1, cap: 6 },
      { measure: 'reach', weight: 0.7, cap: 4 },
      { measure: 'actions', weight: 0.3, cap: 8 },
      { measure: 'outcome', weight: 0.3, cap: 3 },
      { measure: 'indicators', weight: 0.3, cap: 4 },
    ],
    from: 3.2,
    to: 5.8,
    missing: ['why', 'R'],
    explain: {
      zh: '未见遇到的阻力或复杂情形、判断依据以及怎么确认有效',
      en: 'no obstacle or complication, reasoning or check that it worked is shown',
    },
  },
  {
    id: 'behavioural.5.lasting',
    level: 5,
    terms: [
      { measure: 'reach', weight: 1, cap: 6 },
      { measure: 'change', weight: 1.2, cap: 3 },
    ],
    from: 1.4,
    to: 4.8,
    missing: ['R', 'specifics'],
    explain: {
      zh: '未见前后对比的可量化结果,以及固化、推广或持续使用的证据',
      en: 'no before-and-after figure and no sign that it became standard, spread or lasted',
    },
  },
];
