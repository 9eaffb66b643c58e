"""Hints for whom they are."""

from grader.access import ROLES, Principal
from grader.api.spoken import spoken
from grader.grading import Hint, Hints, LadderStep

HINT = Hint(
    concept="c",
    source="the answer",
    state="open",
    rung="nudge",
    hint="h",
    ladder=(LadderStep(rung="nudge", hint="h"),),
    follow_up=None,
    priority=0.1,
)
HINTS = Hints(rubric="a/b", question="q", hints=(HINT,))


def test_who_may_read_rubrics_sees_the_references_words() -> None:
    assert spoken(HINTS, Principal("t", "k", ROLES["interviewer"])) == HINTS


def test_who_may_only_have_hints_does_not() -> None:
    found = spoken(HINTS, Principal("t", "k", frozenset({"hints:read"})))
    assert "the answer" not in found.model_dump_json()
    assert found.hints[0].hint == "h"
