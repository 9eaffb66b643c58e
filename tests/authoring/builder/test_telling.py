"""The telling words of a text."""

from grader.authoring.builder.telling import known, stems, telling
from tests.factories import make_lexicon

LEXICON = make_lexicon(terms={"foreign key": {"same": "fk"}})


def test_function_words_and_light_verbs_are_not_telling() -> None:
    assert telling("use the index on a column", LEXICON) == ("index", "column")


def test_a_term_of_the_lexicon_stays_whole() -> None:
    assert telling("add a foreign key", LEXICON) == ("foreign key",)
    assert known(LEXICON)[stems("foreign keys")] == "foreign key"


def test_a_joined_word_stays_whole_where_its_parts_would_be_lost() -> None:
    assert telling("one-dimensional layouts, event-driven", LEXICON) == (
        "one_dimensional",
        "layouts",
        "event",
        "driven",
    )


def test_alternatives_stay_in_one_place() -> None:
    assert telling("move to on-premise/bare-metal machines", LEXICON) == ("move", "on_premise/bare_metal", "machines")
