const slotAt = (key: number, mask: number): number => (Math.imul(key, 0x9e3779b1) >>> 8) & mask;

/** Slots for some keys, at most half of them used. */
const slotsFor = (most: number): number => {
  let slots = 64;
  while (slots < most * 2) slots *= 2;
  return slots;
};

/** Tells which of many 32-bit numbers come for the first time. Its memory is used again for every text; 0 may not be asked about. */
export class SeenNumbers {
  #slots = new Int32Array(0);
  #mask = 0;

  /** Forgets all numbers and makes room for so many. */
  clear(most: number): void {
    const size = slotsFor(most);
    if (this.#slots.length < size) this.#slots = new Int32Array(size);
    else this.#slots.fill(0, 0, size);
    this.#mask = size - 1;
  }

  isNew(number: number): boolean {
    const slots = this.#slots;
    const mask = this.#mask;
    let slot = slotAt(number, mask);
    for (;;) {
      const seen = slots[slot] as number;
      if (seen === number) return false;
      if (seen === 0) {
        slots[slot] = number;
        return true;
      }
      slot = (slot + 1) & mask;
    }
  }
}

/** Numbers by 32-bit keys other than 0, in flat memory: key and number lie side by side. */
export class NumberTable {
  readonly #slots: Int32Array;
  readonly #mask: number;

  constructor(entries: readonly (readonly [key: number, value: number])[]) {
    const size = slotsFor(entries.length);
    this.#slots = new Int32Array(size * 2);
    this.#mask = size - 1;
    for (const [key, value] of entries) {
      const slot = this.#slotOf(key);
      this.#slots[slot] = key;
      this.#slots[slot + 1] = value;
    }
  }

  /** The number of a key, `missing` where there is none. */
  get(key: number, missing: number): number {
    const slot = this.#slotOf(key);
    return this.#slots[slot] === 0 ? missing : (this.#slots[slot + 1] as number);
  }

  #slotOf(key: number): number {
    const slots = this.#slots;
    const mask = this.#mask;
    let slot = slotAt(key, mask);
    while (slots[slot * 2] !== 0 && slots[slot * 2] !== key) slot = (slot + 1) & mask;
    return slot * 2;
  }
}
