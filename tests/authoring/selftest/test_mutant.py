"""A mutant and what its grade must show."""

from grader.authoring.selftest.mutant import CONTRADICTED, MET, Mutant, faults
from grader.grading import Grade, Labels, grade, prepare
from grader.rubric import EMPTY, Rubric


def graded(rubric: Rubric, text: str) -> Grade:
    return grade(prepare(rubric, EMPTY), text, Labels("x"))


def test_what_is_as_expected_has_no_faults(scale: Rubric) -> None:
    mutant = Mutant("sentence", "queues", "We should use queues.", {"queues": MET}, high=0.5)
    assert faults(mutant, graded(scale, mutant.text)) == ()


def test_faults_name_concept_verdict_and_score(scale: Rubric) -> None:
    mutant = Mutant("denied", "queues", "We should use queues.", {"queues": CONTRADICTED}, low=1)
    assert faults(mutant, graded(scale, mutant.text)) == ("queues met", "a score of 0.5")
    assert mutant.expected == "queues contradicted, a score of 1"


def test_a_mutant_is_named_by_its_text_or_by_the_other_question() -> None:
    assert Mutant("denied", "queues", "No queues.").name == "No queues."
    assert Mutant("overlap", "how-to-store", "use queues").name == "how-to-store"
