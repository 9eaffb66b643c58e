"""Cut a folded text into tokens."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.text import is_word, marks, tokenize


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I don't, really.", ("i", "don't", ",", "really", ".")),
        ("redis's TTL", ("redis", "ttl")),
        ("node.js e.g. etcd etc.", ("node", "js", "e.g", "etcd", "etc")),
        ("a \u2192 b", ("a", "->", "b")),
        ("one\n- two", ("one", "\n", "two")),
        ("really? 'done?' ok", ("really", "?", "done", ",", "ok")),
        ("end-to-end", ("end", "to", "end")),
    ],
)
def test_a_text_is_cut_into_words_and_marks(text: str, words: tuple[str, ...]) -> None:
    assert tokenize(text).words == words


def test_a_line_break_within_a_wrapped_sentence_does_not_end_it() -> None:
    assert "\n" not in tokenize("word " * 16 + "\nand so on").words


@given(st.text())
def test_spans_lie_in_the_original_text_in_order(text: str) -> None:
    tokens = tokenize(text)
    spans = [tokens.span(i, i) for i in range(len(tokens.words))]
    assert all(0 <= start <= end <= len(text) for start, end in spans)
    assert [start for start, _ in spans] == sorted(start for start, _ in spans)


def test_marks_are_no_words() -> None:
    assert [is_word(token) for token in ("a", "7", ".", "->", "\n")] == [True, True, False, False, False]


def test_no_mark_is_a_word() -> None:
    assert not any(map(is_word, marks()))
    assert "," in marks()
