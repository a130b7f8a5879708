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
    done: () => frozen(parents.subarray(0, used), units.subarray(0, used)),
  };
};

/** From this size on the first units get a table of their own, which takes 256 KiB, and the first pairs one of 64 KiB. */
const LARGE = 5000;
const PAIR_BITS = 1 << 19;
const pairBit = (first: number, second: number): number => (Math.imul(first, 421) + second) & (PAIR_BITS - 1);

type Keys = Int32Array | Uint16Array;

/** Where the items of each key begin when they stand in the order of their keys, and at last where all end. */
const startsOf = (items: Int32Array, keys: Keys, range: number): Int32Array => {
  const starts = new Int32Array(range + 1);
  for (let i = 0; i < items.length; i++) {
    const after = (keys[items[i] as number] as number) + 1;
    starts[after] = (starts[after] as number) + 1;
  }
  for (let key = 1; key <= range; key++) starts[key] = (starts[key] as number) + (starts[key - 1] as number);
  return starts;
};

/** The items in the order of their keys; those of one key stay in the order given. */
const sortedBy = (items: Int32Array, keys: Keys, range: number): Int32Array => {
  const places = startsOf(items, keys, range);
  const sorted = new Int32Array(items.length);
  for (let i = 0; i < items.length; i++) {
    const item = items[i] as number;
    const key = keys[item] as number;
    const place = places[key] as number;
    sorted[place] = item;
    places[key] = place + 1;
  }
  return sorted;
};

/**
 * Each node's children side by side in rising order of their units, so that a step looks at one or two places close together, and at
 * none where nothing goes on.
 */
const frozen = (parents: Int32Array, units: Uint16Array): UnitTrie => {
  const nodes = parents.length;
  const all = new Int32Array(nodes - 1);
  for (let i = 0; i < all.length; i++) all[i] = i + 1;
  const children = sortedBy(sortedBy(all, units, UNITS), parents, nodes);
  const starts = startsOf(all, parents, nodes);
  const steps = new Uint16Array(children.length);
  for (let i = 0; i < steps.length; i++) steps[i] = units[children[i] as number] as number;
  const next = (node: number, unit: number): number => {
    let from = starts[node] as number;
    let to = starts[node + 1] as number;
    while (from < to) {
      const middle = (from + to) >>> 1;
      const step = steps[middle] as number;
      if (step === unit) return children[middle] as number;
      if (step < unit) from = middle + 1;
      else to = middle;
    }
    return 0;
  };
  const heads = children.subarray(0, starts[1]);
  return nodes < LARGE
    ? { nodes, first: fewFirsts(heads, units), mayFollow: () => true, next }
    : { nodes, first: manyFirsts(heads, units), mayFollow: followers(parents, units), next };
};

/** First units in a small table: the unit and its node in one number (open addressing, at most half full). */
const fewFirsts = (heads: Int32Array, units: Uint16Array): UnitTrie['first'] => {
  let size = 64;
  while (size < heads.length * 2) size *= 2;
  const mask = size - 1;
  const slots = new Int32Array(size);
  const slotAt = (unit: number): number => (Math.imul(unit, 0x9e3779b1) >>> 16) & mask;
  for (const head of heads) {
    const unit = units[head] as number;
    let slot = slotAt(unit);
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = (unit << 16) | head;
  }
  return (unit) => {
    let slot = slotAt(unit);
    for (;;) {
      const entry = slots[slot] as number;
      if (entry === 0) return 0;
      if (entry >>> 16 === unit) return entry & 0xffff;
      slot = (slot + 1) & mask;
    }
  };
};

const manyFirsts = (heads: Int32Array, units: Uint16Array): UnitTrie['first'] => {
  const nodes = new Int32Array(UNITS);
  for (const head of heads) nodes[units[head] as number] = head;
  return (unit) => nodes[unit] as number;
};

const followers = (parents: Int32Array, units: Uint16Array): UnitTrie['mayFollow'] => {
  const pairs = new Uint8Array(PAIR_BITS / 8);
  for (let child = 1; child < parents.length; child++) {
    const parent = parents[child] as number;
    if (parent === 0 || parents[parent] !== 0) continue;
    const bit = pairBit(units[parent] as number, units[child] as number);
    pairs[bit >> 3] = (pairs[bit >> 3] as number) | (1 << (bit & 7));
  }
  return (unit, second) => {
    const bit = pairBit(unit, second);
    return ((pairs[bit >> 3] as number) & (1 << (bit & 7))) !== 0;
  };
};
