"""Check the audit: whatever was done to it shows."""

import random
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import count, islice
from pathlib import Path

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from grader.grading import AuditEntry, AuditFault, chained
from grader.storage import SqlStore, open_database
from grader.storage.audit_check import FIELDS, check
from grader.storage.engine import make_engine
from tests.storage.factories import NOW

TRIGGERS = ("DROP TRIGGER audit_no_update", "DROP TRIGGER audit_no_delete")
ENTRIES = 40


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("audit") / "a.db")


def write(path: Path) -> Path:
    """Make a database with two tenants' audits."""
    database = open_database(f"sqlite:///{path}")
    store = SqlStore(database)
    for number in range(ENTRIES):
        entry = AuditEntry(made=NOW, actor=f"key_{number}", action="grade.create", subject=f"grd_{number}")
        store.write(lambda unit, e=entry, t=f"t-{number % 2}": unit.audit.append(t, e))  # type: ignore[misc]
    database.close()
    return path


def faults(path: Path) -> list[AuditFault]:
    database = open_database(f"sqlite:///{path}")
    try:
        return SqlStore(database).read(lambda unit: list(unit.audit.check()))
    finally:
        database.close()


def tampered(written: Path, tmp_path: Path, statement: str, *values: object) -> list[AuditFault]:
    """Return what is found after a statement by someone who owns the file."""
    path = tmp_path / "b.db"
    shutil.copy(written, path)
    with closing(sqlite3.connect(path)) as connection, connection:
        for trigger in TRIGGERS:
            connection.execute(trigger)
        assert connection.execute(statement, values).rowcount > 0
    return faults(path)


def test_an_untouched_audit_holds(written: Path) -> None:
    assert faults(written) == []


def flips() -> Iterator[tuple[str, int, float, int]]:
    """Places without end: a field, an entry, how far into the field, and a bit."""
    chance = random.Random(7)
    for place in count():
        yield FIELDS[place % len(FIELDS)], chance.randrange(ENTRIES), chance.random(), chance.randrange(8)


def flipped(connection: Connection, field: str, entry: int, how_far: float, bit: int) -> bool | None:
    """Return whether a flipped byte is found; None if the database itself refuses it."""
    asked = f"SELECT tenant, number, CAST({field} AS BLOB) FROM audit LIMIT 1 OFFSET {entry}"
    *key, raw = connection.exec_driver_sql(asked).one()
    changed = bytearray(raw)
    changed[int(how_far * len(raw))] ^= 1 << bit
    part = connection.begin_nested()
    try:
        change = f"UPDATE audit SET {field} = CAST(? AS TEXT) WHERE tenant = ? AND number = ?"
        connection.exec_driver_sql(change, (bytes(changed), *key))
        return next(check(connection), None) is not None
    except IntegrityError:  # another entry has this number
        return None
    finally:
        part.rollback()


def found_of(written: Path, tmp_path: Path, most: int) -> list[bool]:
    """Flip a byte so many times; return of each whether it was found."""
    shutil.copy(written, tmp_path / "b.db")
    engine = make_engine(f"sqlite:///{tmp_path}/b.db")
    with engine.connect() as connection:
        for trigger in TRIGGERS:
            connection.exec_driver_sql(trigger)
        assert not list(check(connection))
        tried = (flipped(connection, *place) for place in flips())
        found = list(islice((found for found in tried if found is not None), most))
    engine.dispose()
    return found


def test_two_hundred_flipped_bytes_are_all_found(written: Path, tmp_path: Path) -> None:
    assert found_of(written, tmp_path, 200) == [True] * 200


@pytest.mark.parametrize("skipped", range(5), ids=FIELDS[2:7])
def test_a_hash_that_skips_a_column_would_be_noticed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, skipped: int
) -> None:
    """A planted fault: the chain is written and checked without one column, and holds; flips in it are then missed."""

    def without(tenant: str, number: int, entry: tuple[str, ...], previous: str) -> str:
        texts = [*entry[:skipped], "", *entry[skipped + 1 :]]
        return chained(tenant, number, (texts[0], texts[1], texts[2], texts[3], texts[4]), previous)

    monkeypatch.setattr("grader.storage.audit.chained", without)
    monkeypatch.setattr("grader.storage.audit_check.chained", without)
    assert found_of(write(tmp_path / "a.db"), tmp_path, 40).count(False) >= 4


TAILS = [
    "DELETE FROM audit WHERE number = 20",
    "DELETE FROM audit WHERE tenant = 't-0'",
    "DELETE FROM audit_heads WHERE tenant = 't-0'",
    "UPDATE audit_heads SET number = 19",
]
"""What only the heads show."""


@pytest.mark.parametrize("statement", TAILS)
def test_a_check_that_does_not_look_at_the_ends_would_be_noticed(
    written: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, statement: str
) -> None:
    """A planted fault: what the test below says is found, is not."""
    monkeypatch.setattr("grader.storage.audit_check._heads", lambda *_: iter(()))
    assert tampered(written, tmp_path, statement) == []


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM audit WHERE number = 1",
        "DELETE FROM audit WHERE number = 7",
        *TAILS,
        "UPDATE audit SET number = number + 100 WHERE number = 20",
        "UPDATE audit SET tenant = 't-9' WHERE tenant = 't-0'",
        "INSERT INTO audit SELECT tenant, 21, made, actor, action, subject, detail, hash, hash FROM audit LIMIT 1",
    ],
)
def test_what_is_taken_out_put_in_or_moved_is_found(written: Path, tmp_path: Path, statement: str) -> None:
    assert tampered(written, tmp_path, statement)


def test_a_fault_says_where_it_is_and_nothing_of_the_entry(written: Path, tmp_path: Path) -> None:
    (fault,) = tampered(written, tmp_path, "UPDATE audit SET actor = 'xyzzy' WHERE tenant = 't-0' AND number = 3")
    assert (fault.tenant, fault.number) == ("t-0", 3)
    assert "xyzzy" not in fault.model_dump_json()


def test_a_file_that_is_damaged_is_found(written: Path, tmp_path: Path) -> None:
    path = tmp_path / "b.db"
    data = bytearray(written.read_bytes())
    at = data.rindex(b"grade.create")
    data[at - 2000 : at] = b"\xff" * 2000
    path.write_bytes(data)
    assert faults(path)
