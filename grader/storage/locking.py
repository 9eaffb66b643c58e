"""One row that is there for sure, and that nobody else changes meanwhile."""

from typing import Any

from sqlalchemy import Connection, Row, Table, select

from .engine import insert_if_new


def locked_row(connection: Connection, table: Table, key: dict[str, Any], start: dict[str, Any]) -> Row[Any]:
    """Return the row with a key, made with the values of `start` if it is new; others wait until this commits."""
    asked = select(table).where(*(table.c[name] == value for name, value in key.items())).with_for_update()
    row = connection.execute(asked).first()
    if row is None:
        insert_if_new(connection, table, key | start)
        row = connection.execute(asked).one()
    return row
