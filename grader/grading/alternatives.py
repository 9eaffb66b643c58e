"""Grade an answer against rubrics that are alternatives, such as several references for one question."""

from collections.abc import Sequence

from grader.matching import Mode

from .grade import Grade
from .ids import content_id
from .pipeline import Labels, Prepared, grade
from .versions import ENGINE


def grade_best(
    alternatives: Sequence[Prepared],
    answer: str,
    *,
    mode: Mode = "answer",
    external_id: str | None = None,
    candidate: str | None = None,
) -> Grade:
    """Return the grade by the alternative that scores highest, the first of equals; its id follows from the content.

    Raises AnswerRefused.
    """
    hashes = [part for prepared in alternatives for part in (prepared.rubric_hash, prepared.lexicon_hash)]
    name = content_id(ENGINE, *hashes, mode, external_id, candidate, answer)
    labels = Labels(name, external_id, candidate)
    grades = (grade(prepared, answer, labels, mode=mode) for prepared in alternatives)
    return max(grades, key=lambda found: found.score)
