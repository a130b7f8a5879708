import type { Range } from '../text/sentences.ts';

/** Shares of a whole: none of them can be above 100 %. */
const SHARE =
  /(?:合格率|良品率|准确率|正确率|满意度|满意率|好评率|及格率|通过率|出勤率|到岗率|准时率|准点率|到货率|占比|覆盖率|命中率|转化率|续约率|复购率|留存率|返修率|不良率|流失率|退货率|\b(?:pass|accuracy|satisfaction|attendance|conversion|retention|defect|return|on-time) rate)[^。！？!?\n\d]{0,8}?(\d{3,5}(?:\.\d+)?)\s?(?:%|percent|个百分点)/gu;
/** A growth that hardly any business shows; the limit is generous on purpose. */
const GROWTH =
  /(?:增长|提升|提高|增加|上升|翻|涨|increased|grew|rose|up)[^。！？!?\n\d]{0,10}?(\d{1,6}(?:\.\d+)?)\s?(%|倍|percent|times|-?fold)/gu;
const MOST_PERCENT = 1000;
const MOST_TIMES = 20;

const rangeOf = (match: RegExpMatchArray): Range => ({
  start: match.index ?? 0,
  end: (match.index ?? 0) + match[0].length,
});

/** Places with a share above 100 % or a growth beyond all experience. */
export const impossibleRates = (text: string): Range[] => {
  const found: Range[] = [];
  for (const match of text.matchAll(SHARE)) if (Number(match[1]) > 100) found.push(rangeOf(match));
  for (const match of text.matchAll(GROWTH)) {
    const limit = match[2] === '%' || match[2] === 'percent' ? MOST_PERCENT : MOST_TIMES;
    if (Number(match[1]) > limit) found.push(rangeOf(match));
  }
  return found;
};

const METRIC =
  /([\u4e00-\u9fff]{2,4}(?:率|额|量|数|成本|周期|时长))(?:就|也|都)?(?:是)?从(?:原来的?|之前的?|最初的?)?\s?(\d+(?:\.\d+)?\s?(?:%|万|亿|元|天|小时|分钟|单|件|台|次|个|人)?)/gu;

/** The name of a figure is as long as this; what stands before it belongs to the sentence. */
const METRIC_UNITS = 3;

/** Later places where the same figure starts from another number than it did before. */
export const unequalFigures = (text: string): Range[] => {
  const first = new Map<string, string>();
  const found: Range[] = [];
  for (const match of text.matchAll(METRIC)) {
    const name = match[1] as string;
    const metric = name.slice(-METRIC_UNITS);
    const start = (match[2] as string).replace(/\s/gu, '');
    const known = first.get(metric);
    if (known === undefined) first.set(metric, start);
    else if (known !== start) {
      const range = rangeOf(match);
      found.push({ ...range, start: range.start + Math.max(0, name.length - METRIC_UNITS) });
    }
  }
  return found;
};
