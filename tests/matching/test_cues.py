"""Find runs of cue words."""

from grader.matching.cues import find_cues
from grader.text import tokenize


def cues(text: str) -> list[tuple[str, int, int]]:
    return [(cue.section, cue.first, cue.last) for cue in find_cues(tokenize(text).words)]


def test_the_longest_cue_wins() -> None:
    assert cues("not only fast") == [("pseudo", 0, 1)]


def test_cues_are_found_where_they_stand() -> None:
    assert cues("we avoid it because locks are evil") == [("backward", 1, 2), ("noun", 6, 6)]


def test_a_text_without_cues_has_none() -> None:
    assert cues("we cache") == []
