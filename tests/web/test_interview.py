"""What an interviewer's sheet comes to."""

from grader.bootstrap import services
from grader.grading import Grading
from grader.settings import Settings
from grader.web.interview import panel
from grader.web.sheet import Asked, Sheet, toggled

CACHE = "backend-hiring-questions/when-to-use-cache"


def grading() -> Grading:
    return services(Settings()).grading


def test_notes_tick_a_concept_and_say_what_was_heard() -> None:
    found = panel(grading(), Sheet(CACHE, "slow reports"))
    assert [line.concept.verdict for line in found.lines] == ["met", "missed"]
    assert found.lines[0].concept.evidence[0].text == "slow reports"
    assert found.grade.score == 0.5


def test_what_is_set_by_hand_stays_while_notes_change() -> None:
    sheet = toggled(Sheet(CACHE, "slow reports"), "expensive-operations", "met")
    found = panel(grading(), Sheet(CACHE, "slow reports and heavy queries", sheet.hand))
    assert found.lines[0].concept.verdict == "missed"
    assert found.lines[0].concept.decided_by == "person"
    assert found.grade.score == 0


def test_what_came_after_a_hint_is_shown_apart_with_its_rung() -> None:
    sheet = Sheet(CACHE, "slow reports", {"oauth-token": "met"}, {"oauth-token": Asked("narrow")})
    found = panel(grading(), sheet)
    assert (found.grade.score, found.unprompted) == (1.0, 0.5)
    assert [line.prompted for line in found.lines] == [None, "narrow"]


def test_only_what_a_hint_added_is_prompted() -> None:
    sheet = Sheet(CACHE, "", {"oauth-token": "met"}, {"oauth-token": Asked("nudge", 0.5)})
    assert (panel(grading(), sheet).grade.score, panel(grading(), sheet).unprompted) == (0.5, 0.25)
    whole = Sheet(CACHE, "slow reports", asked={"expensive-operations": Asked("nudge", 1.0)})
    assert [line.prompted for line in panel(grading(), whole).lines] == [None, None]


def test_notes_that_are_too_long_are_kept_and_the_panel_says_why() -> None:
    found = panel(grading(), Sheet(CACHE, "x" * 20_001))
    assert "at most 20,000" in found.fault
    assert len(found.sheet.notes) == 20_001
