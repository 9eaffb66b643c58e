"""Decisions about claims in either database."""

from datetime import timedelta
from functools import partial

from sqlalchemy import Connection, select

from grader.grading import Ruling, RulingKind, claim_hash
from grader.storage import Database, SqlStore
from grader.storage.tables import rulings
from tests.storage.factories import NOW, add, make_stored

RUBRIC, CLAIM = "toy/a", claim_hash("I \N{SNOWMAN} the tables")


def ruling(number: int, grade: str = "grd_1", kind: RulingKind = "ignored", **more: str) -> Ruling:
    same = {"id": f"rul_{number}", "grade": grade, "rubric": RUBRIC, "claim": CLAIM, "kind": kind, "made_by": "key_1"}
    return Ruling.model_validate({**same, "made": NOW + timedelta(minutes=number), **more})


def keep(store: SqlStore, tenant: str, *made: Ruling) -> None:
    for each in made:
        store.write(lambda unit, each=each: unit.rulings.add(tenant, each))  # type: ignore[misc]


def about(store: SqlStore, tenant: str, *claims: str, rubric: str = RUBRIC) -> tuple[Ruling, ...]:
    return store.read(lambda unit: unit.rulings.about(tenant, rubric, claims))


def test_decisions_come_back_in_order_by_rubric_and_claim(store: SqlStore, tenant: str) -> None:
    made = [ruling(2), ruling(1, kind="same_as", concept="queues"), ruling(3, kind="open")]
    keep(store, tenant, *made, ruling(4, claim="sha256:0"), ruling(5, rubric="toy/b"))
    keep(store, tenant + "x", ruling(6))
    assert about(store, tenant, CLAIM) == tuple(made)
    assert [each.id for each in about(store, tenant, CLAIM, "sha256:0")] == ["rul_2", "rul_1", "rul_3", "rul_4"]
    assert about(store, tenant) == ()


def test_a_grade_has_the_decisions_that_were_made_at_it(store: SqlStore, tenant: str) -> None:
    kept = make_stored()
    add(store, tenant, kept)
    keep(store, tenant, ruling(1, kept.id), ruling(2, "grd_other"))
    assert store.read(lambda unit: unit.grades.get(tenant, kept.id)).rulings == (ruling(1, kept.id),)


def test_erasing_a_grade_leaves_no_decision_about_what_was_ruled_on_at_it(store: SqlStore, tenant: str) -> None:
    kept = make_stored()
    add(store, tenant, kept)
    left = ruling(3, "grd_2", claim="sha256:0")
    for whose in (tenant, tenant + "x"):
        keep(store, whose, ruling(1, kept.id), ruling(2, "grd_2"), left)
    store.write(lambda unit: unit.changes.erase(tenant, (kept.id,)))
    assert about(store, tenant, CLAIM, "sha256:0") == (left,)
    assert len(about(store, tenant + "x", CLAIM, "sha256:0")) == 3


def test_many_claims_of_many_grades_are_erased_at_once(store: SqlStore, tenant: str) -> None:
    keep(store, tenant, *(ruling(at, f"grd_{at}", claim=f"sha256:{at}") for at in range(450)))
    store.write(lambda unit: unit.changes.erase(tenant, tuple(f"grd_{at}" for at in range(1, 450))))
    assert [each.id for each in about(store, tenant, *(f"sha256:{at}" for at in range(450)))] == ["rul_0"]


def test_no_text_of_a_claim_is_in_the_table(database: Database, store: SqlStore, tenant: str) -> None:
    keep(store, tenant, ruling(1))

    def rows(of: str, connection: Connection) -> list[str]:
        return [str(tuple(row)) for row in connection.execute(select(rulings).where(rulings.c.tenant == of))]

    (row,) = database.read(partial(rows, tenant))
    assert "tables" not in row
    assert CLAIM in row
