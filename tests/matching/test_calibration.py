"""The confidence that people see: calibrated, by signals of the whole answer."""

from math import exp
from typing import get_args

from grader.matching import Verdict
from grader.matching.calibration import SHORT, SIGNALS, calibrated, calibration, probability
from grader.matching.evidence import ConceptMatch

LONG = SHORT


def found(*verdicts: Verdict, beyond: int = 0, length: int = LONG) -> list[dict[str, float]]:
    """Return the signals of an answer with these verdicts, by name."""
    concepts = [ConceptMatch(f"c{i}", verdict, None, 0, 0.8, ()) for i, verdict in enumerate(verdicts)]
    return [dict(zip(SIGNALS, one.signals, strict=True)) for one in calibrated(concepts, beyond, length)]


def test_the_shipped_weights_are_for_every_verdict_and_signal() -> None:
    weights = calibration().weights
    assert set(weights) == set(get_args(Verdict))
    assert {len(of_one) for of_one in weights.values()} == {len(SIGNALS)}
    assert 0 < calibration().unsure_below <= 1


def test_the_other_concepts_are_the_signals_of_one() -> None:
    first, second, third = found("met", "missed", "contradicted")
    assert [one["others_met"] for one in (first, second, third)] == [0.0, 0.5, 0.5]
    assert [one["others_contradicted"] for one in (first, second, third)] == [1, 1, 0]
    assert [one["others_found"] for one in (first, second, third)] == [1, 1, 1]


def test_where_nothing_else_is_found_no_signal_says_so() -> None:
    assert [one["others_found"] for one in found("met", "missed")] == [0, 1]
    assert found("met") == [dict(zip(SIGNALS, (1.0, found("met")[0]["rules"], 0, 0, 0, 0, 0, 0), strict=True))]


def test_claims_beyond_the_rubric_and_terse_answers_are_signals() -> None:
    assert [found("met", beyond=n)[0]["beyond"] for n in (0, 1, 5)] == [0, 1, 1]
    assert [found("met", "met", length=n)[0]["terse"] for n in (2, LONG)] == [1, 0]
    assert found("met", "missed", length=2)[0]["terse"] == 0


def test_the_probability_is_the_logistic_of_the_weighted_signals() -> None:
    assert probability((0.5, 2.0), (1.0, 0.25)) == round(1 / (1 + exp(-1)), 4)


def test_an_answer_in_which_nothing_is_found_is_surely_missed() -> None:
    nothing = ConceptMatch("it", "missed", None, 0, 0.9, ())
    (alone,) = calibrated([nothing], 0, 0)
    beside, _ = calibrated([nothing, ConceptMatch("more", "met", None, 0, 0.9, ())], 0, 2)
    assert alone.confidence > calibration().unsure_below
    assert alone.confidence > beside.confidence + 0.1
