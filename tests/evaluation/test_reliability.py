"""Agreement by confidence, and disagreement by coverage."""

from grader.evaluation.reliability import coverage, reliability, sure_from
from grader.evaluation.verdicts import verdict_counts

from .factories import pairs


def test_a_bin_tells_mean_confidence_and_the_share_that_agrees() -> None:
    found = reliability(verdict_counts(pairs("mx", "mm", 0.75), 0))
    assert [one.n for one in found] == [0, 0, 0, 0, 0, 0, 0, 2, 0, 0]
    assert (found[7].low, found[7].high, found[7].confidence, found[7].agreement) == (0.7, 0.8, 0.75, 0.5)
    assert (found[0].confidence, found[0].agreement) == (None, None)


def test_the_surest_come_first_and_the_error_is_of_all_so_far() -> None:
    verdicts = [(0.9, True), (0.6, False), (0.8, True), (0.7, False)]
    found = [(one.coverage, one.threshold, one.error) for one in coverage(verdicts)]
    assert found == [(0.25, 0.9, 0.0), (0.5, 0.8, 0.0), (0.75, 0.7, 0.3333), (1.0, 0.6, 0.5)]


def test_verdicts_of_the_same_confidence_cannot_be_told_apart() -> None:
    found = coverage([(0.9, True)] * 3 + [(0.9, False)] + [(0.5, False)])
    assert [(one.coverage, one.error) for one in found] == [(0.8, 0.25), (1.0, 0.4)]


def test_of_no_verdicts_there_is_no_coverage() -> None:
    assert coverage([]) == ()
    assert sure_from([], 0.75) == 1.0
    assert sure_from([0.1, 0.4, 0.3, 0.2], 0.75) == 0.2
