"""The same tests on both databases; each test has a tenant of its own, as two customers would."""

from collections.abc import Iterator
from os import environ
from secrets import token_hex

import pytest
from sqlalchemy import create_engine, make_url, text

from grader.storage import Database, SqlStore, upgrade

SERVER = environ.get("GRADER_TEST_POSTGRESQL", "postgresql://postgres@127.0.0.1:5432/postgres")


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The address of a PostgreSQL database of these tests' own, which is dropped afterwards."""
    yield from created()


@pytest.fixture
def empty_postgresql() -> Iterator[str]:
    """The address of a PostgreSQL database of this test's own, which has no tables."""
    yield from created()


def created() -> Iterator[str]:
    """Make a database, yield its address, drop it."""
    name = f"grader_test_{token_hex(6)}"
    server = create_engine(make_url(SERVER).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
        yield make_url(SERVER).set(database=name).render_as_string(hide_password=False)
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    server.dispose()


@pytest.fixture(scope="session", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def database(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """A database with the newest tables."""
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path_factory.mktemp('data')}/grader.db"
    else:
        url = request.getfixturevalue("postgresql")
    opened = Database(url)
    upgrade(opened)
    yield opened
    opened.close()


@pytest.fixture
def store(database: Database) -> SqlStore:
    """The ports over the database."""
    return SqlStore(database)


@pytest.fixture
def tenant() -> str:
    """A tenant that nobody else is."""
    return f"t-{token_hex(8)}"
