import { readBare } from './bare-text.ts';
import { type Range, sentencesOf } from './sentences.ts';

const COMPARED_SENTENCES = 150;
const COMPARED_UNITS = 2000;
const NEAR = 0.7;
/** Fewer pairs of characters say too little to call two sentences alike. */
const LEAST_PAIRS = 4;

/** Pairs of characters with the sentences that have them. Its memory is used again for every text. */
class PairIndex {
  #pairs = new Int32Array(0);
  /** Last sentence that has the pair, plus one; 0 for a free slot. */
  #sentence = new Int32Array(0);
  /** Latest posting of the pair, plus one. */
  #posting = new Int32Array(0);
  #kept = new Int32Array(0);
  #earlier = new Int32Array(0);
  #postings = 0;
  readonly #own: number[] = [];

  clear(units: number): void {
    let slots = 1024;
    while (slots < units * 2) slots *= 2;
    if (this.#pairs.length < slots) {
      this.#pairs = new Int32Array(slots);
      this.#sentence = new Int32Array(slots);
      this.#posting = new Int32Array(slots);
      this.#kept = new Int32Array(slots);
      this.#earlier = new Int32Array(slots);
    }
    this.#sentence.fill(0);
    this.#posting.fill(0);
    this.#postings = 0;
  }

  /** Takes in the different pairs of a sentence; gives their number. */
  read(units: Uint16Array, length: number, sentence: number): number {
    this.#own.length = 0;
    for (let i = 0; i + 1 < length; i++) {
      const slot = this.#slotOf(((units[i] as number) << 16) | (units[i + 1] as number));
      if (this.#sentence[slot] === sentence + 1) continue;
      this.#sentence[slot] = sentence + 1;
      this.#own.push(slot);
    }
    return this.#own.length;
  }

  /** Counts for every kept sentence the pairs that it shares with the one just read. */
  share(counts: Int32Array): void {
    for (const slot of this.#own) {
      for (let at = this.#posting[slot] as number; at !== 0; at = this.#earlier[at - 1] as number) {
        const kept = this.#kept[at - 1] as number;
        counts[kept] = (counts[kept] as number) + 1;
      }
    }
  }

  /** Keeps the sentence just read under a number. */
  keep(number: number): void {
    for (const slot of this.#own) {
      const at = this.#postings++;
      this.#kept[at] = number;
      this.#earlier[at] = this.#posting[slot] as number;
      this.#posting[slot] = at + 1;
    }
  }

  #slotOf(pair: number): number {
    const mask = this.#pairs.length - 1;
    let slot = (Math.imul(pair, 0x9e3779b1) >>> 8) & mask;
    while (this.#sentence[slot] !== 0 && this.#pairs[slot] !== pair) slot = (slot + 1) & mask;
    this.#pairs[slot] = pair;
    return slot;
  }
}

const index = new PairIndex();

/**
 * Sentences that repeat an earlier one: shared part of their pairs of characters above .7 (Jaccard). Comparison stops after 150 different
 * sentences, so very long texts stay linear.
 */
export const nearDuplicates = (text: string): Range[] => {
  const repeated: Range[] = [];
  const sizes: number[] = [];
  const shared = new Int32Array(COMPARED_SENTENCES);
  index.clear(text.length);
  sentencesOf(text).forEach((range, number) => {
    const { units, length } = readBare(text, range.start, Math.min(range.end, range.start + COMPARED_UNITS));
    const own = index.read(units, length, number);
    if (own < LEAST_PAIRS) return;
    shared.fill(0, 0, sizes.length);
    index.share(shared);
    if (sizes.some((size, kept) => isNear(own, size, shared[kept] as number))) repeated.push(range);
    else if (sizes.length < COMPARED_SENTENCES) {
      index.keep(sizes.length);
      sizes.push(own);
    }
  });
  return repeated;
};

const isNear = (a: number, b: number, shared: number): boolean => shared / (a + b - shared) > NEAR;
