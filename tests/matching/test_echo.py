"""Find the question repeated in the answer."""

from grader.matching.echo import asked, echoed
from grader.text import is_word, stem, tokenize

QUESTION = asked("How to scale a backend?")


def places(text: str) -> set[int]:
    return echoed([stem(word) if is_word(word) else "" for word in tokenize(text).words], QUESTION)


def test_the_question_repeated_is_found() -> None:
    assert places("How to scale a backend? I cache.") == {0, 1, 2, 3, 4}


def test_a_few_of_its_words_are_no_echo() -> None:
    assert places("I scale the backend.") == set()


def test_the_bare_question_is_all_echo_though_a_word_is_left_out() -> None:
    assert places("how to scale backend") == {0, 1, 2, 3}
