"""A rubric."""

from typing import Any

import pytest
from pydantic import ValidationError

from grader.rubric import Rubric
from tests.factories import make_rubric


def changed(**more: Any) -> dict[str, Any]:
    return {**make_rubric({"one": "queue", "two": "cache"}).model_dump(), **more}


def test_a_single_feedback_stands_for_all_that_is_not_met() -> None:
    data = changed()
    data["concepts"][0]["feedback"] = "Say more."
    assert Rubric.model_validate(data).concepts[0].feedback.missed == "Say more."


@pytest.mark.parametrize("more", [{"enough": 3}, {"concepts": []}, {"id": "no-slash"}, {"unknown": 1}, {"enough": 0}])
def test_a_rubric_that_makes_no_sense_is_refused(more: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Rubric.model_validate(changed(**more))


def test_enough_needs_equal_weights() -> None:
    data = changed(enough=1)
    data["concepts"][0]["weight"] = 2
    with pytest.raises(ValidationError, match="equal weights"):
        Rubric.model_validate(data)


def test_concept_ids_must_differ() -> None:
    data = changed()
    data["concepts"][1]["id"] = "one"
    with pytest.raises(ValidationError, match="more than once"):
        Rubric.model_validate(data)


def test_a_file_with_one_hint_has_a_ladder_of_one_rung() -> None:
    rubric = make_rubric({"one": "queue"})
    assert rubric.concepts[0].ladder == {"nudge": "?"}


def test_a_ladder_leads_from_the_nudge_down_and_may_lack_a_rung() -> None:
    data = changed()
    data["concepts"][0]["direct"] = "All but it?"
    assert Rubric.model_validate(data).concepts[0].ladder == {"nudge": "?", "direct": "All but it?"}


def test_a_new_field_that_is_not_used_leaves_the_hash_as_it_was() -> None:
    rubric = make_rubric({"one": "queue"})
    assert set(rubric.model_dump(exclude_defaults=True)["concepts"][0]) == {
        "id",
        "source",
        "expect",
        "feedback",
        "hint",
    }
