"""Likely typing slips are found in phrases, sources and the question."""

import pytest

from .conftest import Garden, Lint, codes, one


@pytest.mark.parametrize(
    ("slip", "meant"), [("recieve water", "receive"), ("fertilzer", "fertilizer"), ("tempreature", "temperature")]
)
def test_a_slip_in_a_phrase_is_found(slip: str, meant: str, lint: Lint) -> None:
    found = one(lint(("compost | manure", f"compost | {slip}")), "P002")
    assert (found.line, found.text) == (21, slip.split()[0])
    assert f'"{meant}"' in found.message


@pytest.mark.parametrize("word", ["fertilisers", "unwatered", "rootstock", "kubernetes", "Colour", "mulchable"])
def test_a_word_that_a_dictionary_lacks_is_no_slip(word: str, lint: Lint) -> None:
    assert "P002" not in codes(lint(("compost | manure", f"compost | {word}")))


def test_a_word_that_several_phrases_hold_is_meant(lint: Lint) -> None:
    assert "P002" not in codes(lint(("compost | manure", "compost | fertilzer sack | fertilzer bag")))


def test_a_word_of_the_lexicon_is_meant(garden: Garden, lint: Lint) -> None:
    garden.change(garden.lexicon, ("instances: compost", "instances: compost | fertilzer"))
    assert "P002" not in codes(lint(("compost | manure", "compost | fertilzer")))


def test_a_slip_in_the_question_is_a_note(garden: Garden, lint: Lint) -> None:
    assert one(lint(("question: How to keep roses", "question: How to fertilze roses")), "P003").line == 2


def test_a_real_word_in_a_source_may_be_a_slip_of_one_that_the_phrases_hold(garden: Garden, lint: Lint) -> None:
    garden.change(garden.seed, ("feed with compost", "pooling of water"))
    found = lint(("source: feed with compost", "source: pooling of water"), ("compost | manure", "polling | manure"))
    assert one(found, "P003").text == "pooling"


def test_where_the_phrases_hold_both_the_one_of_the_trade_is_meant(garden: Garden, lint: Lint) -> None:
    garden.change(garden.seed, ("feed with compost", "pooling of water"))
    changes = [("source: feed with compost", "source: pooling of water"), ("compost | manure", "polling | pooling")]
    assert "P003" not in codes(lint(*changes))
    garden.change(garden.lexicon, ("same: leaves", "same: leaves | polling"))
    assert "P003" in codes(list(garden.report().findings))
