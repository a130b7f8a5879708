/** Words or phrases by their UTF-16 units: finds them in running text without cutting anything out of it. Node 0 is none. */
export interface UnitTrie {
  /** Number of nodes, with node 0. */
  readonly nodes: number;
  /** Node of a first unit, 0 where nothing begins with it. */
  readonly first: (unit: number) => number;
  /** Whether anything may begin with these two units; false is certain, and much quicker than looking. */
  readonly mayFollow: (first: number, second: number) => boolean;
  /** Node after one more unit, 0 where nothing goes on so. */
  readonly next: (node: number, unit: number) => number;
}

/** A trie under construction. */
export interface GrowingTrie {
  /** Node after one more unit; node 0 stands for the beginning. Made where it is missing. */
  readonly enter: (node: number, unit: number) => number;
  readonly done: () => UnitTrie;
}

const UNITS = 65_536;
const FIRST_SLOTS = 1 << 10;

const slotOf = (node: number, unit: number, mask: number): number =>
  ((Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)) >>> 7) & mask;

/**
 * Flat memory only (open addressing, at most half full): tens of thousands of strings or maps take several times as much
 * and longer to build and to walk.
 */
export const growTrie = (): GrowingTrie => {
  let parents = new Int32Array(FIRST_SLOTS / 2);
  let units = new Uint16Array(FIRST_SLOTS / 2);
  let slots = new Int32Array(FIRST_SLOTS);
  let used = 1;

  const place = (child: number): void => {
    const mask = slots.length - 1;
    let slot = slotOf(parents[child] as number, units[child] as number, mask);
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = child;
  };
  const grow = (): void => {
    const [oldParents, oldUnits] = [parents, units];
    parents = new Int32Array(slots.length);
    parents.set(oldParents);
    units = new Uint16Array(slots.length);
    units.set(oldUnits);
    slots = new Int32Array(slots.length * 2);
    for (let child = 1; child < used; child++) place(child);
  };
  const find = (node: number, unit: number): number => {
    const mask = slots.length - 1;
    let slot = slotOf(node, unit, mask);
    for (;;) {
      const child = slots[slot] as number;
      if (child === 0 || (parents[child] === node && units[child] === unit)) return child;
      slot = (slot + 1) & mask;
    }
  };
  return {
    enter: (node, unit) => {
      const known = find(node, unit);
      if (known !== 0) return known;
      if (used === parents.length) grow();
      const child = used++;
      parents[child] = node;
      units[child] = unit;
      place(child);
      return child;
    },
    done: () => frozen(parents.slice(0, used), units.slice(0, used), slots),
  };
};

/** From this size on the first units get a table of their own, which takes 256 KiB, and the first pairs one of 64 KiB. */
const LARGE = 5000;
const PAIR_BITS = 1 << 19;
const pairBit = (first: number, second: number): number => (Math.imul(first, 421) + second) & (PAIR_BITS - 1);

const frozen = (parents: Int32Array, units: Uint16Array, slots: Int32Array): UnitTrie => {
  const mask = slots.length - 1;
  const next = (node: number, unit: number): number => {
    let slot = slotOf(node, unit, mask);
    for (;;) {
      const child = slots[slot] as number;
      if (child === 0 || (parents[child] === node && units[child] === unit)) return child;
      slot = (slot + 1) & mask;
    }
  };
  const nodes = parents.length;
  if (nodes < LARGE) return { nodes, first: (unit) => next(0, unit), mayFollow: () => true, next };
  const heads = new Int32Array(UNITS);
  for (let child = 1; child < nodes; child++) {
    if (parents[child] === 0) heads[units[child] as number] = child;
  }
  const pairs = new Uint8Array(PAIR_BITS / 8);
  for (let child = 1; child < nodes; child++) {
    const parent = parents[child] as number;
    if (parent === 0 || parents[parent] !== 0) continue;
    const bit = pairBit(units[parent] as number, units[child] as number);
    pairs[bit >> 3] = (pairs[bit >> 3] as number) | (1 << (bit & 7));
  }
  return {
    nodes,
    first: (unit) => heads[unit] as number,
    mayFollow: (unit, second) => {
      const bit = pairBit(unit, second);
      return ((pairs[bit >> 3] as number) & (1 << (bit & 7))) !== 0;
    },
    next,
  };
};
