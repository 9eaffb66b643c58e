"""What people did about grades, as rows: overrides, confirmations, releases."""

import json
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, Table, insert, select

from grader.grading import CandidateGrade, ConceptOverride, Confirmation, Event, Override, Release

from .instants import to_instant, to_text
from .tables import confirmations, overrides, released_feedback

E = TypeVar("E", bound=Event)


def add_event(connection: Connection, tenant: str, event: Override | Confirmation | Release) -> None:
    """Keep what a person did."""
    row = {**event.model_dump(include=set(Event.model_fields)), "tenant": tenant, "made": to_text(event.made)}
    match event:
        case Override():
            concepts = json.dumps([concept.model_dump() for concept in event.concepts])
            more = {"reason": event.reason, "score": event.score, "concepts": concepts}
            connection.execute(insert(overrides), row | more)
        case Release():
            connection.execute(insert(released_feedback), row | {"document": event.shown.model_dump_json()})
        case Confirmation():
            connection.execute(insert(confirmations), row)


def read_overrides(connection: Connection, tenant: str, grade_ids: Sequence[str]) -> dict[str, list[Override]]:
    """Return the overrides of some grades, by grade, in order."""
    return _read(connection, overrides, tenant, grade_ids, _override)


def read_confirmations(connection: Connection, tenant: str, grade_ids: Sequence[str]) -> dict[str, list[Confirmation]]:
    """Return the confirmations of some grades, by grade, in order."""
    return _read(connection, confirmations, tenant, grade_ids, lambda row: Confirmation(**_event(row)))


def read_releases(connection: Connection, tenant: str, grade_ids: Sequence[str]) -> dict[str, list[Release]]:
    """Return what was shown to candidates of some grades, by grade, in order."""
    return _read(connection, released_feedback, tenant, grade_ids, _release)


def _read(
    connection: Connection, table: Table, tenant: str, grade_ids: Sequence[str], event_of: Callable[[Row[Any]], E]
) -> dict[str, list[E]]:
    asked = select(table).where(table.c.tenant == tenant, table.c.grade.in_(grade_ids)).order_by(table.c.version)
    found: dict[str, list[E]] = {}
    for row in connection.execute(asked):
        found.setdefault(row.grade, []).append(event_of(row))
    return found


def _override(row: Row[Any]) -> Override:
    concepts = tuple(ConceptOverride(**concept) for concept in json.loads(row.concepts))
    return Override(**_event(row), reason=row.reason, score=row.score, concepts=concepts)


def _release(row: Row[Any]) -> Release:
    return Release(**_event(row), shown=CandidateGrade.model_validate_json(row.document))


def _event(row: Row[Any]) -> dict[str, Any]:
    values = {name: getattr(row, name) for name in Event.model_fields}
    return values | {"made": to_instant(row.made)}
