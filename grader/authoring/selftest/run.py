"""Run the self-test of rubrics and report what does not behave."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from grader.grading import Labels, grade

from .answers import whole_answers
from .claims import claims
from .mutant import Mutant, faults
from .notes import Notes
from .subject import Subject
from .swaps import swaps

NAMELESS = Labels("selftest")


@dataclass(frozen=True, slots=True)
class Case:
    """A mutant and what its grade shows that it must not; `accepted` is the reason of a person who takes it so."""

    mutant: Mutant
    got: tuple[str, ...] = ()
    accepted: str | None = None

    @property
    def behaves(self) -> bool:
        """Whether the grade is as expected."""
        return not self.got


@dataclass(frozen=True, slots=True)
class SelfTestReport:
    """The cases of one rubric, and notes on mutants that there are no more or that behave by now."""

    rubric: str
    cases: tuple[Case, ...]
    needless: tuple[str, ...] = ()

    @property
    def failures(self) -> tuple[Case, ...]:
        """The cases that do not behave and that nobody has accepted."""
        return tuple(case for case in self.cases if not case.behaves and case.accepted is None)

    @property
    def accepted(self) -> tuple[Case, ...]:
        """The cases that do not behave and that a person has accepted."""
        return tuple(case for case in self.cases if not case.behaves and case.accepted is not None)


def selftest(subject: Subject, others: dict[str, str], notes: Notes) -> SelfTestReport:
    """Return how a rubric does with all of its mutants; `others` are the references of the seed's other questions."""
    rubric = subject.rubric
    cases = tuple(_case(subject, mutant, notes) for mutant in _mutants(subject, others, notes))
    failing = {case.mutant.name for case in cases if not case.behaves}
    needless = tuple(a.mutant for a in notes.accepted if a.rubric == rubric.slug and a.mutant not in failing)
    return SelfTestReport(rubric.id, cases, needless)


def _mutants(subject: Subject, others: dict[str, str], notes: Notes) -> Iterator[Mutant]:
    yield from whole_answers(subject, others, notes)
    yield from claims(subject.rubric, notes)
    yield from swaps(subject.rubric)


def _case(subject: Subject, mutant: Mutant, notes: Notes) -> Case:
    got = faults(mutant, grade(subject.prepared, mutant.text, NAMELESS))
    return Case(mutant, got, notes.reason(subject.rubric.slug, mutant.name) if got else None)


def kinds(reports: Sequence[SelfTestReport]) -> dict[str, tuple[int, int]]:
    """Return for each kind of mutant how many behave, and how many there are."""
    found: dict[str, tuple[int, int]] = {}
    for case in (case for report in reports for case in report.cases):
        good, all_ = found.get(case.mutant.kind, (0, 0))
        found[case.mutant.kind] = (good + case.behaves, all_ + 1)
    return found
