"""Use cases: keep a grade, read it again, list and export grades."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from grader.access import Principal
from grader.rubric import Lexicon, Rubric

from .audit import AuditEntry
from .effective import effective
from .grade import Grade
from .idempotency import Claim, Done, Keyed
from .ids import new_id
from .repository import Contents, Store, Unit
from .stored import Place, Revision, StoredGrade, Wanted

AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Basis:
    """What a grade was made by: it is kept with the grade, so that the grade can be replayed."""

    rubric: Rubric
    lexicon: Lexicon


@dataclass(frozen=True, slots=True)
class KeptGrade:
    """A grade with all that is kept of it; `grade` is the one in force, people's changes included."""

    stored: StoredGrade
    grade: Grade


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a listing; `after` is where the next one begins, None on the last."""

    grades: tuple[KeptGrade, ...]
    after: Place | None


def utc_now() -> datetime:
    """Return the time."""
    return datetime.now(UTC)


class Keeping:
    """Keeps grades; each principal reaches only the tenant's own."""

    def __init__(self, store: Store, now: Callable[[], datetime] = utc_now) -> None:
        self._store, self._now = store, now
        self._known: set[tuple[str, str, str]] = set()

    def keep(self, who: Principal, answer: str, grade: Grade, basis: Basis, *, claim: Claim | None = None) -> KeptGrade:
        """Keep a new grade; with a claim, what came of its request is kept in the same step (201, the grade's id).

        Raises StorageBusy, StorageFull; KeyInUse if the claim was lost: then nothing is kept.
        """
        stored = self._stored(who, answer, grade)
        self._store.write(self._work(who, stored, basis, claim))
        return self._kept(who, stored)

    async def keep_soon(
        self, who: Principal, answer: str, grade: Grade, basis: Basis, *, claim: Claim | None = None
    ) -> KeptGrade:
        """Do as `keep` does, while the event loop goes on."""
        stored = self._stored(who, answer, grade)
        await self._store.write_soon(self._work(who, stored, basis, claim))
        return self._kept(who, stored)

    async def keep_once(
        self, who: Principal, answer: str, grade: Grade, basis: Basis, keyed: Keyed | None
    ) -> KeptGrade | Done:
        """Do as `keep_soon` does unless the request was done before: then return what came of it, and keep nothing.

        The key is claimed in the same step. Raises KeyInUse, KeyReused.
        """
        stored = self._stored(who, answer, grade)
        done = await self._store.write_soon(self._unless_done(who, stored, basis, keyed))
        return done or self._kept(who, stored)

    def read(self, who: Principal, grade_id: str) -> KeptGrade:
        """Return a grade with its history. Raises UnknownGrade."""
        tenant = who.tenant
        return self._store.read(lambda unit: kept_grade(unit.contents, tenant, unit.grades.get(tenant, grade_id)))

    def page(self, who: Principal, wanted: Wanted, after: Place | None = None, limit: int = 50) -> Page:
        """Return a page of grades, the newest first."""

        def work(unit: Unit) -> tuple[KeptGrade, ...]:
            found = unit.grades.page(who.tenant, wanted, after, limit + 1)
            return tuple(kept_grade(unit.contents, who.tenant, stored) for stored in found)

        found = self._store.read(work)
        last = found[limit - 1].stored if len(found) > limit else None
        return Page(found[:limit], None if last is None else Place(last.made, last.id))

    def all(self, who: Principal, wanted: Wanted) -> Iterator[KeptGrade]:
        """Yield every grade that is wanted, the newest first, a hundred at a time: for exports."""
        after: Place | None = None
        while True:
            page = self.page(who, wanted, after, AT_ONCE)
            yield from page.grades
            if page.after is None:
                return
            after = page.after

    def _stored(self, who: Principal, answer: str, grade: Grade) -> StoredGrade:
        return newly_made(answer, grade, self._now(), who.id)

    def _work(self, who: Principal, stored: StoredGrade, basis: Basis, claim: Claim | None) -> Callable[[Unit], None]:
        missing = None if _made_by(who, stored) in self._known else basis
        return lambda unit: _keep(unit, who, stored, missing, claim)

    def _unless_done(
        self, who: Principal, stored: StoredGrade, basis: Basis, keyed: Keyed | None
    ) -> Callable[[Unit], Done | None]:
        missing = None if _made_by(who, stored) in self._known else basis

        def work(unit: Unit) -> Done | None:
            claim = None if keyed is None else unit.idempotency.claim(keyed)
            if isinstance(claim, Done):
                return claim
            _keep(unit, who, stored, missing, claim)
            return None

        return work

    def _kept(self, who: Principal, stored: StoredGrade) -> KeptGrade:
        self._known.add(_made_by(who, stored))
        return KeptGrade(stored, stored.machine)


def newly_made(answer: str, grade: Grade, made: datetime, made_by: str) -> StoredGrade:
    """Return a grade as it is kept at first: one revision, and nothing that people did."""
    first = Revision(id=new_id("rev"), grade=grade.id, revision=1, version=1, made=made, made_by=made_by, machine=grade)
    return StoredGrade(grade.id, answer, made, 1, grade.status, (first,))


def kept_grade(contents: Contents, tenant: str, stored: StoredGrade) -> KeptGrade:
    """Return a stored grade with the one in force."""
    if not (stored.overrides or stored.confirmations):
        return KeptGrade(stored, stored.machine)
    return KeptGrade(stored, effective(stored, contents.rubric(tenant, stored.machine.rubric_hash)))


def _made_by(who: Principal, stored: StoredGrade) -> tuple[str, str, str]:
    return who.tenant, stored.machine.rubric_hash, stored.machine.lexicon_hash


def _keep(unit: Unit, who: Principal, stored: StoredGrade, basis: Basis | None, claim: Claim | None) -> None:
    """A basis that was kept before need not be given: what is in the contents is never deleted."""
    if basis is not None:
        unit.contents.keep(who.tenant, basis.rubric)
        unit.contents.keep(who.tenant, basis.lexicon)
    unit.grades.add(who.tenant, stored)
    settle(unit, who, "grade.create", stored.id, stored.made, {"version": 1}, claim, Done(201, stored.id))


def settle(
    unit: Unit,
    who: Principal,
    action: str,
    subject: str,
    made: datetime,
    detail: dict[str, str | int | float | None],
    claim: Claim | None = None,
    done: Done | None = None,
) -> None:
    """Put an act in the audit and, with a claim, keep what came of the request: the last steps of every change."""
    if claim is not None and done is not None:
        unit.idempotency.complete(claim, done)
    unit.audit.append(who.tenant, AuditEntry(made=made, actor=who.id, action=action, subject=subject, detail=detail))
