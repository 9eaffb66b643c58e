"""A concept as a judge is told of it."""

from typing import Any

import pytest

from grader.grading.criteria import criterion
from tests.factories import make_rubric


def told(expect: Any) -> str:
    return criterion(make_rubric({"it": expect}).concepts[0]).description


@pytest.mark.parametrize(
    ("expect", "description"),
    [
        ("cache | keep/store it | memo", "a thing. For example: cache; memo."),
        ({"any": ["cache", "memo"]}, "a thing. For example: cache; memo."),
        ({"all": ["retry | again", "async job"]}, "a thing. All of it is needed: retry; async job."),
        ({"avoid": "joins"}, "a thing. The answer advises against: joins."),
        ({"prefer": "simple model", "over": "big model"}, "a thing. The answer prefers simple model over big model."),
        (
            {"bind": {"graphql": "own apps", "rest": "public"}},
            "a thing. graphql goes with own apps; rest goes with public.",
        ),
        ("only/with notation", "a thing"),
    ],
)
def test_a_judge_is_told_what_must_be_said(expect: Any, description: str) -> None:
    assert told(expect) == description


def test_an_opinion_of_the_house_is_called_one() -> None:
    concept = make_rubric({"it": "cache"}).concepts[0].model_copy(update={"stance": "house"})
    assert "the team's opinion" in criterion(concept).description
