"""Slips are told from words that a dictionary lacks."""

import pytest

from grader.authoring.lint.spelling import names, slip, spoken
from tests.factories import make_lexicon

LEXICON = make_lexicon(terms={"Prometheus": {"same": "prometeus"}, "queue": "line"}, trade="grafana")


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("prometeus", "prometheus"),
        ("kubrenetes", "kubernetes"),
        ("archicture", "architecture"),
        ("databse", "database"),
    ],
)
def test_a_slip_is_understood(word: str, meant: str) -> None:
    assert slip(word, frozenset({"prometheus", "kubernetes", "database"})) == meant


@pytest.mark.parametrize(
    "word",
    [
        "optimise",
        "behaviour",
        "serialisation",
        "backend",
        "slowdown",
        "unreachable",
        "emitters",
        "deduplicate",
        "pods",
        "datacentres",
    ],
)
def test_what_is_made_of_known_words_is_no_slip(word: str) -> None:
    assert slip(word, frozenset({"optimize"})) is None


def test_a_known_word_in_another_form_is_no_slip() -> None:
    assert slip("grafanas", frozenset({"grafana"})) is None


def test_a_lexicons_words_are_all_it_speaks_and_its_names_are_what_terms_are_called() -> None:
    assert spoken(LEXICON) == {"prometheus", "prometeus", "queue", "line", "grafana"}
    assert names(LEXICON) == {"prometheus", "queue"}
