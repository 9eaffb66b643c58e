"""Use cases."""

import pytest

from grader.errors import UnknownConcept, UnknownRubric
from grader.grading import GradeRequest, Grading


def test_a_rubric_is_found_by_its_question(grading: Grading) -> None:
    assert grading.grade(GradeRequest("How to scale?", "more servers")).rubric == "toy/how-to-scale"


def test_an_unknown_rubric_names_those_that_are_near(grading: Grading) -> None:
    with pytest.raises(UnknownRubric) as caught:
        grading.grade(GradeRequest("how-to-scael", "x"))
    assert caught.value.near == ("toy/how-to-scale",)


def test_the_listing_counts_concepts(grading: Grading) -> None:
    assert [(s.id, s.question, s.concepts) for s in grading.listing()] == [("toy/how-to-scale", "How to scale?", 2)]


def test_the_hash_in_a_grade_is_that_of_the_listing(grading: Grading) -> None:
    assert grading.grade(GradeRequest("how-to-scale", "x")).rubric_hash == grading.listing()[0].hash


def test_a_given_id_is_kept(grading: Grading) -> None:
    assert grading.grade(GradeRequest("how-to-scale", "x"), grade_id="grd_1").id == "grd_1"


def test_an_explanation_names_the_rule_that_blocked(grading: Grading) -> None:
    found = grading.explain("how-to-scale", "queues", "I would avoid queues")
    assert (found.verdict, found.nearest[0].blocked) == ("contradicted", "denied by 'avoid'")


def test_an_unknown_concept_names_those_there_are(grading: Grading) -> None:
    with pytest.raises(UnknownConcept, match="scale-out, queues"):
        grading.explain("how-to-scale", "nope", "x")


def test_warming_compiles_every_rubric(grading: Grading) -> None:
    grading.warm()
    assert grading.grade(GradeRequest("how-to-scale", "queue")).score == 0.5
