"""Keys in the database."""

from datetime import UTC, datetime, timedelta
from secrets import token_hex

import pytest
from sqlalchemy import Connection

from grader.access import ROLES, ApiKey
from grader.errors import UnknownKey
from grader.storage import Database, KeptKeys, SqlKeys

NOW = datetime(2026, 1, 2, tzinfo=UTC)


def key(tenant: str) -> ApiKey:
    return ApiKey(token_hex(4), tenant, "intake", "d" * 64, ROLES["candidate"], NOW, "c-1", expires=NOW)


def add(database: Database, added: ApiKey) -> None:
    database.write(lambda connection: SqlKeys(connection).add(added))


def test_a_key_comes_back_as_it_was_kept(database: Database, tenant: str) -> None:
    made = key(tenant)
    add(database, made)
    assert KeptKeys(database).find(made.id) == made
    assert KeptKeys(database).any()


def test_an_unknown_id_is_no_key(database: Database) -> None:
    assert KeptKeys(database).find("nothing") is None


def test_a_tenant_sees_its_own_keys_only(database: Database, tenant: str) -> None:
    first, second = key(tenant), key(tenant)
    for made in (first, second, key("another")):
        add(database, made)
    assert database.read(lambda connection: SqlKeys(connection).of(tenant)) == (first, second)


def test_a_revoked_key_keeps_the_instant_it_was_first_revoked(database: Database, tenant: str) -> None:
    made = key(tenant)
    add(database, made)
    instants = datetime(2026, 2, 1, tzinfo=UTC), datetime(2027, 2, 1, tzinfo=UTC)

    def work(connection: Connection) -> list[ApiKey]:
        return [SqlKeys(connection).revoke(tenant, made.id, now) for now in instants]

    assert [revoked.revoked for revoked in database.write(work)] == [instants[0], instants[0]]


def test_a_use_is_noted_at_most_once_a_minute(database: Database, tenant: str) -> None:
    made = key(tenant)
    add(database, made)
    keys = KeptKeys(database)
    seen = []
    for seconds in (0, 59, 60, 61):
        keys.note_use(made.id, NOW + timedelta(seconds=seconds))
        database.write(lambda _: None)  # what waits is done in turn
        seen.append(keys.of(tenant)[0].last_used)
    assert seen == [NOW, NOW, NOW + timedelta(minutes=1), NOW + timedelta(minutes=1)]


def test_another_tenants_key_cannot_be_revoked(database: Database, tenant: str) -> None:
    made = key(tenant)
    add(database, made)
    with pytest.raises(UnknownKey):
        database.write(lambda connection: SqlKeys(connection).revoke("another", made.id, NOW))
    assert KeptKeys(database).find(made.id) == made
