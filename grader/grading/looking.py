"""The grades that people have looked at: what the machine gave, and what they left in force."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import TypeAlias

from grader.access import Principal
from grader.rubric import Rubric

from .effective import effective
from .grade import Grade
from .repository import Contents, Store, Unit
from .stored import Confirmation, Override, Place, StoredGrade, Wanted

AT_ONCE = 200
Look: TypeAlias = Override | Confirmation


@dataclass(frozen=True, slots=True)
class Earlier:
    """What another person had left in force before the one who looked last, of the same grade of the machine's."""

    people: Grade
    by: str
    reason: str
    whole: bool


@dataclass(frozen=True, slots=True)
class Looked:
    """An answer with the machine's grade as people saw it, and what they decided.

    `by` is who looked last, `reason` why they changed it, empty if they confirmed it. `whole`: they went
    through its concepts, and did not only give another score. `earlier` is there if somebody else looked before.
    """

    id: str
    answer: str
    machine: Grade
    people: Grade
    by: str
    reason: str
    whole: bool
    earlier: Earlier | None = None


def looked_at(store: Store, who: Principal, rubric: str | None = None, most: int = 2000) -> tuple[Looked, ...]:
    """Return the grades that people overrode or confirmed, the newest first; of one rubric, if it is named."""
    return tuple(islice(_all(store, who, Wanted(rubric=rubric, reviewed=True)), most))


def _all(store: Store, who: Principal, wanted: Wanted) -> Iterator[Looked]:
    after: Place | None = None
    while True:
        page = store.read(lambda unit: _page(unit, who.tenant, wanted, after))  # noqa: B023 - it is run at once
        yield from (looked for _, looked in page)
        if len(page) < AT_ONCE:
            return
        after = page[-1][0]


def _page(unit: Unit, tenant: str, wanted: Wanted, after: Place | None) -> list[tuple[Place, Looked]]:
    found = unit.grades.page(tenant, wanted, after, AT_ONCE)
    return [(Place(stored.made, stored.id), _looked(unit.contents, tenant, stored)) for stored in found]


def _looked(contents: Contents, tenant: str, stored: StoredGrade) -> Looked:
    """A later revision of the machine's was seen by nobody: what counts is the one that was looked at last."""
    looks: list[Look] = [*stored.overrides, *stored.confirmations]
    looks.sort(key=lambda look: look.version)
    last = looks[-1]
    seen = replace(stored, revisions=tuple(each for each in stored.revisions if each.revision <= last.revision))
    rubric = contents.rubric(tenant, seen.machine.rubric_hash)
    people, earlier = effective(seen, rubric), _earlier(seen, looks, rubric)
    whole = bool(stored.confirmations) or any(override.concepts for override in stored.overrides)
    return Looked(stored.id, stored.answer, seen.machine, people, last.made_by, _reason(last), whole, earlier)


def _earlier(seen: StoredGrade, looks: Sequence[Look], rubric: Rubric) -> Earlier | None:
    last = looks[-1]
    others = [look for look in looks if look.made_by != last.made_by and look.revision == last.revision]
    if not others:
        return None
    look = others[-1]
    before = replace(
        seen,
        overrides=tuple(each for each in seen.overrides if each.version <= look.version),
        confirmations=tuple(each for each in seen.confirmations if each.version <= look.version),
    )
    return Earlier(effective(before, rubric), look.made_by, _reason(look), _is_whole(look) and _is_whole(last))


def _is_whole(look: Look) -> bool:
    return isinstance(look, Confirmation) or bool(look.concepts)


def _reason(look: Look) -> str:
    return look.reason if isinstance(look, Override) else ""
