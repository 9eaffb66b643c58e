"""Word lists that ship as data files."""

from grader.text import english_words, word_lists


def test_a_section_lists_its_entries_without_comments() -> None:
    assert "but" in word_lists("grader.text", "clauses.txt")["conjunctions"]
    assert not any("#" in entry for entry in word_lists("grader.text", "clauses.txt")["subjects"])


def test_common_words_guard_against_false_slips() -> None:
    assert {"cache", "queue", "broke"} - english_words() == set()
    assert "kubernetes" not in english_words()
