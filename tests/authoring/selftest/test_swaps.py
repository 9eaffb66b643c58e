"""Swapped associations."""

from grader.authoring.selftest.swaps import swaps
from tests.authoring.conftest import rubric_of


def test_things_said_of_each_other_change_places() -> None:
    graphql = {"source": "GraphQL for products", "expect": {"bind": {"GraphQL": "products"}}}
    rest = {"source": "REST for partners", "expect": {"any": [{"bind": {"REST | rest api": "partners"}}, "rpc"]}}
    found = list(swaps(rubric_of("which", "Which?", graphql, rest)))
    assert found[0].text == "REST for products. GraphQL for partners."
    assert found[0].verdicts == {"c0": {"contradicted"}, "c1": {"contradicted"}}


def test_a_source_without_the_thing_is_said_by_its_phrases() -> None:
    one = {"source": "for people", "expect": {"bind": {"big_print/large": "people (old)", "small print": "lawyers"}}}
    assert next(swaps(rubric_of("which", "Which?", one))).text == "small print for people. big print for lawyers."


def test_a_preference_is_turned() -> None:
    tea = {"source": "prefer tea over coffee", "expect": {"prefer": "tea | chai", "over": "coffee"}}
    assert [mutant.text for mutant in swaps(rubric_of("drink", "Drink?", tea))] == ["I prefer coffee over tea."]


def test_plain_phrases_have_nothing_to_swap() -> None:
    assert list(swaps(rubric_of("how", "How?", {"source": "queues", "expect": "queues"}))) == []
