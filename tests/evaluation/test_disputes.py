"""The weights of disputes: found again where they were put, and measured on questions not seen."""

import json
from math import exp
from pathlib import Path
from random import Random

import pytest

from benchmarks.disputes import TARGET, fitted
from grader.evaluation.disputes import FEWEST, PENALTY, Dispute, fit_disputes, weigh

LABELS = Path(__file__).parent.parent / "labels"
EXAMPLES = Path(__file__).parent.parent.parent / "docs" / "examples" / "labels.jsonl"


def made(n: int) -> list[Dispute]:
    """Return claims that are denied where they hold `zoo`, and mostly not where they hold `fine`."""
    draw, found = Random(3), []
    for number in range(n):
        zoo, fine = draw.random() < 0.3, draw.random() < 0.5
        words = {name for name, said in (("after:zoo", zoo), ("after:fine", fine)) if said}
        denied = draw.random() < (0.9 if zoo else 0.05)
        found.append(Dispute(f"q{number % 20}", "met", frozenset({"always", *words}), denied))
    return found


def test_the_word_that_makes_denials_gets_the_weight() -> None:
    weights = weigh(made(3000))
    assert weights["after:zoo"] > 3
    assert weights["always"] < -1.5
    assert abs(weights.get("after:fine", 0.0)) < 0.5


def test_at_the_weights_the_slope_is_level() -> None:
    """For each sign, what is given less what is labelled is what the penalty pulls."""
    found = made(800)
    weights = weigh(found)
    for sign, weight in weights.items():
        rows = [one for one in found if sign in one.signs]
        given = sum(1 / (1 + exp(-sum(weights.get(name, 0.0) for name in one.signs))) for one in rows)
        assert given - sum(one.denied for one in rows) == pytest.approx(-PENALTY * weight, abs=0.1)


def test_a_sign_seen_seldom_has_no_weight() -> None:
    seldom = [Dispute("q", "met", frozenset({"always", "after:rare"}), True)] * (FEWEST - 1)
    assert "after:rare" not in weigh(made(200) + seldom)
    assert "after:rare" in weigh([*made(200), *seldom, *seldom])


def test_what_would_turn_is_counted_on_questions_not_seen() -> None:
    found = fit_disputes(made(2000))
    assert (found.n, found.questions) == (2000, 20)
    half = next(turned for turned in found.cross_validated if turned.threshold == 0.5)
    assert half.rightly > 8 * half.wrongly > 0


def test_where_every_question_differs_nothing_is_learned_about_the_others() -> None:
    """A word that stands in one question alone turns nothing there: its weight comes from that question."""
    apart = [Dispute("q1", "met", frozenset({"always", "after:zoo"}), True) for _ in range(50)]
    others = [Dispute(f"q{n}", "met", frozenset({"always"}), False) for n in range(2, 12) for _ in range(20)]
    assert all(turned.rightly == 0 for turned in fit_disputes(apart + others).cross_validated)


def test_the_benchmark_fits_labelled_answers() -> None:
    found = fitted([EXAMPLES])
    assert 0 < found.n < 18


@pytest.mark.long
def test_the_shipped_weights_are_what_the_labels_give() -> None:
    shipped = json.loads(TARGET.read_text("utf-8"))
    found = fitted([LABELS / f"{name}.jsonl" for name in ("backend-hiring-questions", "denials", "voices")])
    assert (found.n, found.denied) == (shipped["n"], shipped["denied"])
    assert found.weights == pytest.approx(shipped["weights"], abs=0.01)
