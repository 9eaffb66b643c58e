"""Find a rubric's terms in an answer."""

from grader.matching.hits import MOST_HITS, find_hits
from grader.matching.vocabulary import Vocabulary, index, key_of
from grader.text import tokenize
from tests.factories import make_lexicon


def hits(text: str) -> list[tuple[int, int]]:
    vocabulary = Vocabulary(index(make_lexicon(idioms="event loop")))
    number = vocabulary.term(key_of("event"))
    vocabulary.freeze()
    words = tokenize(text).words
    return [
        (hit.first, hit.last) for hit in find_hits(words, vocabulary.stems(words), vocabulary).terms.get(number, [])
    ]


def test_a_term_is_found_where_it_stands() -> None:
    assert hits("an event and more events") == [(1, 1), (4, 4)]


def test_an_idiom_hides_its_words() -> None:
    assert hits("the event loop") == []


def test_the_number_of_hits_is_bounded() -> None:
    assert len(hits("event " * 1000)) == MOST_HITS
