"""Divide tokens into clauses and sentences."""

from grader.text import divide, tokenize


def clauses(text: str) -> list[str]:
    words = tokenize(text).words
    numbers = divide(words).clause
    return [" ".join(w for w, n in zip(words, numbers, strict=True) if n == k) for k in sorted(set(numbers))]


def test_a_conjunction_begins_a_clause() -> None:
    assert clauses("no locks but queues") == ["no locks", "but queues"]


def test_a_comma_in_a_list_does_not() -> None:
    assert clauses("locks, queues and events") == ["locks , queues and events"]


def test_a_comma_before_a_subject_does() -> None:
    assert clauses("no locks, I use queues") == ["no locks ,", "i use queues"]


def test_sentences_end_at_full_stops_questions_and_lines() -> None:
    divided = divide(tokenize("one. two?\nthree").words)
    assert max(divided.sentence) == 3
    assert divided.questions == {1}
