"""Use cases: grade again what is stale, and see first which grades a new version of a rubric would change."""

from asyncio import to_thread
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import islice

from grader.access import Principal
from grader.errors import StaleGrade
from grader.matching import Verdict
from grader.rubric import Rubric

from .carrying import carried
from .grade import Grade, Result
from .idempotency import Claim, Done
from .ids import new_id
from .judging import Judging
from .keeping import Basis, Keeping, KeptGrade, kept_grade, settle, utc_now
from .pipeline import Labels, Prepared, grade, prepare
from .repository import Store, Unit
from .reviewing import with_change
from .service import GradeRequest, Grading
from .shelf import Shelves
from .stored import Place, Revision, Wanted


class VerdictFlip(Result):
    """A concept's verdict as it is kept, and under the new version; None where that version has no such concept."""

    concept: str
    old: Verdict | None
    new: Verdict | None


class GradeFlip(Result):
    """A grade that a new version of its rubric would change: the machine's score as kept, and the new one."""

    grade: str
    external_id: str | None
    old: float
    new: float
    verdicts: tuple[VerdictFlip, ...]


@dataclass(frozen=True, slots=True)
class FlipPage:
    """What a new version would change among some grades; `after` is where the older ones begin, None: there are none.

    `looked` counts the grades that were looked at.
    """

    flips: tuple[GradeFlip, ...]
    looked: int
    after: Place | None


class Regrading:
    """Grades answers again that were graded by what is no longer in force."""

    def __init__(self, store: Store, shelves: Shelves, now: Callable[[], datetime] = utc_now) -> None:
        self._store, self._shelves, self._now = store, shelves, now
        self._keeping = Keeping(store, now)

    def stale(self, who: Principal, wanted: Wanted) -> Iterator[KeptGrade]:
        """Yield the grades made by a rubric, lexicon or engine that is no longer in force."""
        grading = self._shelves.grading(who.tenant)
        known = set(self._shelves.shelf(who.tenant).ids())
        for each in self._keeping.all(who, wanted):
            if each.stored.machine.rubric in known and grading.is_stale(each.stored.machine):
                yield each

    async def regrade(
        self,
        who: Principal,
        grade_id: str,
        version: int,
        judging: Judging | None = None,
        *,
        claim: Claim | None = None,
    ) -> KeptGrade:
        """Grade an answer again, as a new revision beside the old ones, if its grade is stale; else change nothing.

        People's overrides stay in force; what was released stays as it was shown. Without a judge, what one said
        before stays where the concept is the same. Raises UnknownGrade, UnknownRubric, StaleGrade for another version.
        """
        found = await to_thread(self._keeping.read, who, grade_id)
        if found.stored.version != version:
            raise StaleGrade
        grading = self._shelves.grading(who.tenant)
        if not grading.is_stale(found.stored.machine):
            return found
        again = await self._again(who, found, grading, judging)
        basis = grading.basis(again)
        return await to_thread(self._store.write, lambda unit: self._add(unit, who, found, again, basis, claim))

    def flips(self, who: Principal, rubric: Rubric) -> Iterator[GradeFlip]:
        """Yield the grades that a new version of their rubric would change; no judge is asked.

        The verdict of a judge stays where the new version says the same of the concept.
        """
        prepared = prepare(rubric, self._shelves.shelf(who.tenant).lexicon(rubric.lexicon))
        found = self._keeping.all(who, Wanted(rubric=rubric.id))
        yield from filter(None, (self._flip(who, each, prepared) for each in found))

    def flip_page(self, who: Principal, rubric: Rubric, most: int, after: Place | None = None) -> FlipPage:
        """Return the flips among at most `most` grades, the newest first, beginning after a place."""
        prepared = prepare(rubric, self._shelves.shelf(who.tenant).lexicon(rubric.lexicon))
        found = self._keeping.all(who, Wanted(rubric=rubric.id), after)
        flips, looked, last = list[GradeFlip](), 0, after
        for each in islice(found, most):
            looked, last = looked + 1, Place(each.stored.made, each.stored.id)
            flip = self._flip(who, each, prepared)
            flips += [flip] if flip else []
        return FlipPage(tuple(flips), looked, last if next(found, None) else None)

    def _flip(self, who: Principal, found: KeptGrade, new: Prepared) -> GradeFlip | None:
        return flip_of(found, partial(self._rubric, who, found), new)

    async def _again(self, who: Principal, found: KeptGrade, grading: Grading, judging: Judging | None) -> Grade:
        machine = found.stored.machine
        asked = GradeRequest(machine.rubric, found.stored.answer, machine.mode, machine.external_id, machine.candidate)
        again = await grading.judged(asked, judging, grade_id=machine.id)
        if judging is not None or machine.judge is None:
            return again
        old = await to_thread(self._rubric, who, found)
        return carried(grading.prepared(machine.rubric), found.stored.answer, again, machine.judge, old)

    def _rubric(self, who: Principal, found: KeptGrade) -> Rubric:
        return self._store.read(lambda unit: unit.contents.rubric(who.tenant, found.stored.machine.rubric_hash))

    def _add(
        self, unit: Unit, who: Principal, found: KeptGrade, again: Grade, basis: Basis, claim: Claim | None
    ) -> KeptGrade:
        stored = found.stored
        revision = Revision(
            id=new_id("rev"),
            grade=stored.id,
            revision=stored.latest.revision + 1,
            version=stored.version + 1,
            made=self._now(),
            made_by=who.id,
            machine=again,
        )
        unit.contents.keep(who.tenant, basis.rubric)
        unit.contents.keep(who.tenant, basis.lexicon)
        after = kept_grade(unit.contents, who.tenant, with_change(stored, revision))
        unit.changes.add(who.tenant, revision, after.grade)
        detail: dict[str, str | int | float | None] = {"version": revision.version, "event": revision.id}
        settle(unit, who, "grade.regrade", stored.id, revision.made, detail, claim, Done(201, stored.id))
        return after


def flip_of(found: KeptGrade, old: Callable[[], Rubric], new: Prepared) -> GradeFlip | None:
    """Return how a new version would change a machine's grade; None: not at all.

    The `old` version is asked for only where a judge's say is carried over: it is read and parsed.
    """
    before = found.stored.machine
    after = grade(new, found.stored.answer, Labels(before.id), mode=before.mode)
    if before.judge is not None:
        after = carried(new, found.stored.answer, after, before.judge, old())
    verdicts = tuple(_flips(before, after))
    if not verdicts and before.score == after.score:
        return None
    return GradeFlip(
        grade=before.id, external_id=before.external_id, old=before.score, new=after.score, verdicts=verdicts
    )


def _flips(before: Grade, after: Grade) -> Iterator[VerdictFlip]:
    old = {concept.id: concept.verdict for concept in before.concepts}
    new = {concept.id: concept.verdict for concept in after.concepts}
    for concept in dict.fromkeys((*old, *new)):
        if old.get(concept) != new.get(concept):
            yield VerdictFlip(concept=concept, old=old.get(concept), new=new.get(concept))
