"""The question does not answer itself."""

from .conftest import Lint, codes, one


def test_a_phrase_that_the_question_meets_is_found(lint: Lint) -> None:
    found = one(lint(("compost | manure", "compost | healthy roses")), "C002")
    assert (found.line, found.text, found.concept) == (21, "healthy roses", "feed")


def test_a_phrase_that_asks_for_more_is_fine(lint: Lint) -> None:
    assert "C002" not in codes(lint(("compost | manure", "compost | healthy soil")))
