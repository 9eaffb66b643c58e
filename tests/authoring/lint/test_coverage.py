"""The concepts cover the reference, and say more than the question."""

from .conftest import Garden, Lint, codes, one


def test_words_of_the_seed_that_no_concept_covers_are_found(garden: Garden) -> None:
    garden.change(garden.seed, ("feed with compost,", "feed with compost, water at dawn,"))
    assert one(list(garden.report().findings), "S001").text == "water at dawn"


def test_function_words_need_no_concept(garden: Garden) -> None:
    garden.change(garden.seed, ("prune in winter,", "you should use: prune in winter, and"))
    assert codes(list(garden.report().findings)) == ["S003"]


def test_a_part_left_out_of_a_source_is_found(lint: Lint) -> None:
    assert one(lint(("source: prune in winter", "source: prune")), "S001").text == "winter"


def test_words_of_the_seed_that_repeat_the_question_are_vacuous(garden: Garden) -> None:
    garden.change(garden.seed, ("wet leaves", "wet leaves, keep them healthy"))
    assert one(list(garden.report().findings), "C001").text == "keep them healthy"


def test_a_concept_that_repeats_the_question_is_vacuous(garden: Garden, lint: Lint) -> None:
    garden.change(garden.seed, ("feed with compost", "keep healthy roses"))
    found = one(lint(("source: feed with compost", "source: keep healthy roses")), "C001")
    assert (found.line, found.concept) == (19, "feed")
