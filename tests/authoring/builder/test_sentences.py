"""References cut into sentences."""

from grader.authoring.builder.sentences import is_prose, sentences


def test_abbreviations_and_numbers_end_no_sentence() -> None:
    text = "Use a store, e.g. Redis vs. Memcached, at 1.5 times the size; evict. Measure it"
    assert sentences(text) == ("Use a store, e.g. Redis vs. Memcached, at 1.5 times the size", "evict", "Measure it")


def test_several_sentences_with_verbs_are_prose() -> None:
    assert is_prose("The index is sorted", among=2)
    assert not is_prose("use an index", among=2)


def test_one_sentence_is_prose_if_it_is_written_as_one() -> None:
    assert is_prose("An index is a sorted copy of some columns of a table", among=1)
    assert not is_prose("for sql you need structural and data migrations, and they can fail", among=1)
