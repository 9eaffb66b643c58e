"""What a judge that is always right would bring."""

from grader.evaluation.oracle import Routed, oracle_curve, routed_at

CERTAIN = [(0.5, False), (0.6, True), (0.7, False), (0.9, True)]


def test_asking_nobody_is_the_matcher_and_asking_all_is_the_oracle() -> None:
    curve = oracle_curve(CERTAIN)
    assert (curve[0].asked, curve[0].accuracy) == (0, 0.5)
    assert (curve[-1].asked, curve[-1].accuracy) == (1, 1)


def test_more_asked_never_agrees_less() -> None:
    accuracies = [point.accuracy for point in oracle_curve(CERTAIN * 50)]
    assert accuracies == sorted(accuracies)


def test_concepts_of_one_confidence_are_asked_together() -> None:
    assert [point.asked for point in oracle_curve([(0.5, True), (0.5, False)])] == [0, 1]


def test_the_threshold_in_use_is_one_point() -> None:
    assert routed_at(CERTAIN, 0.65) == Routed(0.65, 0.5, 0.75)


def test_without_verdicts_there_is_no_curve() -> None:
    assert oracle_curve([]) == ()
    assert routed_at([], 0.5) is None
