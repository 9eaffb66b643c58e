"""Units to expectations."""

import pytest

from grader.authoring.builder.expecting import expecting
from grader.authoring.builder.topic import topic
from grader.authoring.builder.units import Unit
from grader.rubric import AllOf, AnyOf, Avoid, Bind, Expect, Prefer
from tests.factories import make_lexicon


def expected(unit: Unit, question: str = "how to do it?") -> Expect:
    return expecting(unit, topic(question, [unit.text], make_lexicon()))[0]


@pytest.mark.parametrize(
    ("unit", "question", "expect"),
    [
        (Unit("react, vue, svelte", "instances"), "how?", "react | vue | svelte"),
        (Unit("avoid global state and singletons"), "how?", Avoid(avoid="global state | singletons")),
        (Unit("prefer flexbox over floats"), "how?", Prefer(prefer="flexbox", over="floats")),
        (Unit("UDP for live video"), "TCP vs UDP?", Bind(bind={"UDP": "video"})),
        (Unit("move to on-premise/bare-metal"), "how?", "move on_premise/bare_metal"),
        (Unit("use a cache (e.g. redis, valkey)"), "how?", "cache | redis | valkey"),
    ],
)
def test_each_construct_has_its_form(unit: Unit, question: str, expect: Expect) -> None:
    assert expected(unit, question) == expect


def test_a_definition_expects_all_of_its_parts() -> None:
    unit = Unit("a membrane that lets water pass without letting salt pass", "definition")
    assert isinstance(expected(unit, "what is a semipermeable membrane?"), AllOf)


def test_an_example_is_its_case_with_what_is_said_of_it() -> None:
    expect, partly = expecting(Unit("for example a raisin swells", "example"), topic("what?", [], make_lexicon()))
    assert (expect, partly) == ("raisin swells", "raisin")


def test_a_long_clause_expects_several_of_its_pairs() -> None:
    expect = expected(Unit("plants convert light energy from the sun into sugar and oxygen"))
    assert isinstance(expect, AnyOf)
    assert expect.at_least == 2
