"""Weights of the similarity features by ridge regression.

usage: fit-similarity.py TRAIN.features OUT.json [CHECK.features …]   (files of dump-features.ts, labels 0..5)
Fits on TRAIN only and prints the Spearman correlation of each file.
"""
import json
import sys

import numpy as np
from scipy.stats import spearmanr

RIDGE = 1.0


def read(path):
    names = open(path).readline().split()[1:]
    data = np.loadtxt(path, skiprows=1)
    return names, data[:, 1:], data[:, 0] / 5


names, features, labels = read(sys.argv[1])
mean = features.mean(0)
centred = features - mean
weights = np.linalg.solve(
    centred.T @ centred + RIDGE * np.eye(len(names)), centred.T @ (labels - labels.mean())
)
intercept = labels.mean() - mean @ weights
json.dump(
    {
        'features': names,
        'weights': [round(float(w), 4) for w in weights],
        'intercept': round(float(intercept), 4),
    },
    open(sys.argv[2], 'w'),
)
for path in sys.argv[1:2] + sys.argv[3:]:
    _, x, y = read(path)
    print(path, 'Spearman x 100 =', round(100 * spearmanr(x @ weights + intercept, y)[0], 2))
    for name, column in zip(names, x.T):
        print(f'   {name:14s} {100 * spearmanr(column, y)[0]:6.2f}', file=sys.stderr)
