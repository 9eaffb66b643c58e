"""Which phrases of a rubric an answer can hold, by its terms alone."""

from hypothesis import given
from hypothesis import strategies as st

from grader.matching.candidates import index_phrases, numbers
from grader.matching.phrase import Phrase, Slot, needed
from tests.factories import read

PHRASES = st.lists(st.lists(st.sets(st.integers(0, 9), min_size=1), min_size=1, max_size=6), max_size=8)


def made(written: list[list[set[int]]]) -> list[Phrase]:
    return [Phrase("", tuple(Slot(tuple(slot), "") for slot in slots), n) for n, slots in enumerate(written)]


def filled(phrase: Phrase, terms: set[int]) -> int:
    return sum(any(term in terms for term in slot.terms) for slot in phrase.slots)


@given(PHRASES, st.sets(st.integers(0, 9)))
def test_the_bits_say_what_counting_slot_by_slot_says(written: list[list[set[int]]], terms: set[int]) -> None:
    phrases = made(written)
    index = index_phrases(phrases)
    found = index.candidates(index.filled(terms))
    assert list(numbers(found)) == [p.number for p in phrases if filled(p, terms) >= needed(len(p.slots))]


@given(PHRASES, st.sets(st.integers(0, 9)))
def test_the_share_is_that_of_the_phrase_filled_best(written: list[list[set[int]]], terms: set[int]) -> None:
    phrases = made(written)
    index = index_phrases(phrases)
    best = max((filled(p, terms) / len(p.slots) for p in phrases), default=0.0)
    assert index.share(index.filled(terms), (1 << len(phrases)) - 1) == best


def test_part_of_a_phrase_lowers_the_confidence_of_a_miss() -> None:
    near = read("spread load machine", "we spread the load").concepts[0]
    far = read("spread load machine", "we write clean code").concepts[0]
    assert near.verdict == far.verdict == "missed"
    assert near.confidence < far.confidence
