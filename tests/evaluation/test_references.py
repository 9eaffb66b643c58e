"""A reference makes a rubric once."""

import pytest

from grader.errors import UnknownRubric
from grader.evaluation.references import ReferenceRubrics
from grader.rubric import EMPTY, Rubric
from tests.factories import make_rubric


def test_each_reference_makes_one_rubric_with_an_id_of_its_own() -> None:
    asked: list[tuple[str, ...]] = []

    def build(*key: str) -> Rubric:
        asked.append(key)
        return make_rubric({"it": "queue"})

    rubrics = ReferenceRubrics(build)
    names = [rubrics.add("Why?", reference) for reference in ("one", "two", "one")]
    assert names == ["references/r1", "references/r2", "references/r1"]
    assert asked == [("Why?", "one"), ("Why?", "two")]
    assert rubrics.ids() == ("references/r1", "references/r2")
    assert rubrics.get("references/r2").id == "references/r2"
    assert rubrics.lexicon("backend") == EMPTY


def test_a_rubric_that_was_not_built_is_unknown() -> None:
    with pytest.raises(UnknownRubric):
        ReferenceRubrics(lambda *_: make_rubric({"it": "queue"})).get("references/r1")
