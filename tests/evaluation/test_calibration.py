"""Confidence fitted on labels: it means what it says on questions it has not seen."""

import json
from pathlib import Path
from random import Random

import pytest

from benchmarks.calibrate import TARGET, as_data, fitted
from grader.evaluation.calibration import BY_RULES, Case, calibrate, cross_validated, fit
from grader.matching import SIGNALS, calibration, probability

EXAMPLES = Path(__file__).parent.parent.parent / "docs" / "examples" / "labels.jsonl"


def made(n: int, weight: float) -> list[Case]:
    """Return verdicts that are right as often as `weight` x the rules' confidence (in log odds) says."""
    draw = Random(5)
    found = []
    for number in range(n):
        signals = (1.0, draw.uniform(0, 3), *(0.0 for _ in SIGNALS[2:]))
        right = draw.random() < probability((0.0, weight), signals[:2])
        found.append(Case(f"q{number % 30}", "met", signals, right))
    return found


def test_the_weights_are_those_that_made_the_labels() -> None:
    weights = dict(zip(SIGNALS, fit(made(4000, 0.5))["met"], strict=True))
    assert weights["rules"] == pytest.approx(0.5, abs=0.15)
    assert weights["always"] == pytest.approx(0, abs=0.25)


def test_without_labels_the_rules_stand() -> None:
    assert fit([])["met"] == BY_RULES
    assert fit(made(300, 0.5))["missed"] == BY_RULES


def test_overconfident_rules_are_mended_on_questions_not_seen() -> None:
    found = calibrate(made(2000, 0.4))
    assert found.by_rules.ece > 0.1 > 0.04 > found.cross_validated.ece
    assert found.cross_validated.brier < found.by_rules.brier
    assert (found.n, found.questions) == (2000, 30)


def test_no_verdict_is_judged_by_weights_fitted_on_its_own_question() -> None:
    one_question = [Case("q", "met", case.signals, case.agrees) for case in made(500, 0.1)]
    by_rules = sorted(probability(BY_RULES, case.signals) for case in one_question)
    assert sorted(sure for sure, _ in cross_validated(one_question)) == by_rules


def test_from_the_threshold_on_no_more_disagree_than_stated() -> None:
    found = calibrate(made(2000, 1.0), stated_error=0.1)
    sure = [agrees for confidence, agrees in cross_validated(made(2000, 1.0)) if confidence >= found.unsure_below]
    assert 1 - sum(sure) / len(sure) <= 0.1
    assert found.coverage == len(sure) / 2000


def test_an_error_that_cannot_be_reached_leaves_everything_unsure() -> None:
    wrong = [Case(case.question, "met", case.signals, False) for case in made(100, 1.0)]
    assert (calibrate(wrong).unsure_below, calibrate(wrong).coverage) == (1.0, 0.0)


def test_the_benchmark_fits_labelled_answers_and_its_data_has_every_weight() -> None:
    data = as_data(fitted([EXAMPLES]), None)
    assert data["n"] == 18
    assert set(data["weights"]["met"]) == set(SIGNALS)
    assert calibration().unsure_below == json.loads(TARGET.read_text("utf-8"))["unsure_below"]


def test_the_shipped_confidence_does_on_the_labels_what_the_page_says(gold: Path) -> None:
    found = fitted([gold / "dev.jsonl"])
    assert found.cross_validated.ece <= 0.05
    assert found.cross_validated.error_at_75 <= 0.09
