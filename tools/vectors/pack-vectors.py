"""Quantises trained vectors of both languages into one file.

usage: pack-vectors.py OUT.bin DIMENSIONS ZH.npz ZH_WORDS EN.npz EN_WORDS [SIMILARITY.json]
"""
import json
import re
import sys

import numpy as np

from vector_file import NO_SIMILARITY, write

LANGUAGES = (
    (re.compile(r'[\u3400-\u9fff〇]{1,8}'), 3e-4),
    (re.compile(r'[a-z]+[+#]*|[a-z]+[0-9]+'), 1e-3),
)


def select(path, limit, form):
    data = np.load(path)
    words, counts, vectors = data['words'], data['counts'], data['vectors']
    order = np.argsort(-counts, kind='stable')
    order = [i for i in order if form.fullmatch(str(words[i]))][:limit]
    return [str(words[i]) for i in order], counts[order], vectors[order]


def main(out, dimensions, zh, zh_words, en, en_words, similarity=None):
    dimensions = int(dimensions)
    words, costs, weights, values = [], bytearray(), bytearray(), []
    for path, limit, (form, smoothing) in zip((zh, en), (int(zh_words), int(en_words)), LANGUAGES):
        chosen, counts, vectors = select(path, limit, form)
        share = counts / counts.sum()
        words += chosen
        costs += bytes(int(min(254, max(1, round(-np.log(p) * 12)))) for p in share)
        weights += bytes(max(1, round(255 * smoothing / (smoothing + p))) for p in share)
        vectors = vectors[:, :dimensions]
        largest = np.abs(vectors).max(axis=1, keepdims=True) + 1e-9
        values.append(np.round(vectors / largest * 127).astype(np.int8))
    model = json.load(open(similarity)) if similarity else NO_SIMILARITY
    print(*write(out, words, bytes(costs), bytes(weights), np.vstack(values).tobytes(), dimensions, model))


if __name__ == '__main__':
    main(*sys.argv[1:])
