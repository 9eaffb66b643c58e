"""Which answers another version grades otherwise."""

from typing import Any

from grader.authoring import Flip, Graded, Turn, flips
from grader.grading import prepare
from grader.rubric import EMPTY, Rubric
from tests.authoring.conftest import rubric_of

ANSWERS = [Graded(1, None, None, "We should use queues."), Graded(2, None, None, "We should use buffers.")]


def found(old: Rubric, new: Rubric) -> list[Flip]:
    return list(flips(prepare(old, EMPTY), prepare(new, EMPTY), ANSWERS))


def version(**fields: Any) -> Rubric:
    queues = {"id": "queues", "source": "use queues", "expect": "queues"}
    return rubric_of("how", "How?", queues | fields, {"id": "cache", "source": "cache", "expect": "cache"})


def test_a_new_phrase_turns_the_verdict_it_is_for() -> None:
    (flip,) = found(version(), version(expect="queues | buffers"))
    assert (flip.answer.line, flip.old, flip.new) == (2, 0.0, 0.5)
    assert flip.turns == (Turn("queues", "missed", "met"),)


def test_the_same_rubric_flips_nothing_nor_does_a_new_name() -> None:
    assert found(version(), version()) == []
    assert found(version(), version(id="queueing")) == []


def test_a_weight_changes_scores_without_a_verdict() -> None:
    (flip,) = found(version(), version(weight=3))
    assert (flip.old, flip.new, flip.turns) == (0.5, 0.75, ())


def test_a_concept_that_is_gone_has_no_new_verdict() -> None:
    only = rubric_of("how", "How?", {"id": "cache", "source": "cache", "expect": "cache"})
    assert found(version(), only)[0].turns == (Turn("queues", "met", None),)
