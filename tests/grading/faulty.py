"""Stores with one fault each, for tests of tests: every other thing is the real store's."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, TypeVar

from grader.grading import Change, ConceptOverride, Override, Release, Revision, Store, StoredGrade, Unit

T = TypeVar("T")
P = TypeVar("P")
Fault = Callable[[Unit], Unit]


@dataclass(frozen=True)
class FaultyStore:
    """A store, each of whose transactions has a fault."""

    store: Store
    fault: Fault

    def read(self, work: Callable[[Unit], T]) -> T:
        return self.store.read(lambda unit: work(self.fault(unit)))

    def write(self, work: Callable[[Unit], T]) -> T:
        return self.store.write(lambda unit: work(self.fault(unit)))

    async def write_soon(self, work: Callable[[Unit], T]) -> T:
        return await self.store.write_soon(lambda unit: work(self.fault(unit)))

    async def write_together(self, work: Callable[[Unit, Sequence[P]], Sequence[T]], part: P) -> T:
        return await self.store.write_together(lambda unit, parts: work(self.fault(unit), parts), part)

    def scrub(self) -> None:
        self.store.scrub()


class Otherwise:
    """A port of which one method does something else; that gets the real port first."""

    def __init__(self, port: Any, name: str, method: Callable[..., Any]) -> None:
        self._port, self._name, self._method = port, name, method

    def __getattr__(self, name: str) -> Any:
        return partial(self._method, self._port) if name == self._name else getattr(self._port, name)


def otherwise(part: str, name: str, method: Callable[..., Any]) -> Fault:
    """Return a fault of one method of one port."""
    return lambda unit: replace(unit, **{part: Otherwise(getattr(unit, part), name, method)})


def changes(kind: type[Change], alter: Callable[[Any], Change | None]) -> Fault:
    """Return a fault of one kind of change: it is kept altered, or not at all."""

    def add(port: Any, tenant: str, change: Change, after: Any) -> None:
        kept = alter(change) if isinstance(change, kind) else change
        if kept is not None:
            port.add(tenant, kept, after)

    return otherwise("changes", "add", add)


def entries(alter: Callable[[Any], Any]) -> Fault:
    """Return a fault of the audit: an entry is altered, or not kept."""

    def append(port: Any, tenant: str, entry: Any) -> None:
        append_all(port, tenant, [entry])

    def append_all(port: Any, tenant: str, entries: Sequence[Any]) -> None:
        port.append_all(tenant, [kept for entry in entries if (kept := alter(entry)) is not None])

    one, many = otherwise("audit", "append", append), otherwise("audit", "append_all", append_all)
    return lambda unit: many(one(unit))


def _turned(change: Override) -> Override:
    turned = tuple(ConceptOverride(concept=each.concept, verdict="met") for each in change.concepts)
    return change.model_copy(update={"concepts": turned})


def _generous(change: Release) -> Release:
    return change.model_copy(update={"shown": change.shown.model_copy(update={"score": 1.0})})


def _forgetful(change: Revision) -> Revision:
    first = change.machine.concepts[0].model_copy(update={"credit": 1.0, "verdict": "met", "partial": None})
    machine = change.machine.model_copy(update={"concepts": (first, *change.machine.concepts[1:])})
    return change.model_copy(update={"machine": machine})


def _dotted(grade: StoredGrade) -> StoredGrade:
    return replace(grade, answer=grade.answer + ".")


def _late(found: StoredGrade) -> StoredGrade:
    return replace(found, version=min(found.version, 2))


FAULTS: dict[str, Fault] = {
    "an override is acknowledged and not kept": changes(Override, lambda _: None),
    "an override is kept as another verdict": changes(Override, _turned),
    "a score of a person is lost": changes(Override, lambda change: change.model_copy(update={"score": None})),
    "a release is not kept": changes(Release, lambda _: None),
    "a candidate is shown another score": changes(Release, _generous),
    "a regraded concept has another credit": changes(Revision, _forgetful),
    "a confirmation is not in the audit": entries(lambda found: None if found.action == "grade.confirm" else found),
    "the audit tells of another grade": entries(lambda found: found.model_copy(update={"subject": "grd_other"})),
    "what was erased is still there": otherwise("changes", "erase", lambda *_: None),
    "an answer is kept changed": otherwise(
        "grades", "add_all", lambda port, tenant, grades: port.add_all(tenant, [_dotted(grade) for grade in grades])
    ),
    "a version is told that is not the last": otherwise("grades", "get", lambda port, *asked: _late(port.get(*asked))),
    "other tenants see a grade": otherwise(
        "grades", "page", lambda port, tenant, *asked: port.page(tenant.removesuffix("x"), *asked)
    ),
    "a new version of a rubric is not in force": otherwise("rubrics", "in_force", lambda *_: ()),
}
