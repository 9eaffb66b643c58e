"""A scorecard as Markdown and JSON."""

import json

from grader.bootstrap import services
from grader.settings import Settings
from grader.web.interview import Panel, Sheet, panel
from grader.web.scorecard import as_json, as_markdown

CACHE = "backend-hiring-questions/when-to-use-cache"


def panels(notes: str) -> list[Panel]:
    sheet = Sheet(CACHE, notes, {"oauth-token": "met"}, frozenset({"oauth-token"}))
    return [panel(services(Settings()).grading, sheet)]


def test_json_holds_the_notes_word_for_word_and_both_scores() -> None:
    card = json.loads(as_json("C-1", panels("slow reports\u202e <b>")))
    assert (card["candidate"], card["score"], card["unprompted"]) == ("C-1", 1.0, 0.5)
    assert card["questions"][0]["notes"] == "slow reports\u202e <b>"
    assert card["questions"][0]["concepts"][1]["decided_by"] == "person"


def test_markdown_says_what_was_heard_by_whom_and_when() -> None:
    text = as_markdown("C-1", panels("slow reports"))
    assert "100 of 100 (50 without what came after a hint)" in text
    assert "- **met**, set by hand, after a hint: to cache oauth token with expirations" in text
    assert "> slow reports" in text


def test_markup_in_notes_and_names_shows_and_does_nothing() -> None:
    text = as_markdown("[x](javascript:1)", panels("<script>\n# head\n![](x)"))
    assert r"\[x\]\(javascript:1\)" in text
    assert r"> \<script\>" in text
    assert r"> \# head" in text
