"""Figures of verdicts agree with those of scikit-learn 1.7."""

import pytest

from grader.evaluation.intervals import totals
from grader.evaluation.verdicts import VERDICTS, bin_of, bins, confusion, share, verdict_counts, verdict_figures

from .factories import pairs

LABELLED = "mmmmmmmmmmmmppppxxxxxxxxxcccccc"
GIVEN = "mmmmmmmmmpxcppmxxxxxxxxmpccccmm"


def figures(labelled: str, given: str, sure: float = 0.9, sure_from: float = 0.0) -> dict[str, float | None]:
    found = verdict_figures(verdict_counts(pairs(labelled, given, sure), sure_from))
    return {name: value for name, (value, _) in found.items()}


def test_the_figures_are_those_of_scikit_learn() -> None:
    found = figures(LABELLED, GIVEN)
    expected = {
        "accuracy": 0.7096774193548387,
        "macro_f1": 0.6812626262626262,
        "kappa": 0.588495575221239,
        "met_precision": 0.6923076923076923,
        "met_recall": 0.75,
        "met_f1": 0.72,
    }
    assert {name: found[name] for name in expected} == pytest.approx(expected)


def test_contradicted_and_missed_taken_for_met_are_shares_of_what_was_labelled_so() -> None:
    found = verdict_figures(verdict_counts(pairs(LABELLED, GIVEN), 0))
    assert found["contradicted_as_met"] == (2 / 6, 6)
    assert found["missed_as_met"] == (1 / 9, 9)


def test_a_verdict_that_never_occurs_does_not_weigh_on_the_mean_f1() -> None:
    assert figures("mmx", "mmx")["macro_f1"] == 1.0


def test_a_share_of_nothing_is_none() -> None:
    assert set(figures("", "").values()) == {None}
    assert figures("xx", "xx")["met_f1"] is None
    assert share(0, 0) is None


def test_confidence_that_means_what_it_says_has_no_calibration_error() -> None:
    assert figures("mmmmx", "mmmmm", sure=0.8)["ece"] == pytest.approx(0)
    assert figures("mmmmm", "mmmmm", sure=0.8)["ece"] == pytest.approx(0.2)
    assert figures("mx", "mm", sure=0.8)["brier"] == pytest.approx((0.04 + 0.64) / 2)


def test_the_surest_verdicts_are_counted_apart() -> None:
    sums = totals([verdict_counts(pairs("x", "m", 0.6), 0.8), verdict_counts(pairs("mx", "mm", 0.9), 0.8)])
    assert verdict_figures(sums)["error_at_75"] == (0.5, 2)


def test_the_table_has_a_row_for_each_labelled_and_a_column_for_each_given_verdict() -> None:
    table = confusion(verdict_counts(pairs("mc", "pm"), 0))
    assert VERDICTS == ("met", "partial", "missed", "contradicted")
    assert table == [[0, 1, 0, 0], [0] * 4, [0] * 4, [1, 0, 0, 0]]


def test_ten_bins_hold_every_confidence() -> None:
    assert [bin_of(value) for value in (0.0, 0.09, 0.95, 1.0)] == [0, 0, 9, 9]
    assert bins(verdict_counts(pairs("mx", "mm", 0.75), 0))[7] == (2, 1.5, 1.0)
