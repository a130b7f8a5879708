"""Word vectors by a shifted-positive PMI matrix and a truncated singular value decomposition.

usage: train-vectors.py SEGMENTED_TEXT OUT WORDS DIMENSIONS [SYNONYMS.tab WORDNET_DIR [DICTIONARY]]

SYNONYMS.tab (Chinese Open Wordnet) and WORDNET_DIR (data.noun, data.verb) pull synonyms together and give vectors to words
of DICTIONARY that the text hardly has. Writes OUT.npz with words, counts and unit vectors.
"""
import array
import collections
import os
import sys

import numpy as np
import scipy.sparse as sp

WINDOW = 5
SUBSAMPLE = 1e-4
SMOOTHING = 0.75
PULL = 1.6
HYPERNYM = 0.3
ROUNDS = 4


def count_words(path):
    counts = collections.Counter()
    for line in open(path, encoding='utf8'):
        counts.update(line.split())
    return counts


def read_ids(path, index):
    ids = array.array('i')
    gap = [-2] * WINDOW
    for line in open(path, encoding='utf8'):
        ids.extend(index.get(word, -1) for word in line.split())
        ids.extend(gap)
    return np.frombuffer(ids, dtype=np.int32)


def cooccurrences(ids, size, counts, random):
    share = counts / counts.sum()
    keep = np.minimum(1, np.sqrt(SUBSAMPLE / np.maximum(share, 1e-12)) + SUBSAMPLE / np.maximum(share, 1e-12))
    ids = ids[((ids < 0) | (random.random(len(ids)) < keep[np.maximum(ids, 0)])) & (ids != -1)]
    total = None
    for distance in range(1, WINDOW + 1):
        left, right = ids[:-distance].astype(np.int64), ids[distance:].astype(np.int64)
        both = (left >= 0) & (right >= 0)
        keys = left[both] * size + right[both]
        keys.sort()
        first = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1])))
        number = np.diff(np.append(first, len(keys))).astype(np.float32)
        keys = keys[first]
        near = sp.csr_matrix(
            (number * ((WINDOW - distance + 1) / WINDOW), (keys // size, keys % size)), shape=(size, size)
        )
        total = near if total is None else total + near
    return (total + total.T).tocsr()


def positive_pmi(near):
    near.data[near.data < 1] = 0
    near.eliminate_zeros()
    row_sum = np.asarray(near.sum(1)).ravel() + 1e-9
    context = row_sum**SMOOTHING
    context /= context.sum()
    entries = near.tocoo()
    value = np.log(entries.data / (row_sum[entries.row] * context[entries.col]))
    kept = value > 0
    return sp.csr_matrix((value[kept].astype(np.float32), (entries.row[kept], entries.col[kept])), shape=near.shape)


def decompose(matrix, dimensions, random):
    basis = random.standard_normal((matrix.shape[0], dimensions + 30)).astype(np.float32)
    for _ in range(4):
        basis, _ = np.linalg.qr(matrix @ basis)
        basis, _ = np.linalg.qr(matrix.T @ basis)
    left, _, _ = np.linalg.svd(matrix @ basis, full_matrices=False)
    return left[:, :dimensions]


def unit(vectors):
    return vectors / (np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9)


def synonym_edges(index, synonyms, wordnet):
    synsets = collections.defaultdict(set)
    for line in open(synonyms, encoding='utf8'):
        parts = line.rstrip('\n').split('\t')
        if len(parts) < 3 or parts[1] != 'cmn:lemma':
            continue
        word = parts[2].replace('+', '').strip()
        for form in (word, word[:-1] if len(word) > 2 and word[-1] in '的地' else word):
            if form in index:
                synsets[parts[0]].add(form)
    above = {}
    for part, letter in (('noun', 'n'), ('verb', 'v')):
        for line in open(os.path.join(wordnet, f'data.{part}'), encoding='latin1'):
            if line.startswith('  '):
                continue
            field = line.split(' | ')[0].split()
            at = 4 + 2 * int(field[3], 16)
            pointers = field[at + 1 :]
            above[f'{field[0]}-{letter}'] = [
                f'{pointers[i * 4 + 1]}-{letter}' for i in range(int(field[at])) if pointers[i * 4] in ('@', '@i')
            ]
    edges = {}
    for synset, members in synsets.items():
        general = {word for parent in above.get(synset, []) for word in synsets.get(parent, ())}
        for word in members:
            for other in members - {word}:
                edges[(index[word], index[other])] = 1.0
            for other in general - {word}:
                edges.setdefault((index[word], index[other]), HYPERNYM)
    return edges


def pull_together(vectors, known, edges):
    size = len(vectors)
    rows, columns = zip(*edges)
    graph = sp.csr_matrix((list(edges.values()), (rows, columns)), shape=(size, size))
    degree = np.asarray(graph.sum(1)).ravel()
    strength = (PULL * np.minimum(1, degree))[:, None]
    base = vectors * known[:, None]
    current = base
    for _ in range(ROUNDS):
        around = (graph @ current) / np.maximum(degree, 1e-9)[:, None]
        current = (base + strength * around) / (known[:, None] + strength + 1e-9)
    return unit(current)


def main(path, out, words, dimensions, synonyms=None, wordnet=None, dictionary=None):
    words, dimensions = int(words), int(dimensions)
    random = np.random.default_rng(1)
    counts = count_words(path)
    vocabulary = [word for word, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:words]]
    index = {word: i for i, word in enumerate(vocabulary)}
    number = np.array([counts[word] for word in vocabulary], dtype=np.float64)
    matrix = positive_pmi(cooccurrences(read_ids(path, index), len(vocabulary), number, random))
    vectors = unit(decompose(matrix, dimensions, random))
    known = np.ones(len(vocabulary))
    if synonyms is not None:
        extra = [line.split()[0] for line in open(dictionary, encoding='utf8')] if dictionary else []
        extra = [word for word in extra if word not in index and len(word) > 1]
        for word in extra:
            index[word] = len(index)
        vectors = np.vstack([vectors, np.zeros((len(extra), dimensions), dtype=vectors.dtype)])
        known = np.concatenate([known, np.zeros(len(extra))])
        number = np.concatenate([number, [max(1, counts[word]) for word in extra]])
        vectors = pull_together(vectors, known, synonym_edges(index, synonyms, wordnet))
    held = np.linalg.norm(vectors, axis=1) > 0.5
    np.savez(out, words=np.array(list(index))[held], counts=number[held], vectors=vectors[held].astype(np.float32))
    print(int(held.sum()), 'words with vectors, of', len(index))


if __name__ == '__main__':
    main(*sys.argv[1:])
