"""The machine's grades as rows: one for each revision, and one for each concept's verdict."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Row, insert, select

from grader.grading import ConceptGrade, Grade, Revision

from .instants import to_instant, to_text
from .tables import machine_grades, verdicts

_ADD, _ADD_VERDICTS = insert(machine_grades), insert(verdicts)


def add_revisions(connection: Connection, tenant: str, revisions: Sequence[Revision]) -> None:
    """Keep revisions with their verdicts."""
    found = [
        _verdict(tenant, revision, *each) for revision in revisions for each in enumerate(revision.machine.concepts)
    ]
    connection.execute(_ADD, [_row(tenant, revision) for revision in revisions])
    connection.execute(_ADD_VERDICTS, found)


def read_revisions(connection: Connection, tenant: str, grade_ids: Sequence[str]) -> dict[str, list[Revision]]:
    """Return the revisions of some grades, by grade, in order."""
    concepts = _concepts(connection, tenant, grade_ids)
    asked = select(machine_grades).where(machine_grades.c.tenant == tenant, machine_grades.c.grade.in_(grade_ids))
    found: dict[str, list[Revision]] = {}
    for row in connection.execute(asked.order_by(machine_grades.c.revision)):
        found.setdefault(row.grade, []).append(_revision(row, concepts.get((row.grade, row.revision), ())))
    return found


def _row(tenant: str, revision: Revision) -> dict[str, Any]:
    machine = revision.machine
    return {
        "tenant": tenant,
        "id": revision.id,
        "grade": revision.grade,
        "revision": revision.revision,
        "version": revision.version,
        "made": to_text(revision.made),
        "made_by": revision.made_by,
        "rubric_hash": machine.rubric_hash,
        "lexicon_hash": machine.lexicon_hash,
        "engine": machine.engine,
        "score": machine.score,
        "document": machine.model_dump_json(exclude={"concepts"}),
    }


def _verdict(tenant: str, revision: Revision, position: int, concept: ConceptGrade) -> dict[str, Any]:
    return {
        "tenant": tenant,
        "grade": revision.grade,
        "revision": revision.revision,
        "position": position,
        "concept": concept.id,
        "verdict": concept.verdict,
        "decided_by": concept.decided_by,
        "confidence": concept.confidence,
        "document": concept.model_dump_json(),
    }


def _concepts(connection: Connection, tenant: str, grade_ids: Sequence[str]) -> dict[tuple[str, int], list[str]]:
    asked = select(verdicts.c.grade, verdicts.c.revision, verdicts.c.document).where(
        verdicts.c.tenant == tenant, verdicts.c.grade.in_(grade_ids)
    )
    found: dict[tuple[str, int], list[str]] = {}
    for row in connection.execute(asked.order_by(verdicts.c.position)):
        found.setdefault((row.grade, row.revision), []).append(row.document)
    return found


def _revision(row: Row[Any], concepts: Iterable[str]) -> Revision:
    document = json.loads(row.document) | {"concepts": [json.loads(concept) for concept in concepts]}
    return Revision(
        id=row.id,
        grade=row.grade,
        revision=row.revision,
        version=row.version,
        made=to_instant(row.made),
        made_by=row.made_by,
        machine=Grade.model_validate(document),
    )
