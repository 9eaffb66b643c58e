"""How far an answer supports or contradicts an expectation."""

import pytest

from tests.factories import verdict


@pytest.mark.parametrize(("answer", "expected"), [("kafka", "missed"), ("kafka and redis", "met")])
def test_at_least_counts_different_parts(answer: str, expected: str) -> None:
    assert verdict({"any": ["kafka", "redis", "sqs"], "at_least": 2}, answer) in (expected, "partial")


def test_expectations_nest() -> None:
    expect = {"all": [{"any": ["kafka", "redis"]}, {"avoid": "polling"}]}
    assert verdict(expect, "Kafka, and I avoid polling.") == "met"


def test_naming_only_the_worse_side_is_a_contradiction() -> None:
    assert verdict({"prefer": "simple model", "over": "complex model"}, "I build complex models.") == "contradicted"
