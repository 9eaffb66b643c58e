"""Find the rubric of a question by its text: another question that only looks like it is never taken for it."""

import re

from grader.errors import AmbiguousRubric, UnknownRubric
from grader.grading import Grading

_WORD = re.compile(r"\w+")


def rubric_of(question: str, grading: Grading) -> str:
    """Return the id of the rubric with this question; case and punctuation do not matter.

    Raises UnknownRubric (with near ids) and AmbiguousRubric (with the candidates).
    """
    wanted = _words(question)
    found = tuple(item.id for item in grading.listing() if _words(item.question) == wanted)
    if len(found) > 1:
        raise AmbiguousRubric(near=found)
    return found[0] if found else _unknown(question, grading)


def _unknown(question: str, grading: Grading) -> str:
    try:
        near: tuple[str, ...] = (grading.rubric(question).id,)
    except (UnknownRubric, AmbiguousRubric) as cause:
        near = cause.near
    raise UnknownRubric(near=near)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
