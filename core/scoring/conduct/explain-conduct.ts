import type { Missing, WhyNotHigher } from '../../ports/answer-scorer.ts';
import type { Measures } from '../analysers/measures.ts';
import type { GateResult, Need } from '../gates/gate.ts';
import { type Reason, reason } from '../reasons/reason.ts';

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

const named = (needs: readonly Need[]): readonly Reason[] =>
  needs.slice(0, NAMED_NEEDS).map((need) => reason(need.name));

/** The first reason why the level is not one higher, and what would change it. */
export const whyOf = (
  results: readonly GateResult[],
  measures: Measures,
  level: number | null,
): WhyNotHigher => {
  if (level === null) return { gate: 'insufficient', level: 1, reason: reason('too_little') };
  const [first] = results
    .filter((result) => result.gate.level <= level + 1)
    .sort((a, b) => a.degree - b.degree);
  if (level === 5 || first === undefined) return { gate: null, level: null, reason: reason('highest') };
  const next = level + 1;
  const lacking = unmet([first], measures);
  const more = stillLifting(first, measures);
  const gate = { gate: first.gate.id, level: next };
  // Everything asked for is there, only not enough of it: to say that it was not seen would be untrue.
  if (lacking.length === 0 && more.length > 0) {
    return { ...gate, reason: reason('close', { level: next, needs: named(more) }) };
  }
  const why = [reason(first.gate.reason)];
  return {
    ...gate,
    reason:
      lacking.length === 0
        ? reason('not_reached', { reason: why, level: next })
        : reason('not_reached_add', { reason: why, level: next, needs: named(lacking) }),
  };
};
