"""Grades of batches among all other grades: what lay in the results moves there; rows know their candidate."""

import json
import secrets
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "v0003"
down_revision = "v0002"

_AT_ONCE = 500
_COMMENT = "What came of each row of a batch: at most one result a row. It follows what people do about the grade."


def upgrade() -> None:
    """Change the tables of batches, and move the grades."""
    op.add_column("batches", sa.Column("name", sa.Text(), nullable=True))
    op.add_column("batches", sa.Column("erased", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column("batch_rows", sa.Column("candidate", sa.Text(), nullable=True))
    op.execute("ALTER TABLE batch_results RENAME COLUMN grade TO document")
    op.add_column("batch_results", sa.Column("grade", sa.String(length=255), nullable=True))
    connection = op.get_bind()
    tables = sa.MetaData()
    tables.reflect(connection, only=["batches", "batch_rows", "batch_results", "grades", "machine_grades", "verdicts"])
    _name(connection, tables)
    _move(connection, tables)
    op.drop_column("batch_results", "document")
    op.create_index(op.f("ix_batch_rows_tenant_candidate"), "batch_rows", ["tenant", "candidate"])
    op.create_index(op.f("ix_batch_results_tenant_grade"), "batch_results", ["tenant", "grade"])
    if connection.dialect.supports_comments:
        op.create_table_comment("batch_results", _COMMENT)


def _name(connection: sa.Connection, tables: sa.MetaData) -> None:
    rows = tables.tables["batch_rows"]
    change = (
        sa.update(rows)
        .where(rows.c.batch == sa.bindparam("b"), rows.c.number == sa.bindparam("n"))
        .values(candidate=sa.bindparam("who"))
    )
    for some in _pages(connection, rows, rows.c.document):
        named = [{"b": row.batch, "n": row.number, "who": _text(row.document, "candidate")} for row in some]
        if found := [each for each in named if each["who"] is not None]:
            connection.execute(change, found)


def _move(connection: sa.Connection, tables: sa.MetaData) -> None:
    results = tables.tables["batch_results"]
    change = (
        sa.update(results)
        .where(results.c.batch == sa.bindparam("b"), results.c.number == sa.bindparam("n"))
        .values(grade=sa.bindparam("id"))
    )
    for some in _pages(connection, results, results.c.document):
        graded = [(row, json.loads(row.document)) for row in some if row.document]
        if not graded:
            continue
        for name, found in zip(
            ("grades", "machine_grades", "verdicts"), _parts(connection, tables, graded), strict=True
        ):
            if found:
                connection.execute(sa.insert(tables.tables[name]), found)
        connection.execute(change, [{"b": row.batch, "n": row.number, "id": grade["id"]} for row, grade in graded])


def _parts(connection: sa.Connection, tables: sa.MetaData, graded: list[tuple[Any, dict[str, Any]]]) -> list[Any]:
    """The rows that grades become in three tables."""
    batches, sent = tables.tables["batches"], tables.tables["batch_rows"]
    orders = {row.id: row for row in connection.execute(sa.select(batches.c.id, batches.c.made, batches.c.made_by))}
    grades, machines, verdicts = [], [], []
    for row, grade in graded:
        asked = sa.select(sent.c.document).where(sent.c.batch == row.batch, sent.c.number == row.number)
        order, answer = orders[row.batch], _text(connection.execute(asked).scalar_one(), "answer") or ""
        concepts = grade.pop("concepts")
        same = {"tenant": row.tenant, "made": order.made, "version": 1, "revision": 1}
        names = ("id", "external_id", "candidate", "rubric", "mode", "status")
        grades.append({**same, "answer": answer, **{name: grade.get(name) for name in names}})
        hashes = {name: grade[name] for name in ("rubric_hash", "lexicon_hash", "engine", "score")}
        made = {"id": f"rev_{secrets.token_hex(13)}", "grade": grade["id"], "made_by": order.made_by}
        machines.append({**same, **hashes, **made, "document": json.dumps(grade)})
        verdicts += [_verdict(row.tenant, grade["id"], *each) for each in enumerate(concepts)]
    return [grades, machines, verdicts]


def _verdict(tenant: str, grade: str, position: int, concept: dict[str, Any]) -> dict[str, Any]:
    named = {name: concept[name] for name in ("verdict", "decided_by", "confidence")}
    place = {"tenant": tenant, "grade": grade, "revision": 1, "position": position, "concept": concept["id"]}
    return {**place, **named, "document": json.dumps(concept)}


def _pages(connection: sa.Connection, table: sa.Table, document: sa.Column[Any]) -> Iterator[tuple[Any, ...]]:
    """Rows by their key, so many at a time; each page is read whole before anything is changed."""
    place: tuple[str, int] = "", -1
    columns = table.c.tenant, table.c.batch, table.c.number, document
    while True:
        after = sa.tuple_(table.c.batch, table.c.number) > place
        asked = sa.select(*columns).where(after).order_by(table.c.batch, table.c.number).limit(_AT_ONCE)
        some = tuple(connection.execute(asked))
        if not some:
            return
        yield some
        place = some[-1].batch, some[-1].number


def _text(document: str, name: str) -> str | None:
    try:
        fields = json.loads(document)
    except (ValueError, RecursionError):
        return None
    value = fields.get(name) if isinstance(fields, dict) else None
    return None if value is None or isinstance(value, bool | dict | list) else str(value)
