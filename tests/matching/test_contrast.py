"""Whether `over`, `than` and `to` set one thing against another."""

import pytest

from grader.matching.contrast import is_contrast
from grader.matching.cues import find_cues
from grader.text import divide, tokenize


def contrasts(text: str) -> bool:
    words = tokenize(text).words
    cues = find_cues(words)
    preferences = [cue for cue in cues if cue.section == "preference"]
    asked = [cue for cue in cues if cue.section == "contrast"]
    return any(is_contrast(cue, words, divide(words), preferences) for cue in asked)


@pytest.mark.parametrize(
    "text",
    [
        "I prefer files over tables",
        "files are better than tables",
        "I prefer files to tables",
        "I'd take a file over a table",
        "unit tests over integration tests",
        "sessions over tokens any day",
    ],
)
def test_a_preference_makes_a_contrast(text: str) -> None:
    assert contrasts(text)


@pytest.mark.parametrize("text", ["send it over the wire", "more than one", "I prefer to cache", "events over a queue"])
def test_other_uses_are_none(text: str) -> None:
    assert not contrasts(text)
