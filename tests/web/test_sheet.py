"""A sheet as a form holds it, and what pressing does to it."""

import pytest

from grader.bootstrap import services
from grader.rubric import Concept
from grader.settings import Settings
from grader.web.sheet import Asked, Sheet, deepened, read_sheets, rung_down, rung_up, rungs_asked, toggled

CACHE = "backend-hiring-questions/when-to-use-cache"
SCALE = "backend-hiring-questions/how-to-scale-backend"


def token() -> Concept:
    found = services(Settings()).grading.rubric(CACHE).concept("oauth-token")
    assert found is not None
    return found


def test_a_form_gives_its_sheets_in_order() -> None:
    form = [("q", SCALE), ("q", CACHE), (f"notes:{CACHE}", "a\r\nb"), (f"hand:{CACHE}:oauth-token", "met")]
    form += [(f"asked:{CACHE}:oauth-token", "narrow/0.5"), (f"deeper:{CACHE}", "expensive-operations")]
    form += [(f"hand:{CACHE}:expensive-operations", "odd"), (f"asked:{CACHE}:x", "odd/9"), ("other", "x")]
    first, second = read_sheets(form)
    assert (first.rubric, first.notes, first.is_blank) == (SCALE, "", True)
    asked, deeper = {"oauth-token": Asked("narrow", 0.5)}, frozenset({"expensive-operations"})
    assert second == Sheet(CACHE, "a\nb", {"oauth-token": "met"}, asked, deeper)
    assert not second.is_blank


@pytest.mark.parametrize(
    "asked", [Asked("nudge"), Asked("direct", 0.25), Asked("narrow", 1.0), Asked("nudge", 0.1 / 3)]
)
def test_what_was_asked_comes_back_from_the_form(asked: Asked) -> None:
    (sheet,) = read_sheets([("q", CACHE), (f"asked:{CACHE}:oauth-token", str(asked))])
    assert sheet.asked["oauth-token"].rung == asked.rung
    assert sheet.asked["oauth-token"].before == pytest.approx(asked.before, abs=1e-4)


def test_each_press_goes_a_rung_down_and_the_last_one_stays() -> None:
    sheet, seen = Sheet(CACHE), []
    for credit in (0.25, 0.5, 1.0, 1.0):
        sheet = rung_down(sheet, token(), credit)
        seen.append(sheet.asked["oauth-token"])
    assert [each.rung for each in seen] == ["nudge", "narrow", "direct", "direct"]
    assert {each.before for each in seen} == {0.25}  # what was there before the first hint


def test_what_was_not_asked_after_all_is_taken_back_rung_by_rung() -> None:
    sheet = rung_down(rung_down(Sheet(CACHE), token(), 0.5), token(), 1.0)
    once = rung_up(sheet, token())
    assert once.asked == {"oauth-token": Asked("nudge", 0.5)}
    assert rung_up(once, token()).asked == {}
    assert rung_up(Sheet(CACHE), token()).asked == {}


def test_a_rung_that_a_rubric_no_longer_has_counts_as_not_asked() -> None:
    short = token().model_copy(update={"narrow": None, "direct": None})
    assert rungs_asked(short, Asked("direct")) == 0
    assert (
        rung_down(Sheet(CACHE, asked={"oauth-token": Asked("direct")}), short, 1.0).asked["oauth-token"].rung == "nudge"
    )


def test_going_deeper_is_noted_and_taken_back() -> None:
    once = deepened(Sheet(CACHE), "oauth-token")
    assert once.deeper == {"oauth-token"}
    assert deepened(once, "oauth-token").deeper == frozenset()


def test_what_was_set_by_hand_is_given_back_to_the_notes() -> None:
    sheet = toggled(Sheet(CACHE), "oauth-token", "missed")
    assert sheet.hand == {"oauth-token": "met"}
    assert toggled(sheet, "oauth-token", "met").hand == {}
