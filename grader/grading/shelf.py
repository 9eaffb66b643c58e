"""A tenant's rubrics: those that were sent to the service, over those in files."""

from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic

from grader.rubric import Lexicon, Rubric, Rubrics

from .repository import Store, Unit
from .service import Grading

FRESH_SECONDS = 1.0


@dataclass(slots=True)
class _Known:
    """What a tenant's versions in force were when they were last looked up."""

    hashes: dict[str, str]
    until: float


@dataclass(slots=True)
class Shelf:
    """The rubrics of one tenant. A version sent elsewhere is in force here within a second."""

    store: Store
    tenant: str
    files: Rubrics
    clock: Callable[[], float] = monotonic
    _known: _Known = field(default_factory=lambda: _Known({}, float("-inf")))
    _rubrics: dict[str, Rubric] = field(default_factory=dict)

    def ids(self) -> tuple[str, ...]:
        """Return the ids of all rubrics, sorted."""
        return tuple(sorted({*self.files.ids(), *self.own()}))

    def get(self, rubric_id: str) -> Rubric:
        """Return a rubric by its full id. Raises UnknownRubric, RubricError."""
        name = self.own().get(rubric_id)
        if name is None:
            return self.files.get(rubric_id)
        if name not in self._rubrics:
            self._rubrics[name] = self.store.read(lambda unit: unit.contents.rubric(self.tenant, name))
        return self._rubrics[name]

    def lexicon(self, name: str | None) -> Lexicon:
        """Return a lexicon by name; lexicons are files. Raises LexiconError."""
        return self.files.lexicon(name)

    def own(self) -> dict[str, str]:
        """Return the hashes of the versions in force, by id, of what was sent to the service."""
        if self.clock() >= self._known.until:
            self._known = _Known(self.store.read(self._look_up), self.clock() + FRESH_SECONDS)
        return self._known.hashes

    def bare(self) -> bool:
        """Return whether, as was looked up just now, nothing was sent to the service. Needs no database."""
        return not self._known.hashes and self.clock() < self._known.until

    def forget(self) -> None:
        """Look the versions up again the next time: there is a new one."""
        self._known = _Known({}, float("-inf"))

    def _look_up(self, unit: Unit) -> dict[str, str]:
        return {version.rubric: version.hash for version in unit.rubrics.in_force(self.tenant)}


class Shelves:
    """The grading service of each tenant: one for all who have no rubrics of their own."""

    def __init__(self, store: Store, files: Rubrics, shared: Grading) -> None:
        self._store, self._files, self._shared = store, files, shared
        self._tenants: dict[str, tuple[Shelf, Grading]] = {}

    def grading(self, tenant: str) -> Grading:
        """Return the grading service over a tenant's rubrics."""
        shelf, grading = self._of(tenant)
        return grading if shelf.own() else self._shared

    def recall(self, tenant: str) -> Grading | None:
        """Return the same without waiting, or None if that needs a look into the database."""
        known = self._tenants.get(tenant)
        return self._shared if known and known[0].bare() else None

    def shelf(self, tenant: str) -> Shelf:
        """Return a tenant's rubrics."""
        return self._of(tenant)[0]

    def _of(self, tenant: str) -> tuple[Shelf, Grading]:
        if tenant not in self._tenants:
            shelf = Shelf(self._store, tenant, self._files)
            self._tenants[tenant] = shelf, Grading(shelf)
        return self._tenants[tenant]
