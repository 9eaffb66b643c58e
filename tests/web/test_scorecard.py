"""A scorecard of panels, as Markdown and JSON."""

import json

from grader.bootstrap import services
from grader.grading import CardDraft
from grader.settings import Settings
from grader.web.interview import panel
from grader.web.scorecard import Interview, as_json, as_markdown, card_of
from grader.web.sheet import Asked, Sheet

CACHE = "backend-hiring-questions/when-to-use-cache"
SCALE = "backend-hiring-questions/how-to-scale-backend"


def card(notes: str, candidate: str = "C-1", weights: dict[str, float] | None = None) -> CardDraft:
    """Return the card of a question with a hint asked, and of one that was not taken up."""
    sheet = Sheet(CACHE, notes, {"oauth-token": "met"}, {"oauth-token": Asked("narrow")}, frozenset({"oauth-token"}))
    panels = [panel(services(Settings()).grading, each) for each in (sheet, Sheet(SCALE))]
    return card_of(Interview(candidate, "an-assessment" if weights else "", "7", weights), panels)


def test_a_question_that_was_not_taken_up_has_no_score() -> None:
    found = card("slow reports")
    assert [each.taken for each in found.questions] == [True, False]
    assert (found.total.score, found.total.unprompted, found.total.counted) == (1.0, 0.5, "1 of 2")
    assert (found.total.low, found.total.high) == (0.5, 1.0)


def test_an_assessments_weights_count() -> None:
    found = card("slow reports", weights={CACHE: 3, SCALE: 1})
    assert [each.weight for each in found.questions] == [3, 1]
    assert (found.assessment, found.total.low) == ("an-assessment", 0.75)


def test_json_holds_the_notes_word_for_word_and_both_scores() -> None:
    found = json.loads(as_json(card("slow reports\u202e <b>")))
    assert (found["candidate"], found["score"], found["unprompted"]) == ("C-1", 1.0, 0.5)
    assert found["questions"][0]["notes"] == "slow reports\u202e <b>"
    concept = found["questions"][0]["concepts"][1]
    assert (concept["decided_by"], concept["asked"], concept["prompted"]) == ("person", "narrow", "narrow")
    assert "feedback" not in concept


def test_markdown_says_what_was_heard_by_whom_and_when() -> None:
    text = as_markdown(card("slow reports"))
    assert "100 of 100 (50 without what came after a hint); 1 of 2 questions taken up, 50 to 100 over all" in text
    assert (
        "- **met**, set by hand, after a narrower hint, asked in depth: to cache oauth token with expirations" in text
    )
    assert "> slow reports" in text
    assert "Not taken up." in text


def test_markup_in_notes_and_names_shows_and_does_nothing() -> None:
    text = as_markdown(card("<script>\n# head\n![](x)", "[x](javascript:1)"))
    assert r"\[x\]\(javascript:1\)" in text
    assert r"> \<script\>" in text
    assert r"> \# head" in text


def test_a_card_without_a_question_that_was_taken_up_has_no_number() -> None:
    panels = [panel(services(Settings()).grading, Sheet(SCALE))]
    found = card_of(Interview(), panels)
    assert found.total.score is None
    assert "No question was taken up." in as_markdown(found)
    assert json.loads(as_json(found))["score"] is None
