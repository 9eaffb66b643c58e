"""Grade labelled answers and put each grade beside its labels."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from grader.errors import GraderError
from grader.grading import ConceptGrade, Grade, GradeRequest, Grading
from grader.matching import Verdict
from grader.rubric import Rubrics

from .labels import Fault, Labelled
from .references import ReferenceRubrics, RubricOfReference


@dataclass(frozen=True, slots=True)
class Pair:
    """A concept's verdict as labelled, and as given by the machine."""

    labelled: Verdict
    given: ConceptGrade

    @property
    def agree(self) -> bool:
        """Whether the two verdicts are the same."""
        return self.labelled == self.given.verdict


@dataclass(frozen=True, slots=True)
class Compared:
    """A labelled answer with its grade; `pairs` holds the concepts that have a label."""

    row: Labelled
    grade: Grade
    pairs: tuple[Pair, ...]


class Evaluator:
    """Grades labelled answers: against the rubrics of a repository, or against rubrics built from references.

    `seed` is the seed in which `q`, a question's place, counts.
    """

    def __init__(self, rubrics: Rubrics, build: RubricOfReference, seed: str) -> None:
        self._grading = Grading(rubrics)
        self._references = ReferenceRubrics(build)
        self._of_references = Grading(self._references)
        self._rubrics, self._seed = rubrics, seed
        self._places: tuple[str, ...] | None = None

    def run(self, rows: Iterable[Labelled]) -> tuple[tuple[Compared, ...], tuple[Fault, ...]]:
        """Return the answers with their grades, and the faults of those that could not be graded."""
        done: list[Compared] = []
        faults: list[Fault] = []
        for row in rows:
            try:
                done.append(self._compare(row))
            except GraderError as fault:
                faults.append(Fault(row.path, row.line, str(fault)))
        return tuple(done), tuple(faults)

    def _compare(self, row: Labelled) -> Compared:
        grade = self._best(row) if row.references else self._grade(row)
        return Compared(row, grade, _pairs(row.verdicts, grade))

    def _grade(self, row: Labelled) -> Grade:
        rubric = self._place(row.rubric) if isinstance(row.rubric, int) else row.rubric
        return self._grading.grade(GradeRequest(rubric, row.answer))

    def _best(self, row: Labelled) -> Grade:
        """The grade against the reference that the answer covers best: several references are alternatives."""
        names = [self._references.add(str(row.rubric), reference) for reference in row.references]
        grades = [self._of_references.grade(GradeRequest(name, row.answer)) for name in names]
        return max(grades, key=lambda grade: grade.score)

    def _place(self, place: int) -> str:
        if self._places is None:
            self._places = _in_order(self._rubrics, self._seed)
        if place > len(self._places):
            have = f"the seed {self._seed} has rubrics for {len(self._places)} questions"
            raise GraderError(f"q is {place}, but {have}: mend `q`, or name the rubric with `rubric`")
        return self._places[place - 1]


def _in_order(rubrics: Rubrics, seed: str) -> tuple[str, ...]:
    """The ids of a seed's rubrics in the order of its lines."""
    sources = ((name, rubrics.get(name).source) for name in rubrics.ids())
    lines = sorted((source.line, name) for name, source in sources if source is not None and source.seed == seed)
    return tuple(name for _, name in lines)


def _pairs(labels: Mapping[str, Verdict], grade: Grade) -> tuple[Pair, ...]:
    given = {concept.source.strip(): concept for concept in grade.concepts}
    unknown = [source for source in labels if source.strip() not in given]
    if unknown:
        raise GraderError(f"the rubric {grade.rubric} has no concept with the source {unknown[0]!r}")
    return tuple(Pair(verdict, given[source.strip()]) for source, verdict in labels.items())
