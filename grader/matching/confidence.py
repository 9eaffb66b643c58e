"""How sure the rules are of a verdict: a logistic of a few features, with constants set by hand.

What a person sees is the calibrated confidence that calibration.py makes of it.
"""

from math import exp

from .alignment import Alignment


def of_support(support: tuple[Alignment, ...], whole: float) -> float:
    """Confidence that an idea found in the answer is rightly called found."""
    words = max([len(a.hits) for a in support])
    quality = min([a.score for a in support])
    return _logistic(1.6 + 4 * (quality - 0.85) + 0.5 * min(words - 1, 3) - 1.5 * (whole < 1))


def of_contradiction(contra: tuple[Alignment, ...]) -> float:
    """Confidence that an idea found denied is rightly called contradicted."""
    best = max(contra, key=lambda a: a.score)
    return _logistic(0.8 + 3 * (best.score - 0.85) + 0.4 * min(len(best.hits) - 1, 3) + 0.6 * best.explicit)


def of_absence(near: float, unexplained: int) -> float:
    """Confidence that an idea not found is not there.

    `near` is the share of a phrase that was found, `unexplained` the content words no phrase knows: the more there
    are, the more room for a paraphrase.
    """
    return _logistic(2.4 - 1.6 * near - 0.04 * min(unexplained, 40))


def _logistic(z: float) -> float:
    return round(1 / (1 + exp(-z)), 4)
