"""Hints for whom they are: the words of the reference only for who may read rubrics."""

from grader.access import Principal
from grader.grading import Hints


def spoken(hints: Hints, who: Principal) -> Hints:
    """Return hints; without the scope to read rubrics, the reference's own words are left out."""
    if who.may("read_rubric"):
        return hints
    bare = tuple(hint.model_copy(update={"source": ""}) for hint in hints.hints)
    return hints.model_copy(update={"hints": bare})
