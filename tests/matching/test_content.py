"""What a reference says, as weighted words."""

from grader.matching.content import content_of, name_of, stems, weights
from grader.text import tokenize
from tests.factories import make_rubric


def weigh(text: str, question: str = "") -> dict[str, float]:
    return weights(tokenize(text).words, stems(tokenize(question).words))


def test_a_function_word_weighs_a_quarter_of_a_content_word() -> None:
    assert weigh("the memory") == {"the": 0.25, "memori": 1.0}


def test_a_denial_weighs_as_much_as_a_content_word() -> None:
    assert weigh("not without") == {"not": 1.0, "without": 1.0}


def test_a_word_that_any_sentence_may_hold_weighs_half_of_one_that_few_do() -> None:
    assert weigh("includes memory") == {"includ": 0.5, "memori": 1.0}


def test_what_the_question_says_weighs_a_fifth() -> None:
    assert weigh("a variable stores", "What is a variable?") == {"a": 0.05, "variabl": 0.2, "store": 1.0}


def test_a_small_number_is_the_same_in_words_and_digits() -> None:
    assert name_of("two") == name_of("2") == "2"


def test_the_content_of_a_rubric_is_that_of_its_sources() -> None:
    content = content_of(make_rubric({"it": "anything"}, question="Why?", source="less memory"))
    assert content.concepts == ({"less": 1.0, "memori": 1.0},)
    assert content.question.stems == ("whi",)
    assert "memori" in content.likeness.alike("memory")
