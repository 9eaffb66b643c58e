"""References cut into units."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.authoring.builder.units import Unit, left_out, units
from grader.rubric import EMPTY
from tests.factories import make_lexicon

CUT = [
    ("how to style a page?", "flexbox, grid and tokens", ["flexbox", "grid", "tokens"]),
    (
        "how to build a page?",
        "use a framework like react, vue, use tests",
        ["use a framework", "react, vue", "use tests"],
    ),
    (
        "how to query?",
        "use an index avoid select star, prefer joins",
        ["use an index", "avoid select star", "prefer joins"],
    ),
    ("TCP vs UDP?", "TCP for files and UDP for calls", ["TCP for files", "UDP for calls"]),
    ("how to retry?", "use backoff, because load grows, log it", ["use backoff, because load grows", "log it"]),
    ("how to pay?", "if it fails, retry once, tell the user", ["if it fails, retry once", "tell the user"]),
    ("when to cache?", "when it is slow, like a report, a chart", ["when it is slow", "like a report, a chart"]),
    ("what is a tort?", "a civil wrong, e.g. a nuisance", ["a civil wrong", "e.g. a nuisance"]),
    (
        "How do plants live?",
        "Plants make sugar from light, and roots take up water. Leaves are green.",
        ["Plants make sugar from light, and roots take up water", "Leaves are green"],
    ),
    ("how to secure a page?", "use a policy, use security", ["use a policy"]),
    ("security?", "security", ["security"]),
]


@pytest.mark.parametrize(("question", "reference", "found"), CUT, ids=[question for question, *_ in CUT])
def test_a_reference_is_cut_into_its_points(question: str, reference: str, found: list[str]) -> None:
    assert [unit.text for unit in units(question, reference, EMPTY)] == found


def test_kinds_of_one_thing_are_one_unit_without_the_verb() -> None:
    lexicon = make_lexicon(terms={"framework": {"instances": "react | vue"}})
    assert units("how to build?", "use react, vue, tests", lexicon) == (Unit("react, vue", "instances"), Unit("tests"))


def test_what_only_repeats_the_question_is_left_out() -> None:
    assert left_out("how to deal with security?", "use oauth, use security", EMPTY) == ("use security",)


@given(st.text("ab,;.()/|'&: \n\té中", max_size=60).filter(lambda text: any(map(str.isalnum, text))))
def test_every_unit_stands_in_the_reference(reference: str) -> None:
    found = units("how to do it?", reference, EMPTY)
    assert found
    assert all(unit.text in reference for unit in found)
