"""How well a score agrees with human labels."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import permutations
from zlib import crc32

import numpy as np

FOLDS = 5


def rho(score: Sequence[float], label: Sequence[float]) -> float:
    """Spearman's rank correlation; ties take their middle rank."""
    return float(np.corrcoef(ranks(score), ranks(label))[0, 1])


def ranks(values: Sequence[float]) -> np.ndarray:
    """The rank of each value, in the mean of those that are the same."""
    _, place, counts = np.unique(np.asarray(values), return_inverse=True, return_counts=True)
    last = np.cumsum(counts)
    return ((last - counts + 1 + last) / 2)[place]


def in_order(score: Sequence[float], label: Sequence[float], groups: Sequence[str]) -> float:
    """The share of pairs of one group that a score puts in the order of the labels."""
    members = defaultdict(list)
    for place, group in enumerate(groups):
        members[group].append(place)
    right = every = 0.0
    for places in members.values():
        for harder, easier in permutations(places, 2):
            if label[harder] > label[easier]:
                every += 1
                right += (score[harder] > score[easier]) + 0.5 * (score[harder] == score[easier])
    return right / every


def folds(groups: Sequence[str]) -> np.ndarray:
    """The fold of each row, the same for all of one group, and for ever."""
    return np.array([crc32(str(group).encode()) % FOLDS for group in groups])


def mean_error(score: np.ndarray, label: np.ndarray, fold: np.ndarray) -> float:
    """The mean error in steps of the labels, after a straight line from the other folds."""
    off = np.zeros(len(label))
    for each in range(FOLDS):
        mine = fold == each
        line = np.polyfit(score[~mine], label[~mine], 1)
        off[mine] = np.abs(np.polyval(line, score[mine]) - label[mine])
    return float(off.mean())
