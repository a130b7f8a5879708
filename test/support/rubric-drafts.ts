import type { RubricDraft, RubricRow } from '#core/rubric/draft.ts';
import type { Dimension } from '#core/template/schemas/dimension.ts';

/** A dimension that lacks nothing; change one line with `change`. */
export function aDimension(change: Partial<Dimension> = {}): Dimension {
  const polarity = (index: number) => (index < 6 ? 'positive' : 'negative') as 'positive' | 'negative';
  return {
    code: 'COM',
    version: 1,
    name: { zh: '沟通表达', en: 'Communication' },
    definition: {
      zh: '把事情说清楚,并确认对方听懂',
      en: 'Says things clearly and checks that they were understood',
    },
    family: 'interacting',
    anchors: [
      '顾客提问时答非所问,或让顾客自己去看说明',
      '只回答被问到的那一句,不确认顾客是否听懂',
      '用顾客听得懂的话说明,并问一句是否清楚',
      '先弄清顾客的用途,再分步说明,并复述要点',
      '面对争执时先复述双方的意思,提出两种办法请对方选',
    ].map((zh, level) => ({ zh, en: `Level ${level + 1}: ${zh}` })),
    indicators: Array.from({ length: 9 }, (_, index) => ({
      id: `i-${index}`,
      text: { zh: `行为${index}`, en: `behaviour ${index}` },
      polarity: polarity(index),
      patterns: { zh: ['复述'], en: ['repeat'] },
    })),
    exemplars: {
      '1': [text('不知道,你问别人吧'), text('说明书上有')],
      '3': [text('我给顾客讲了一遍用法'), text('我问他听明白了没有')],
      '5': [text('我先问清楚他要在哪里用'), text('我把双方的意思各说了一遍')],
    },
    redLine: false,
    ...change,
  };
}

function text(zh: string) {
  return { zh, en: zh };
}

/** A row that is complete; change one line with `change`. */
export function aRow(dimension: string, weight: number, change: Partial<RubricRow> = {}): RubricRow {
  return { dimension, weight, locked: false, jobRelatedness: text('每天要向顾客说明菜品'), ...change };
}

/** A draft with rows A1, A2, … of the given weights. */
export function aDraft(
  weights: readonly number[],
  change: (row: RubricRow, index: number) => RubricRow = (row) => row,
): RubricDraft {
  return {
    rows: weights.map((weight, index) => change(aRow(`A${index + 1}`, weight), index)),
    dimensions: [],
  };
}
