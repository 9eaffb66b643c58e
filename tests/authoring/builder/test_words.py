"""The words that constructs are known by."""

import re

from grader.authoring.builder.words import any_of, opens_with, words


def test_words_are_lower_case_and_without_punctuation() -> None:
    assert words('Use "Indexes", e.g. (B-tree).') == ["use", "indexes", "e.g", "b-tree"]


def test_a_text_opens_with_a_whole_word() -> None:
    assert opens_with("Use indexes", "openers")
    assert not opens_with("users like it", "openers")


def test_longer_entries_come_first() -> None:
    found = re.match(any_of("example"), "for example, a raisin")
    assert found
    assert found[0] == "for example"
