"""A grade in the data folder of a test."""

from grader.access import LOCAL
from grader.bootstrap import life
from grader.grading import GradeRequest, new_id

SLUG = "backend-hiring-questions/when-to-use-cache"


def keep_one(**changes: object) -> str:
    """Keep a grade, changed as given, and return its id."""
    with life() as kept:
        grading = kept.shelves.grading(LOCAL.tenant)
        answer = "Cache slow queries."
        machine = grading.grade(GradeRequest(SLUG, answer), grade_id=new_id()).model_copy(update=changes)
        return kept.keeping.keep(LOCAL, answer, machine, grading.basis(machine)).grade.id
