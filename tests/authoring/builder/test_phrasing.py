"""Phrases for a text."""

import pytest

from grader.authoring.builder.phrasing import phrases_for, sayable
from grader.authoring.builder.topic import topic
from tests.factories import make_lexicon


def full(text: str, question: str = "how to do it?") -> tuple[str, ...]:
    return phrases_for(text, topic(question, [text], make_lexicon())).full


def test_function_words_and_words_of_any_field_are_left_out() -> None:
    assert full("use the explain command") == ("explain",)


def test_words_of_the_question_are_left_out_if_something_remains() -> None:
    assert full("to cache expensive queries", "when to use a cache?") == ("expensive queries",)
    assert full("caching", "when to use a cache?") == ("caching",)


def test_of_three_words_two_are_enough() -> None:
    assert set(full("rotate signing keys")) == {"rotate signing", "rotate keys", "signing keys"}


def test_of_two_words_the_second_is_enough_unless_it_says_too_little() -> None:
    assert full("semantic landmarks") == ("landmarks",)
    assert full("a foreign key") == ("foreign key",)


def test_a_denial_stays_in_the_phrase() -> None:
    assert full("without changing the total") == ("without changing total",)


def test_a_typo_is_said_both_ways() -> None:
    assert full("grafna pages") == ("grafna pages", "grafana pages")


def test_what_stands_before_a_preposition_touches_the_text() -> None:
    found = phrases_for("a fallback for partner outages", topic("how?", [], make_lexicon()))
    assert found.touching == ("fallback",)


@pytest.mark.parametrize(("text", "phrase"), [("a | b", "a b"), ("C", "C (alone)"), ("/etc (x)", "etc x")])
def test_marks_of_the_language_do_not_get_into_phrases(text: str, phrase: str) -> None:
    assert sayable(text) == phrase
