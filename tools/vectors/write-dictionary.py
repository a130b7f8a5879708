"""A word list without vectors, to cut training text with the product's own segmenter.

usage: write-dictionary.py WORDS_WITH_FREQUENCY OUT.bin   (lines: word frequency …)
"""
import math
import re
import sys

from vector_file import NO_SIMILARITY, write

counts = {}
for line in open(sys.argv[1], encoding='utf8'):
    parts = line.split()
    if len(parts) >= 2 and re.fullmatch(r'[\u3400-\u9fff〇]{1,8}', parts[0]):
        counts[parts[0]] = counts.get(parts[0], 0) + max(0.3, float(parts[1]))
total = sum(counts.values())
costs = bytes(min(254, max(1, round(-math.log(count / total) * 12))) for count in counts.values())
print(*write(sys.argv[2], list(counts), costs, bytes(len(counts)), bytes(len(counts)), 1, NO_SIMILARITY))
