"""Grades a chunk of answers; an answer that was graded lately is not graded again."""

from collections import OrderedDict
from collections.abc import Sequence

from grader.batches.files import Answer
from grader.errors import AccessRefused, GraderError, StorageFault
from grader.grading import ENGINE, Grade, GradeRequest, Grading, content_id
from grader.matching import Mode

from .outcome import Outcome

REMEMBERED = 4096
"""Grades, of a few kilobytes each: more would let the memory grow with the file."""

Key = tuple[str, Mode, str]


class Work:
    """Grades answers in this process and remembers the latest."""

    def __init__(self, grading: Grading) -> None:
        self._grading = grading
        self._kept: OrderedDict[Key, Grade] = OrderedDict()
        self.graded = 0

    def chunk(self, answers: Sequence[Answer]) -> list[Outcome]:
        """Return what came of each answer, in order."""
        return [self.outcome(answer) for answer in answers]

    def outcome(self, answer: Answer) -> Outcome:
        """Return what came of an answer: what is wrong with it is its error, never an exception."""
        try:
            grade = None if answer.fault else self._grade(answer)
        except (AccessRefused, StorageFault):
            raise
        except GraderError as refused:
            return Outcome(answer.id, answer.fields, None, str(refused))
        return Outcome(answer.id, answer.fields, None if grade is None else grade.model_dump_json(), answer.fault)

    def _grade(self, answer: Answer) -> Grade:
        key = (answer.rubric or "", answer.mode, answer.text)
        kept = self._kept.get(key)
        if kept is None:
            kept = self._kept[key] = self._grading.grade(request_of(answer))
            self.graded += 1
            if len(self._kept) > REMEMBERED:
                self._kept.popitem(last=False)
        return own(kept, answer)


def request_of(answer: Answer) -> GradeRequest:
    """Return an answer as a request."""
    return GradeRequest(answer.rubric or "", answer.text, answer.mode, answer.id, answer.candidate)


def own(grade: Grade, answer: Answer) -> Grade:
    """Return the grade of the same text, with the answer's own ids."""
    hashes = grade.rubric_hash, grade.lexicon_hash
    grade_id = content_id(ENGINE, *hashes, answer.mode, answer.id, answer.candidate, answer.text)
    return grade.model_copy(update={"id": grade_id, "external_id": answer.id, "candidate": answer.candidate})
