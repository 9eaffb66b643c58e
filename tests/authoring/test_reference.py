"""A rubric on the fly from a question and a reference."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.authoring import rubric_of_reference
from grader.errors import ReferenceRefused
from grader.grading import grade_best, prepare
from grader.rubric import Rubric

QUESTION = "What does photosynthesis need?"
REFERENCE = "Plants take in water and carbon dioxide.\nLight gives the energy; without it there is no sugar."


def test_each_sentence_is_a_concept_with_its_source_verbatim() -> None:
    rubric = rubric_of_reference(QUESTION, REFERENCE)
    assert (rubric.id, rubric.credit) == ("reference/what-does-photosynthesis-need", "continuous")
    assert [(concept.id, concept.source) for concept in rubric.concepts] == [
        ("1-plants-take-water-carbon", "Plants take in water and carbon dioxide"),
        ("2-light-gives-energy-sugar", "Light gives the energy; without it there is no sugar"),
    ]


def test_a_concept_weighs_as_much_as_its_content() -> None:
    long, short = (
        concept.weight for concept in rubric_of_reference(QUESTION, "Water and carbon dioxide. Light.").concepts
    )
    assert long > short == 1.0


def test_nothing_a_candidate_sees_gives_the_reference_away() -> None:
    for concept in rubric_of_reference(QUESTION, REFERENCE).concepts:
        shown = " ".join((*concept.feedback.model_dump().values(), concept.hint)).lower()
        assert not [word for word in ("plants", "water", "carbon", "light", "energy", "sugar") if word in shown]


@pytest.mark.parametrize(
    ("question", "reference", "message"),
    [
        ("", "Water.", "question has no words"),
        ("???", "Water.", "question has no words"),
        ("why " * 300, "Water.", "The question has 1,200 characters"),
        (QUESTION, " ... ", "reference has no words"),
        (QUESTION, "Water. " * 51, "51 sentences"),
        (QUESTION, "water " * 200, "Divide it"),
        (QUESTION, "water. " * 1000, "The reference has 7,000 characters; at most 5,000 will do"),
        (QUESTION, "water\0", "NUL"),
    ],
)
def test_what_no_rubric_can_be_built_from_is_refused(question: str, reference: str, message: str) -> None:
    with pytest.raises(ReferenceRefused, match=message):
        rubric_of_reference(question, reference)


def test_what_is_a_word_only_beside_its_neighbours_makes_no_sentence() -> None:
    with pytest.raises(ReferenceRefused, match="no words"):
        rubric_of_reference("What is a wildcard?", '="*')


@given(st.text(max_size=300), st.text(max_size=300))
def test_any_text_gives_a_rubric_that_its_reference_meets_or_is_refused(question: str, reference: str) -> None:
    try:
        rubric = rubric_of_reference(question, reference)
    except ReferenceRefused:
        return
    assert Rubric.model_validate(rubric.model_dump()) == rubric
    assert all(concept.source in reference for concept in rubric.concepts)
    assert 0 <= grade_best([prepare(rubric)], reference).score <= 1
