"""Stories that end with a parting."""

import pytest

from grader.matching import compile_rubric
from grader.matching.matcher import NO_LISTS, decide_by_rules
from grader.matching.reading import read
from tests.factories import make_lexicon, make_rubric

RUBRIC = make_rubric({"broker": "kafka | message broker", "cache": "cache"})
COMPILED = compile_rubric(RUBRIC, make_lexicon(trade="mongodb"))


def by_rules(answer: str) -> tuple[str, ...]:
    """Return the verdicts of the rules alone."""
    return tuple(one.verdict for one in decide_by_rules(COMPILED, read(answer, COMPILED.reader), NO_LISTS))


@pytest.mark.parametrize(
    "answer",
    [
        "We had Kafka in the middle for two years and then took it out again.",
        "We had Kafka for a year. Then we ripped the whole thing out.",
        "They ran Kafka for everything. One night it lost ten thousand orders. We threw it out.",
        "For a year the orders went through Kafka. Never again.",
        "They ran Kafka for everything. Good riddance.",
        "We built on Kafka and moved back to plain calls.",
    ],
)
def test_what_a_story_parts_with_is_contradicted(answer: str) -> None:
    assert by_rules(answer) == ("contradicted", "missed")


def test_only_what_was_told_last_is_parted_with() -> None:
    assert by_rules("A cache for the hot reads. We had Kafka as well for a year. We ripped it out.") == (
        "contradicted",
        "met",
    )


def test_what_is_claimed_after_a_parting_stands() -> None:
    assert by_rules("We had Kafka for a year and ripped it out. Today a cache does it.") == ("contradicted", "met")


def test_a_story_about_another_thing_of_the_trade_parts_with_no_concept() -> None:
    assert by_rules("Kafka carries the events. We had MongoDB beside it for a year. We ripped it out.")[0] == "met"


def test_a_parting_far_behind_is_about_something_else() -> None:
    answer = "Kafka carries the events. The team is small. The office is nice. There was a table. We threw it out."
    assert by_rules(answer)[0] == "met"


def test_never_again_within_a_sentence_is_a_promise() -> None:
    assert by_rules("With Kafka in between, an order will never again get lost.")[0] == "met"


def test_in_a_condition_nobody_has_parted_with_anything() -> None:
    assert by_rules("Kafka holds the message. If we threw it out, orders would get lost.")[0] == "met"
