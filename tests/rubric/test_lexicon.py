"""A lexicon."""

from tests.factories import make_lexicon


def test_a_plain_text_is_a_list_of_synonyms() -> None:
    assert make_lexicon(terms={"cache": "memo | store"}).terms["cache"].same == "memo | store"


def test_lexicons_can_be_keys() -> None:
    assert hash(make_lexicon(terms={"aa": "bb"})) == hash(make_lexicon())
