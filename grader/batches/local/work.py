"""Grades answers; an answer that was graded lately is not graded again."""

from collections import OrderedDict

from grader.batches.files import Answer
from grader.errors import AccessRefused, GraderError, StorageFault
from grader.grading import ENGINE, GradeRequest, Grading, content_id
from grader.matching import Mode

from .outcome import Outcome
from .written import Written, written

REMEMBERED = 4096
"""Grades, of a few kilobytes each: more would let the memory grow with the file."""

Key = tuple[str, Mode, str]


class Work:
    """Grades answers in this process and remembers the latest."""

    def __init__(self, grading: Grading) -> None:
        self._grading = grading
        self._kept: OrderedDict[Key, Written] = OrderedDict()
        self.graded = 0

    def outcome(self, answer: Answer) -> Outcome:
        """Return what came of an answer: what is wrong with it is its error, never an exception."""
        try:
            grade = None if answer.fault else self._grade(answer)
        except (AccessRefused, StorageFault):
            raise
        except GraderError as refused:
            return Outcome(answer.id, answer.fields, None, str(refused))
        return Outcome(answer.id, answer.fields, grade, answer.fault)

    def _grade(self, answer: Answer) -> Written:
        key = (answer.rubric or "", answer.mode, answer.text)
        kept = self._kept.get(key)
        if kept is not None:
            return own(kept, answer)
        grade = self._kept[key] = written(self._grading.grade(request_of(answer)))
        self.graded += 1
        if len(self._kept) > REMEMBERED:
            self._kept.popitem(last=False)
        return grade


def request_of(answer: Answer) -> GradeRequest:
    """Return an answer as a request."""
    return GradeRequest(answer.rubric or "", answer.text, answer.mode, answer.id, answer.candidate)


def own(grade: Written, answer: Answer) -> Written:
    """Return the grade of the same text, with the answer's own ids."""
    hashes = grade.values["rubric_hash"], grade.values["lexicon_hash"]
    grade_id = content_id(ENGINE, *hashes, answer.mode, answer.id, answer.candidate, answer.text)
    return grade.of(grade_id, answer.id, answer.candidate)
