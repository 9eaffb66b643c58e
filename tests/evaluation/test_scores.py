"""Figures of scores agree with those of SciPy 1.16 and scikit-learn 1.7."""

import pytest

from grader.evaluation.intervals import totals
from grader.evaluation.scores import score_figures, score_moments

from .factories import compared, scored

LABELLED = (0, 0.1, 0.25, 0.5, 0.5, 0.6, 0.75, 0.9, 1, 1)
GRADED = (0, 0.3, 0, 0.5, 0.75, 0.4, 1, 0.8, 1, 0.6)


def figures(labelled: tuple[float, ...], graded: tuple[float, ...]) -> dict[str, float | None]:
    both = zip(scored(labelled, graded), labelled, strict=True)
    found = score_figures(totals([score_moments(one, label) for one, label in both]))
    return {name: value for name, (value, _) in found.items()}


def test_the_figures_are_those_of_scipy_and_scikit_learn() -> None:
    found = figures(LABELLED, GRADED)
    expected = {
        "pearson": 0.8180515354831387,
        "rmse": 0.2091650066335189,
        "mae": 0.165,
        "qwk": 0.7783251231527093,
        "bias": sum(GRADED) / 10 - sum(LABELLED) / 10,
    }
    assert {name: found[name] for name in expected} == pytest.approx(expected)


def test_scores_that_never_vary_have_no_correlation() -> None:
    found = figures((0.1, 0.7, 0.3), (0.3, 0.3, 0.3))
    assert found["pearson"] is None
    assert found["mae"] == pytest.approx(0.2 / 3 + 0.4 / 3)


def test_of_no_answers_nothing_is_known() -> None:
    assert set(score_figures([0.0] * 17).values()) == {(None, 0)}


def test_the_correlation_with_the_answers_length_is_told() -> None:
    answers = [compared(score=n / 4, graded=1 - n / 4, answer="a" * (2 ** (2 * n) - 1)) for n in range(5)]
    found = score_figures(totals([score_moments(one, one.row.score or 0) for one in answers]))
    assert found["length_with_label"][0] == pytest.approx(1)
    assert found["length_with_score"][0] == pytest.approx(-1)
