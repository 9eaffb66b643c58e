"""The words a rubric knows."""

from grader.matching.vocabulary import Vocabulary, index, key_of
from tests.factories import make_lexicon


def test_a_term_is_said_by_its_synonyms_and_instances_and_denied_by_its_opposites() -> None:
    lexicon = make_lexicon(terms={"broker": {"same": "message bus", "instances": "kafka", "opposite": "direct call"}})
    vocabulary = Vocabulary(index(lexicon))
    number = vocabulary.term(key_of("broker"))
    assert vocabulary.surfaces[key_of("message bus")] == {(number, 1)}
    assert vocabulary.surfaces[key_of("kafka")] == {(number, 1)}
    assert vocabulary.surfaces[key_of("direct call")] == {(number, -1)}


def test_an_index_is_made_once_for_a_lexicon() -> None:
    lexicon = make_lexicon(terms={"a1": "b1"})
    assert index(lexicon) is index(lexicon)


def test_articles_are_no_part_of_a_key() -> None:
    assert key_of("the message of a broker") == key_of("message of broker")
