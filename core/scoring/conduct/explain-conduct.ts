import type { Missing, WhyNotHigher } from '../../ports/answer-scorer.ts';
import type { MeasureName, Measures } from '../analysers/measures.ts';
import { evaluateGates, type GateResult, type Need, weakestScore } from '../gates/gate.ts';
import { type PlainReasonCode, type Reason, reason } from '../reasons/reason.ts';

/** A gate met as far as this is not asked about any more. */
const NEARLY_MET = 0.75;
const NAMED_NEEDS = 2;
const MOST_NEEDS = 3;

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

const named = (needs: readonly Need[]): readonly Reason[] => needs.map((need) => reason(need.name));

/** How much nearer the wording comes with each good sentence that is added: about the median of the answers in `golden-dev` at level 3. */
const TELLING = 0.1;

/** Whether the answer would stand a level higher if it told enough of each of these. */
const wouldLift = (
  results: readonly GateResult[],
  measures: Measures,
  level: number,
  needs: readonly Need[],
): boolean => {
  const told = new Map<MeasureName, number>();
  for (const { measure, enough } of needs)
    told.set(measure, Math.max(enough, measures[measure].value + enough / 2));
  const value = (measure: MeasureName): number =>
    told.get(measure) ??
    measures[measure].value +
      (measure.startsWith('wording') ? TELLING * Math.min(NAMED_NEEDS, needs.length) : 0);
  return (
    weakestScore(
      evaluateGates(
        results.map(({ gate }) => gate),
        value,
      ),
    ) >=
    level + 0.5
  );
};

const reasonOf = ({ gate }: GateResult, measures: Measures): PlainReasonCode => {
  const { seen } = gate;
  const found = seen?.measures.reduce((sum, measure) => sum + measures[measure].value, 0) ?? 0;
  return seen !== undefined && found >= seen.from ? seen.reason : gate.reason;
};

/**
 * Why the level is not one higher, and what would change it. Only what would lift the answer is named: where a few
 * sentences would seldom do, concrete telling is asked for instead.
 */
export const whyOf = (
  results: readonly GateResult[],
  measures: Measures,
  level: number | null,
): WhyNotHigher => {
  if (level === null) return { gate: 'insufficient', level: 1, reason: reason('too_little') };
  const next = level + 1;
  const upTo = results.filter((result) => result.gate.level <= next).sort((a, b) => a.degree - b.degree);
  const [first] = upTo;
  if (level === 5 || first === undefined) return { gate: null, level: null, reason: reason('highest') };
  const lacking = unmet(upTo, measures);
  const fromFirst = unmet([first], measures);
  const more = stillLifting(first, measures);
  const gate = { gate: first.gate.id, level: next };
  const lifts = (needs: readonly Need[]): boolean =>
    needs.length > 0 && wouldLift(results, measures, level, needs);
  const why = [reason(reasonOf(first, measures))];
  if (first.gate.needs === undefined)
    return { ...gate, reason: reason('not_reached', { reason: why, level: next }) };
  for (const needs of [fromFirst.slice(0, NAMED_NEEDS), fromFirst, lacking.slice(0, MOST_NEEDS)]) {
    if (lifts(needs))
      return {
        ...gate,
        reason: reason('not_reached_add', { reason: why, level: next, needs: named(needs) }),
      };
  }
  // Everything asked for is there, only not enough of it: to say that it was not seen would be untrue.
  const close = more.slice(0, NAMED_NEEDS);
  if (fromFirst.length === 0 && lifts(close))
    return { ...gate, reason: reason('close', { level: next, needs: named(close) }) };
  return { ...gate, reason: reason('not_reached_tell', { reason: why, level: next }) };
};
