import { growTrie, type UnitTrie } from './unit-trie.ts';

/** The words of a vector file. */
export interface WordIndex extends Pick<UnitTrie, 'first' | 'mayFollow' | 'next'> {
  /** Number of words. */
  readonly size: number;
  /** Row of the word that ends at a node, −1 for none. */
  readonly rowAt: (node: number) => number;
  /** Row of a whole word, −1 for none. */
  readonly rowOf: (word: string) => number;
}

const BREAK = 10;

/** Builds the index over words in the order of their rows, parted by line breaks. */
export const indexWords = (vocabulary: Uint16Array): WordIndex => {
  const growing = growTrie();
  // Row plus one, so that fresh memory means none.
  const ends = new Int32Array(vocabulary.length + 1);
  let size = 0;
  let node = 0;
  for (let i = 0; i <= vocabulary.length; i++) {
    const unit = i < vocabulary.length ? (vocabulary[i] as number) : BREAK;
    if (unit !== BREAK) node = growing.enter(node, unit);
    else {
      size++;
      ends[node] = size;
      node = 0;
    }
  }
  const { first, mayFollow, next, nodes } = growing.done();
  const rows = ends.slice(0, nodes);
  rows[0] = 0;
  return {
    size,
    first,
    mayFollow,
    next,
    rowAt: (at) => (rows[at] as number) - 1,
    rowOf: (word) => {
      let at = word === '' ? 0 : first(word.charCodeAt(0));
      for (let i = 1; i < word.length && at !== 0; i++) at = next(at, word.charCodeAt(i));
      return (rows[at] as number) - 1;
    },
  };
};
