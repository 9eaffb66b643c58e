"""The tables of batches."""

from sqlalchemy import Table

from grader.storage import batch_tables
from grader.storage.tables import metadata


def test_every_table_of_batches_is_among_those_that_migrations_make() -> None:
    tables = [found for found in vars(batch_tables).values() if isinstance(found, Table)]
    assert len(tables) == 8
    assert {table.name for table in tables} <= set(metadata.tables)


def test_a_row_can_have_one_result_only() -> None:
    assert [column.name for column in batch_tables.batch_results.primary_key] == ["batch", "number"]
