/** The rubric editor: palette, rows, weights, anchors, checks. */
export const rubric = {
  'rubric.title': '评估维度',
} as const;
