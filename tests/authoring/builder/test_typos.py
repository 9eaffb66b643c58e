"""Likely typos in a seed."""

import pytest

from grader.authoring.builder.typos import corrected
from tests.factories import make_lexicon

LEXICON = make_lexicon(terms={"vernier caliper": {"same": "caliper gauge"}})


@pytest.mark.parametrize(
    ("text", "question", "found"),
    [
        ("prometeus", "how to observe?", {"prometeus": "prometheus"}),
        ("draw the archicture", "how?", {"archicture": "architecture"}),
        ("a venier scale", "how?", {"venier": "vernier"}),
        ("create a pooling fallback", "a webhook does not arrive?", {"pooling": "polling"}),
        ("pooling of connections", "how to speed up a database?", {}),
        ("use kubernetes", "how?", {}),
    ],
)
def test_what_was_meant_is_proposed(text: str, question: str, found: dict[str, str]) -> None:
    assert corrected(text, question, LEXICON) == found


def test_a_spelling_that_the_lexicon_knows_is_no_typo() -> None:
    lexicon = make_lexicon(terms={"prometheus": {"same": "prometeus"}})
    assert corrected("prometeus", "how?", lexicon) == {}
