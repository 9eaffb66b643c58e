"""Words that carry meaning."""

from grader.authoring.lint.words import content, every_word, plain, stems


def test_function_words_and_general_verbs_carry_none() -> None:
    assert content("use the indexes, and caches") == ("indexes", "caches")


def test_stems_are_compared_and_not_spellings() -> None:
    assert stems("pruned roses") == stems("prune rose")


def test_every_word_leaves_punctuation_out() -> None:
    assert list(every_word("a, b.")) == ["a", "b"]


def test_a_plain_text_has_single_spaces() -> None:
    assert plain(" a \n b") == "a b"
