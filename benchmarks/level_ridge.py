"""The linear model of reading level: ridge regression that knows how well its features are known.

A feature that differs much between a text and its translations says less about a reader's effort
than one that does not. What the features of translations scatter around those of the English is
added to the regression as noise: the classical correction for errors in the variables, the other
way round, so that the weights are best for texts in languages of which there are no labels.

No coefficient may have a sign against sense: longer is never easier, rarer neither.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

PENALTY = 0.01
NOISE = 0.3
"""How much of the scatter of translations is added; 1 is all of it."""
SIGNS = {"letters": 1, "long": 1, "rarity": 1, "uncommon": 1, "rarest": -1}
_ROUNDS = 500


@dataclass(frozen=True, slots=True)
class Sample:
    """The features and labels of one set, or of a part of it."""

    x: np.ndarray
    y: np.ndarray
    groups: np.ndarray
    pairs: bool
    share: float
    scale: float

    def part(self, mask: np.ndarray) -> "Sample":
        """The rows that a mask names."""
        return Sample(
            self.x[mask], self.y[mask], self.groups[mask], self.pairs, self.share, self.scale
        )


def coefficients(
    samples: Sequence[Sample], names: Sequence[str], noise: np.ndarray | None = None
) -> np.ndarray:
    """One coefficient for each feature."""
    parts = [_centred(sample) for sample in samples]
    weights = [np.full(len(sample.y), sample.share / len(sample.y)) for sample in samples]
    x, y, w = (
        np.vstack([x for x, _ in parts]),
        *map(np.concatenate, ([y for _, y in parts], weights)),
    )
    signs = np.array([SIGNS[name] for name in names])
    return _solved(x * signs, y, w, noise) * signs


def _centred(sample: Sample) -> tuple[np.ndarray, np.ndarray]:
    """Features and labels about their mean, in pairs about that of their group."""
    y = sample.y * sample.scale
    if not sample.pairs:
        return sample.x - sample.x.mean(0), y - y.mean()
    _, group = np.unique(sample.groups, return_inverse=True)
    counts = np.bincount(group)
    middle = [np.bincount(group, column) / counts for column in sample.x.T]
    return sample.x - np.array(middle).T[group], y - (np.bincount(group, y) / counts)[group]


def _solved(x: np.ndarray, y: np.ndarray, w: np.ndarray, noise: np.ndarray | None) -> np.ndarray:
    """Non-negative ridge by coordinate descent, on features of one spread."""
    total = w.sum()
    covariance = (x * w[:, None]).T @ x / total
    if noise is not None:
        covariance = covariance + NOISE * noise
    spread = np.sqrt(np.diag(covariance))
    gram = covariance / np.outer(spread, spread) + PENALTY * np.eye(len(spread))
    aim = (x * w[:, None]).T @ y / total / spread
    found = np.zeros(len(spread))
    for _ in range(_ROUNDS):
        for place in range(len(found)):
            rest = aim[place] - gram[place] @ found + gram[place, place] * found[place]
            found[place] = max(0.0, rest / gram[place, place])
    return found / spread


def noise_of(
    pairs: Mapping[str, tuple[np.ndarray, np.ndarray]], names: Sequence[str]
) -> np.ndarray:
    """The covariance of translated features about the English ones, in the mean of languages.

    A tenth of the rows, those whose lengths differ most, is left out: they are not aligned.
    """
    signs = np.array([SIGNS[name] for name in names])
    found = []
    for own, english in pairs.values():
        off = (own - english) * signs
        far = np.abs(own[:, 0] - english[:, 0])
        found.append(np.cov(off[far < np.quantile(far, 0.9)].T))
    return np.mean(found, axis=0)
