"""Find the question repeated in the answer."""

from grader.matching.echo import echoed
from grader.text import tokenize

QUESTION = tokenize("How to scale a backend?").words


def test_the_question_repeated_is_found() -> None:
    assert echoed(tokenize("How to scale a backend? I cache.").words, QUESTION) == {0, 1, 2, 3, 4}


def test_a_few_of_its_words_are_no_echo() -> None:
    assert echoed(tokenize("I scale the backend.").words, QUESTION) == set()
