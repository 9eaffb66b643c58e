"""A grade with other verdicts on its concepts: the same arithmetic, without reading the answer again."""

from grader.rubric import Rubric

from .grade import ConceptGrade, Grade
from .pipeline import gates_of, mark_of
from .scoring import score, score_range


def rescored(grade: Grade, concepts: tuple[ConceptGrade, ...], rubric: Rubric) -> Grade:
    """Return a grade with these concepts, its score, range and gates computed from them."""
    marks = tuple(map(mark_of, concepts))
    low, high = score_range(marks, rubric.enough)
    return grade.model_copy(
        update={
            "concepts": concepts,
            "score": score(marks, rubric.enough),
            "score_low": low,
            "score_high": high,
            "gates": gates_of(rubric.concepts, concepts),
        }
    )
