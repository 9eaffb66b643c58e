"""What to ask next in an interview."""

from grader.bootstrap import services
from grader.grading import Grading
from grader.settings import Settings
from grader.web.interview import Panel, panel
from grader.web.sheet import Asked, Sheet

CACHE = "backend-hiring-questions/when-to-use-cache"
SCALE = "backend-hiring-questions/how-to-scale-backend"
GRADING: Grading = services(Settings()).grading


def shown(rubric: str, notes: str = "", **more: object) -> Panel:
    return panel(GRADING, Sheet(rubric, notes, **more))  # type: ignore[arg-type]


def test_hints_ask_for_what_is_open_and_begin_with_the_nudge() -> None:
    (probe,) = shown(CACHE, "slow reports").ask
    assert (probe.concept, probe.place, probe.rung, probe.before) == ("oauth-token", 2, "nudge", ())
    assert "oauth" not in probe.hint.lower()


def test_the_rungs_that_were_asked_stand_above_the_next_one() -> None:
    (probe,) = shown(CACHE, "slow reports", asked={"oauth-token": Asked("narrow")}).ask
    assert (probe.rung, len(probe.before), probe.used_up) == ("direct", 2, False)
    (probe,) = shown(CACHE, "slow reports", asked={"oauth-token": Asked("direct")}).ask
    assert (probe.rung, len(probe.before), probe.used_up) == ("direct", 2, True)


def test_what_was_begun_stays_in_front_and_what_was_asked_to_the_end_goes_last() -> None:
    assert shown(SCALE, asked={"queues": Asked("nudge")}).ask[0].concept == "queues"
    assert "queues" not in [each.concept for each in shown(SCALE, asked={"queues": Asked("direct")}).ask]


def test_what_is_least_sure_is_asked_before_what_is_surely_missing() -> None:
    found = shown("how-to-test-backend", "we avoid mocking the database")
    assert [each.concept for each in found.ask] == ["input-output", "integration-tests"]


def test_what_a_person_set_is_sure_and_asked_last() -> None:
    found = shown(CACHE, hand={"expensive-operations": "missed"})
    assert [each.concept for each in found.ask] == ["oauth-token", "expensive-operations"]


def test_what_is_met_can_be_gone_into_and_what_was_gone_into_comes_last() -> None:
    first = shown(SCALE, "more machines, a queue").deepen
    assert {each.concept for each in first} == {"horizontal-scaling", "queues"}
    again = shown(SCALE, "more machines, a queue", deeper=frozenset({first[0].concept})).deepen
    assert [(each.concept, each.asked) for each in again] == [(first[1].concept, False), (first[0].concept, True)]


def test_nothing_is_gone_into_that_was_not_said() -> None:
    assert shown(SCALE).deepen == ()
