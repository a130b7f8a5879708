import type { Missing, WhyNotHigher } from '../../ports/answer-scorer.ts';
import type { Measures } from '../analysers/measures.ts';
import type { GateResult, Need } from '../gates/gate.ts';

/** A gate met as far as this is not asked about any more. */
const NEARLY_MET = 0.75;
const NAMED_NEEDS = 2;

const unmet = (results: readonly GateResult[], measures: Measures): Need[] => {
  const seen = new Set<string>();
  return [...results]
    .sort((a, b) => a.degree - b.degree)
    .flatMap((result) => result.gate.needs ?? [])
    .filter((need) => {
      if (seen.has(need.measure) || measures[need.measure].value >= need.enough) return false;
      seen.add(need.measure);
      return true;
    });
};

const openGates = (results: readonly GateResult[], level: number | null): GateResult[] =>
  results.filter(
    (result) => result.gate.level <= (level === null ? 2 : level + 1) && result.degree < NEARLY_MET,
  );

/** What the answer has, and more of which would still open the gate; what is farthest from counting in full first. */
const stillLifting = ({ gate }: GateResult, measures: Measures): Need[] => {
  const share = (need: Need): number => {
    const cap = gate.terms.find(({ measure }) => measure === need.measure)?.cap ?? 1;
    return measures[need.measure].value / cap;
  };
  return (gate.needs ?? []).filter((need) => share(need) < 1).sort((a, b) => share(a) - share(b));
};

/** Elements that would lift the answer a level: of every open gate what it needs and the answer has too little of. */
export const missingOf = (
  results: readonly GateResult[],
  measures: Measures,
  level: number | null,
): Missing[] => {
  if (level === 5) return [];
  const open = openGates(results, level);
  const needs = unmet(open, measures).map((need) => need.missing);
  const gates = open
    .filter((result) => result.gate.needs === undefined)
    .flatMap((result) => result.gate.missing);
  return [...new Set([...needs, ...gates])];
};

/** The first reason why the level is not one higher, and what would change it. */
export const whyOf = (
  results: readonly GateResult[],
  measures: Measures,
  level: number | null,
  lang: 'zh' | 'en',
): WhyNotHigher => {
  const zh = lang === 'zh';
  if (level === null) {
    const text = zh ? '与题目有关的内容太少，无法评分' : 'too little about the question to judge';
    return { gate: 'insufficient', level: 1, text };
  }
  if (level === 5) return { gate: null, level: null, text: zh ? '已达最高等级' : 'highest level reached' };
  const [first] = results
    .filter((result) => result.gate.level <= level + 1)
    .sort((a, b) => a.degree - b.degree);
  if (first === undefined) return { gate: null, level: null, text: '' };
  const words = (needs: readonly Need[]) =>
    needs
      .slice(0, NAMED_NEEDS)
      .map((need) => need.text[lang])
      .join(zh ? '；' : '; ');
  const named = unmet([first], measures);
  const more = stillLifting(first, measures);
  const gate = { gate: first.gate.id, level: level + 1 };
  // Everything asked for is there, only not enough of it: to say that it was not seen would be untrue.
  if (named.length === 0 && more.length > 0) {
    const text = zh
      ? `离 ${level + 1} 级还差一些；可再多讲：${words(more)}`
      : `close to level ${level + 1}; more could be said of: ${words(more)}`;
    return { ...gate, text };
  }
  const ask =
    named.length === 0 ? '' : zh ? `；可补充：${words(named)}` : `; could be added: ${words(named)}`;
  const text = zh
    ? `${first.gate.explain.zh}，因此未到 ${level + 1} 级${ask}`
    : `${first.gate.explain.en}, so level ${level + 1} is not reached${ask}`;
  return { ...gate, text };
};
