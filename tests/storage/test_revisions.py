"""The machine's grades as rows."""

from dataclasses import replace

from sqlalchemy import func, select

from grader.grading import ConceptGrade
from grader.storage import Database, SqlStore
from grader.storage.tables import verdicts
from tests.storage.factories import make_machine, make_revision, make_stored


def test_revisions_come_back_in_order_with_their_own_verdicts(store: SqlStore, tenant: str) -> None:
    kept = make_stored()
    other = make_machine(kept.id).model_copy(update={"concepts": kept.machine.concepts[:1], "score": 1 / 3})
    again = make_revision(other, 2, 2)
    store.write(lambda unit: unit.grades.add(tenant, kept))
    store.write(lambda unit: unit.changes.add(tenant, again, other))
    found = store.read(lambda unit: unit.grades.get(tenant, kept.id))
    assert found == replace(kept, version=2, status=other.status, revisions=(*kept.revisions, again))
    assert found.machine.score == 1 / 3


def test_verdicts_can_be_counted_without_reading_documents(database: Database, store: SqlStore, tenant: str) -> None:
    store.write(lambda unit: unit.grades.add(tenant, make_stored()))
    asked = select(verdicts.c.verdict, func.count()).where(verdicts.c.tenant == tenant, verdicts.c.concept == "first")
    rows = database.read(lambda connection: connection.execute(asked.group_by(verdicts.c.verdict)).all())
    assert [tuple(row) for row in rows] == [("met", 1)]


def test_every_field_of_a_concepts_grade_is_kept(store: SqlStore, tenant: str) -> None:
    kept = make_stored()
    store.write(lambda unit: unit.grades.add(tenant, kept))
    concept = store.read(lambda unit: unit.grades.get(tenant, kept.id)).machine.concepts[0]
    assert isinstance(concept, ConceptGrade)
    assert concept.evidence == kept.machine.concepts[0].evidence != ()
