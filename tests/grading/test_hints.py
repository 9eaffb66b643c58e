"""What an interviewer may ask next."""

from pathlib import Path

import pytest

from grader.bootstrap import services
from grader.errors import AnswerRefused, UnknownConcept
from grader.grading import Grading, Hint, priority
from grader.settings import Settings

SHIPPED = services(Settings()).grading
ROOT = Path(__file__).parent.parent.parent
QUEUES = (
    "A spike arrives. What now?",
    "Ten can be done a second, and a thousand arrive. What becomes of the rest?",
    "Nothing may be lost, and nobody can wait. What do you put in the middle?",
)


def queues(grading: Grading, notes: str = "", asked: int = 0) -> Hint:
    found = grading.hints("how-to-scale", notes, {"queues": asked}).hints
    return next(hint for hint in found if hint.concept == "queues")


def states(slug: str, notes: str) -> dict[str, str]:
    return {hint.concept: hint.state for hint in SHIPPED.hints(slug, notes).hints}


def test_without_notes_every_concept_is_open(grading: Grading) -> None:
    assert {hint.state for hint in grading.hints("how-to-scale").hints} == {"open"}


def test_what_is_still_open_comes_first(grading: Grading) -> None:
    hints = grading.hints("how-to-scale", "more servers").hints
    assert [(hint.concept, hint.state) for hint in hints] == [("queues", "open"), ("scale-out", "covered")]


def test_in_notes_bare_terms_count_as_claims(grading: Grading) -> None:
    states = {hint.state for hint in grading.hints("how-to-scale", "more servers, queue").hints}
    assert states == {"covered"}


@pytest.mark.parametrize(("asked", "rung"), [(0, "nudge"), (1, "narrow"), (2, "direct"), (3, "direct"), (-1, "nudge")])
def test_each_time_a_hint_was_asked_the_next_one_tells_more(grading: Grading, asked: int, rung: str) -> None:
    found = queues(grading, asked=asked)
    assert found.rung == rung
    assert tuple(step.hint for step in found.ladder) == QUEUES
    assert found.hint == QUEUES[min(max(asked, 0), 2)]


def test_what_was_asked_to_the_last_rung_lets_others_go_first(grading: Grading) -> None:
    first, last = grading.hints("how-to-scale", "", {"scale-out": 1}).hints
    assert (first.concept, last.concept) == ("queues", "scale-out")
    assert last.rung == "nudge"  # an old file has one hint a concept


def test_a_covered_concept_is_asked_about_in_depth(grading: Grading) -> None:
    found = queues(grading, "queue")
    assert (found.rung, found.hint) == ("follow_up", "What if it grows for hours?")


def test_weight_times_uncertainty_decides_what_to_ask_first() -> None:
    found = SHIPPED.hints("how-to-test-backend", "we look at the state after the call").hints
    open_ = [hint for hint in found if hint.state != "covered"]
    assert [hint.priority for hint in open_] == sorted((hint.priority for hint in open_), reverse=True)
    assert (priority(2, 0.9), priority(1, 0.9)) == (0.2, 0.1)


def test_a_concept_that_is_not_there_cannot_have_been_asked(grading: Grading) -> None:
    with pytest.raises(UnknownConcept, match="no concept 'nothing'"):
        grading.hints("how-to-scale", "", {"nothing": 1})


def test_notes_that_are_too_long_are_refused(grading: Grading) -> None:
    with pytest.raises(AnswerRefused):
        grading.hints("how-to-scale", "x" * 20_001)


def test_an_interviewers_shorthand_is_understood() -> None:
    assert [c for c, s in states("how-to-scale-backend", "lb, repl, cache ok").items() if s == "covered"] == [
        "horizontal-scaling",
        "caching",
    ]
    assert states("how-to-optimize-database-queries", "idx, explain, mat view")["materialized-views"] == "covered"


@pytest.mark.parametrize(
    ("slug", "said"),
    [
        ("how-to-test-backend", "we avoid mocking the database and prefer integration tests over unit tests"),
        (
            "how-to-deal-with-security",
            "tls everywhere, sign in with oauth, signed jwt between services, a waf in front",
        ),
        ("when-to-use-rest-api-or-graphql", "graphql for our own apps, plain rest for partners outside"),
        ("how-to-scale-backend", "more machines behind a load balancer, then put slow work into a queue"),
    ],
)
def test_in_mid_sentence_what_was_heard_stays_heard(slug: str, said: str) -> None:
    heard: set[str] = set()
    for end in range(len(said) + 1):
        found = {concept for concept, state in states(slug, said[:end]).items() if state == "covered"}
        if said[end : end + 1] in ("", " ", ","):  # a word is whole
            assert found >= heard, said[:end]
            heard = found
    assert len(heard) >= 2
