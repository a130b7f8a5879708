import type { LocalizedText } from './schemas/shared.ts';
import type { WordingRule } from './wording-rule.ts';
import { wordingRulesEn } from './wording-rules-en.ts';
import { wordingRulesZh } from './wording-rules-zh.ts';

/** A piece of wording that discriminates (block) or narrows the field without need (warn). */
export interface WordingFinding {
  readonly rule: string;
  readonly level: 'block' | 'warn';
  /** UTF-16 offsets into the text as given: `text.slice(start, end) === quote`. */
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly reason: LocalizedText;
  readonly suggestion: LocalizedText;
  /** Whether it may be kept with a legal reason, which is to be logged. */
  readonly overridable: boolean;
}

/** How much text around a match the exceptions of a rule look at. */
const around = 16;

const rules: readonly WordingRule[] = [...wordingRulesZh, ...wordingRulesEn];

/**
 * Finds discriminatory and doubtful wording in a text of an admin: a post, a question, a rubric, a rule, a field's label.
 * Chinese and English rules both run, so mixed text is covered. Findings are in order of place and do not overlap;
 * of two at one place the blocking one, then the longer one stays. Never use it on what candidates say.
 */
export function lintWording(text: string): readonly WordingFinding[] {
  const { normal, origin } = normalise(text);
  const found = rules.flatMap((rule) =>
    rule.patterns.flatMap((pattern) => matches(rule, pattern, normal)).map((span) => ({ rule, ...span })),
  );
  found.sort((a, b) => rank(a.rule) - rank(b.rule) || b.end - b.start - (a.end - a.start));
  const kept: typeof found = [];
  for (const candidate of found) {
    if (kept.every((other) => candidate.end <= other.start || candidate.start >= other.end))
      kept.push(candidate);
  }
  kept.sort((a, b) => a.start - b.start);
  return kept.map(({ rule, start, end }) => {
    const from = origin[start] ?? 0;
    const to = (origin[end - 1] ?? from) + 1;
    return {
      rule: rule.id,
      level: rule.level,
      start: from,
      end: to,
      quote: text.slice(from, to),
      reason: rule.reason,
      suggestion: rule.suggestion,
      overridable: rule.overridable,
    };
  });
}

function rank(rule: WordingRule): number {
  return rule.level === 'block' ? 0 : 1;
}

function matches(rule: WordingRule, pattern: RegExp, text: string): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  for (const match of text.matchAll(pattern)) {
    const start = match.index;
    const end = start + match[0].length;
    if (rule.notAfter?.test(text.slice(Math.max(0, start - around), start))) continue;
    if (rule.notBefore?.test(text.slice(end, end + around))) continue;
    const number = lastNumber(match[0]);
    if (number !== null && rule.harmlessNumber?.(number)) continue;
    if (end > start) spans.push({ start, end });
  }
  return spans;
}

function lastNumber(text: string): number | null {
  const numbers = text.match(/\d+/gu);
  return numbers === null ? null : Number(numbers[numbers.length - 1]);
}

const han = /\p{Script=Han}/u;
const invisible = /[\u200b-\u200f\u2060\ufeff\u00ad]/u;
/** Bounds the look around a filler, so that a page of blanks costs no quadratic time. */
const longestFiller = 8;
const filler = /[\s*·•_]/u;

/** NFKC unit by unit with a map back; drops invisible characters and fillers between Chinese characters or digits ("限 男"). */
function normalise(text: string): { normal: string; origin: readonly number[] } {
  const units: { text: string; at: number }[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charAt(at);
    if (!invisible.test(unit)) units.push({ text: unit.normalize('NFKC'), at });
  }
  let normal = '';
  const origin: number[] = [];
  units.forEach((unit, i) => {
    if (filler.test(unit.text) && joins(units, i)) return;
    for (let k = 0; k < unit.text.length; k += 1) origin.push(unit.at);
    normal += unit.text;
  });
  return { normal, origin };
}

/** Whether the filler at `i` stands between two Chinese characters, or between one and a digit, on one line. */
function joins(units: readonly { text: string }[], i: number): boolean {
  const isFiller = (text: string | undefined) => text !== undefined && filler.test(text) && text !== '\n';
  let left = i;
  let right = i;
  while (i - left < longestFiller && isFiller(units[left]?.text)) left -= 1;
  while (right - i < longestFiller && isFiller(units[right]?.text)) right += 1;
  const before = units[left]?.text ?? '';
  const after = units[right]?.text ?? '';
  return (han.test(before) && /[\p{Script=Han}\d]/u.test(after)) || (/\d/u.test(before) && han.test(after));
}
