"""What is tested."""

from grader.authoring.selftest import Subject
from grader.grading import prepare
from grader.rubric import EMPTY, Rubric


def test_a_subject_knows_its_rubric(scale: Rubric) -> None:
    assert Subject(prepare(scale, EMPTY), "use queues").rubric == scale
