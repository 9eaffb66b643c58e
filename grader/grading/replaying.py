"""Use case: make a kept grade again from what is kept of it, and say what differs and why."""

from collections.abc import Iterator

from grader.access import Principal
from grader.errors import JudgeError, UnknownGrade, UnknownRubric
from grader.rubric import Lexicon, Rubric

from .carrying import rejudged
from .grade import Grade, Result
from .pipeline import Labels, Prepared, grade, prepare
from .repository import Store, Unit
from .stored import Revision, StoredGrade
from .versions import ENGINE


class Difference(Result):
    """A place where the grade comes out otherwise: `score`, `concepts.0.verdict`."""

    place: str
    kept: str
    again: str


class Replay(Result):
    """What replaying a revision of a grade showed."""

    grade: str
    revision: int
    identical: bool
    differences: tuple[Difference, ...] = ()
    why: str | None = None


class Replaying:
    """Replays grades offline: rubric, lexicon, answer and the judge's reply are all kept."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def replay(self, who: Principal, grade_id: str, revision: int | None = None) -> Replay:
        """Return what comes of grading again; without a revision, of the latest one. Raises UnknownGrade."""

        def work(unit: Unit) -> tuple[StoredGrade, Revision, Rubric | None, Lexicon | None]:
            stored = unit.grades.get(who.tenant, grade_id)
            chosen = _revision(stored, revision)
            return stored, chosen, *_basis(unit, who.tenant, chosen.machine)

        stored, chosen, rubric, lexicon = self._store.read(work)
        if rubric is None or lexicon is None:
            why = "the rubric or the lexicon that the grade was made with is not kept"
            return Replay(grade=grade_id, revision=chosen.revision, identical=False, why=why)
        machine = chosen.machine
        try:
            again = _again(prepare(rubric, lexicon), stored.answer, machine)
        except JudgeError:
            why = "the judge's reply, as it is kept, cannot be read"
            return Replay(grade=grade_id, revision=chosen.revision, identical=False, why=why)
        found = tuple(differences(machine.model_dump(mode="json"), again.model_dump(mode="json")))
        return Replay(
            grade=grade_id,
            revision=chosen.revision,
            identical=not found,
            differences=found,
            why=_why(machine) if found else None,
        )


def _again(prepared: Prepared, answer: str, machine: Grade) -> Grade:
    labels = Labels(machine.id, machine.external_id, machine.candidate)
    again = grade(prepared, answer, labels, mode=machine.mode)
    return again if machine.judge is None else rejudged(prepared, answer, again, machine.judge)


def differences(kept: object, again: object, place: str = "") -> Iterator[Difference]:
    """Yield the leaves at which two JSON values differ."""
    if isinstance(kept, dict) and isinstance(again, dict):
        for name in dict.fromkeys((*kept, *again)):
            yield from differences(kept.get(name), again.get(name), f"{place}.{name}" if place else name)
    elif isinstance(kept, list) and isinstance(again, list) and len(kept) == len(again):
        for at, pair in enumerate(zip(kept, again, strict=True)):
            yield from differences(*pair, f"{place}.{at}")
    elif kept != again:
        yield Difference(place=place, kept=str(kept), again=str(again))


def _revision(stored: StoredGrade, number: int | None) -> Revision:
    for revision in stored.revisions:
        if revision.revision == (number or stored.latest.revision):
            return revision
    raise UnknownGrade("The grade has no such revision.")


def _basis(unit: Unit, tenant: str, machine: Grade) -> tuple[Rubric | None, Lexicon | None]:
    try:
        return unit.contents.rubric(tenant, machine.rubric_hash), unit.contents.lexicon(tenant, machine.lexicon_hash)
    except UnknownRubric:
        return None, None


def _why(machine: Grade) -> str:
    if machine.engine != ENGINE:
        return f"it was made by the engine {machine.engine}; this program has {ENGINE}"
    return "the engine says that it is the same: the kept grade, or this program, has been changed"
