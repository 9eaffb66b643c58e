"""A phrase made ready for matching."""

from grader.matching.phrase import compile_phrase
from grader.matching.vocabulary import Vocabulary, index
from tests.factories import make_lexicon


def slots(text: str) -> list[tuple[str, int]]:
    phrase = compile_phrase(text, Vocabulary(index(make_lexicon(terms={"load balancer": "lb"}))))
    return [(slot.text, slot.sign) for slot in phrase.slots]


def test_function_words_and_general_verbs_are_left_out() -> None:
    assert slots("use the cache of results") == [("cache", 1), ("results", 1)]


def test_a_particle_counts_beside_a_single_word() -> None:
    assert slots("scale out") == [("scale", 1), ("out", 1)]
    assert slots("scale service out") == [("scale", 1), ("service", 1)]


def test_what_the_lexicon_knows_stays_one() -> None:
    assert slots("behind a load balancer") == [("load balancer", 1)]


def test_words_in_brackets_are_for_the_reader() -> None:
    assert slots("index (on column)") == [("index", 1)]


def test_a_denial_in_a_phrase_is_kept() -> None:
    assert slots("without changing result") == [("changing", -1), ("result", -1)]


def test_alternatives_are_one_place() -> None:
    assert slots("more/extra machine") == [("more/extra", 1), ("machine", 1)]
