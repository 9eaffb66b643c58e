"""Use cases: keep a grade, read it again, list and export grades."""

from collections.abc import Callable, Iterator, Sequence
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


@dataclass(frozen=True, slots=True)
class NewGrade:
    """A grade to keep, with the key of its request and, unless it is kept already, what the grade was made by."""

    who: Principal
    stored: StoredGrade
    basis: Basis | None
    keyed: Keyed | None = None

    def entry(self) -> AuditEntry:
        """Return what the audit says of it."""
        made, subject = self.stored.made, self.stored.id
        return AuditEntry(made=made, actor=self.who.id, action="grade.create", subject=subject, detail={"version": 1})


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
        new = NewGrade(who, stored, self._missing(who, stored, basis), keyed)
        return await self._store.write_together(keep_new, new) or self._kept(who, stored)

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

    def all(self, who: Principal, wanted: Wanted, after: Place | None = None) -> Iterator[KeptGrade]:
        """Yield every grade that is wanted, the newest first, a hundred at a time, beginning after a place."""
        while True:
            page = self.page(who, wanted, after, AT_ONCE)
            yield from page.grades
            if page.after is None:
                return
            after = page.after

    def _stored(self, who: Principal, answer: str, grade: Grade) -> StoredGrade:
        return newly_made(answer, grade, self._now(), who.id)

    def _work(self, who: Principal, stored: StoredGrade, basis: Basis, claim: Claim | None) -> Callable[[Unit], None]:
        new = NewGrade(who, stored, self._missing(who, stored, basis))
        return lambda unit: _keep(unit, new, claim)

    def _missing(self, who: Principal, stored: StoredGrade, basis: Basis) -> Basis | None:
        """What was kept before is not kept again: nothing is ever deleted from the contents."""
        return None if _made_by(who, stored) in self._known else basis

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


def keep_new(unit: Unit, grades: Sequence[NewGrade]) -> list[Done | None]:
    """Keep new grades, each unless its request was done before: then return what came of it in its place."""
    asked = [(each.keyed, Done(201, each.stored.id)) for each in grades if each.keyed is not None]
    found = iter(unit.idempotency.settle(asked)) if asked else iter(())
    before = [None if each.keyed is None else next(found) for each in grades]
    of_tenant: dict[str, list[NewGrade]] = {}
    for each, done in zip(grades, before, strict=True):
        if done is None:
            of_tenant.setdefault(each.who.tenant, []).append(each)
    for tenant, fresh in of_tenant.items():
        _add(unit, tenant, fresh)
    return before


def _keep(unit: Unit, new: NewGrade, claim: Claim | None) -> None:
    if claim is not None:
        unit.idempotency.complete(claim, Done(201, new.stored.id))
    _add(unit, new.who.tenant, (new,))


def _add(unit: Unit, tenant: str, grades: Sequence[NewGrade]) -> None:
    for basis in {id(new.basis): new.basis for new in grades if new.basis is not None}.values():
        unit.contents.keep(tenant, basis.rubric)
        unit.contents.keep(tenant, basis.lexicon)
    unit.grades.add_all(tenant, [new.stored for new in grades])
    unit.audit.append_all(tenant, [new.entry() for new in grades])


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
