"""Small words by what they do in a sentence."""

from grader.matching.speech import small_words


def test_words_are_known_by_their_role() -> None:
    assert {"i", "we'd"} <= small_words("speakers")
    assert "queue" not in small_words("pronouns")
