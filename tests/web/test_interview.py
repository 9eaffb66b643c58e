"""What an interview's form comes to."""

from grader.bootstrap import services
from grader.grading import Grading
from grader.settings import Settings
from grader.web.interview import Sheet, panel, read_sheets, toggled, total

CACHE = "backend-hiring-questions/when-to-use-cache"
SCALE = "backend-hiring-questions/how-to-scale-backend"


def grading() -> Grading:
    return services(Settings()).grading


def test_a_form_gives_its_sheets_in_order() -> None:
    form = [("q", SCALE), ("q", CACHE), (f"notes:{CACHE}", "a\r\nb"), (f"hand:{CACHE}:oauth-token", "met")]
    form += [(f"asked:{CACHE}", "oauth-token"), (f"hand:{CACHE}:expensive-operations", "odd"), ("other", "x")]
    first, second = read_sheets(form)
    assert (first.rubric, first.notes) == (SCALE, "")
    assert second == Sheet(CACHE, "a\nb", {"oauth-token": "met"}, frozenset({"oauth-token"}))


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
    assert toggled(sheet, "expensive-operations", "missed").hand == {}


def test_what_came_after_a_hint_is_shown_apart() -> None:
    sheet = Sheet(CACHE, "slow reports", {"oauth-token": "met"}, frozenset({"oauth-token"}))
    found = panel(grading(), sheet)
    assert (found.grade.score, found.unprompted) == (1.0, 0.5)
    assert total([found, panel(grading(), Sheet(CACHE))]) == (0.5, 0.25)


def test_hints_ask_for_what_is_open_and_never_say_the_concept() -> None:
    found = panel(grading(), Sheet(CACHE, "slow reports"))
    assert [hint.concept for hint in found.ask] == ["oauth-token"]
    assert "oauth" not in found.ask[0].hint.lower()


def test_notes_that_are_too_long_are_kept_and_the_panel_says_why() -> None:
    found = panel(grading(), Sheet(CACHE, "x" * 20_001))
    assert "at most 20,000" in found.fault
    assert len(found.sheet.notes) == 20_001
