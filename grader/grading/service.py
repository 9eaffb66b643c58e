"""Use cases: grade an answer, give hints, explain a verdict."""

from collections.abc import Mapping
from dataclasses import dataclass

from grader.matching import Explanation, Mode, explain
from grader.rubric import Rubric, Rubrics, content_hash, resolve

from .answer import check_answer
from .grade import Grade, Result
from .hints import Hints, hints
from .ids import content_id
from .judging import Judging, judged
from .keeping import Basis
from .pipeline import Labels, Prepared, grade, prepare
from .versions import ENGINE


@dataclass(frozen=True, slots=True)
class GradeRequest:
    """An answer to grade; `rubric` is any name that means one rubric."""

    rubric: str
    answer: str
    mode: Mode = "answer"
    external_id: str | None = None
    candidate: str | None = None


class RubricSummary(Result):
    """A rubric in a listing: `concepts` is their number."""

    id: str
    question: str
    hash: str
    concepts: int


class Grading:
    """Grades answers against the rubrics of a repository; compiles each rubric once."""

    def __init__(self, rubrics: Rubrics) -> None:
        self._rubrics = rubrics
        self._prepared: dict[str, Prepared] = {}
        self._summaries: dict[str, tuple[Rubric, RubricSummary]] = {}
        self._bases: dict[tuple[str, str], Basis] = {}

    def grade(self, request: GradeRequest, *, grade_id: str | None = None) -> Grade:
        """Return the grade of an answer; without an id, one that follows from the content.

        Raises UnknownRubric, AmbiguousRubric, AnswerRefused.
        """
        check_answer(request.answer)
        prepared = self._prepare(request.rubric)
        named = Labels(grade_id or _content_id(prepared, request), request.external_id, request.candidate)
        return grade(prepared, request.answer, named, mode=request.mode)

    async def judged(self, request: GradeRequest, judging: Judging | None, *, grade_id: str | None = None) -> Grade:
        """Return the grade of an answer, with what a judge adds where the matcher is unsure.

        Raises UnknownRubric, AmbiguousRubric, AnswerRefused; never for the judge's sake.
        """
        grade = self.grade(request, grade_id=grade_id)
        if judging is None:
            return grade
        return await judged(self._prepare(request.rubric), request.answer, grade, judging)

    def hints(self, rubric: str, notes: str = "", asked: Mapping[str, int] | None = None) -> Hints:
        """Return an interviewer's hints, given notes of what was said so far, and how many rungs were asked."""
        return hints(self._prepare(rubric).compiled, notes, asked)

    def explain(self, rubric: str, concept: str, answer: str, *, mode: Mode = "answer") -> Explanation:
        """Return why a concept was or was not met. Raises UnknownConcept."""
        check_answer(answer)
        return explain(self._prepare(rubric).compiled, concept, answer, mode=mode)

    def rubric(self, name: str) -> Rubric:
        """Return the rubric a name means."""
        return self._rubrics.get(resolve(name, self._rubrics))

    def exact(self, rubric_id: str) -> Rubric:
        """Return the rubric with this very id. Raises UnknownRubric."""
        return self._rubrics.get(rubric_id)

    def basis(self, grade: Grade) -> Basis:
        """Return the rubric and the lexicon that a grade was made by here, whatever is in force by now."""
        return self._bases[grade.rubric_hash, grade.lexicon_hash]

    def prepared(self, name: str) -> Prepared:
        """Return the rubric a name means, compiled."""
        return self._prepare(name)

    def is_stale(self, grade: Grade) -> bool:
        """Return whether grading the same answer now would use another rubric, lexicon or engine."""
        prepared = self._prepare(grade.rubric)
        now = prepared.rubric_hash, prepared.lexicon_hash, ENGINE
        return (grade.rubric_hash, grade.lexicon_hash, grade.engine) != now

    def listing(self) -> tuple[RubricSummary, ...]:
        """Return all rubrics in short, by id."""
        return tuple(self._summary(self._rubrics.get(rubric_id)) for rubric_id in self._rubrics.ids())

    def warm(self) -> None:
        """Compile every rubric now, so that the first answer does not wait for it."""
        for rubric_id in self._rubrics.ids():
            self._prepare(rubric_id)

    def _summary(self, rubric: Rubric) -> RubricSummary:
        known = self._summaries.get(rubric.id)
        if known is None or known[0] is not rubric:  # a hash takes longer than all else of a listing
            name, number = content_hash(rubric), len(rubric.concepts)
            summary = RubricSummary(id=rubric.id, question=rubric.question, hash=name, concepts=number)
            known = self._summaries[rubric.id] = rubric, summary
        return known[1]

    def _prepare(self, name: str) -> Prepared:
        rubric_id = name if name in self._prepared else resolve(name, self._rubrics)
        rubric = self._rubrics.get(rubric_id)
        kept = self._prepared.get(rubric_id)
        if kept is None or kept.compiled.rubric is not rubric:  # new, or there is a new version
            lexicon = self._rubrics.lexicon(rubric.lexicon)
            kept = self._prepared[rubric_id] = prepare(rubric, lexicon)
            self._bases[kept.rubric_hash, kept.lexicon_hash] = Basis(rubric, lexicon)
        return kept


def _content_id(prepared: Prepared, request: GradeRequest) -> str:
    hashes = prepared.rubric_hash, prepared.lexicon_hash
    return content_id(ENGINE, *hashes, request.mode, request.external_id, request.candidate, request.answer)
