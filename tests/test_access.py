"""Who may do what."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from grader.access import (
    LOCAL,
    PERMISSIONS,
    PUBLIC,
    ROLES,
    SCOPES,
    ApiKey,
    KeyDoorkeeper,
    Principal,
    Role,
    authenticate,
    is_loopback,
    new_key,
)
from grader.errors import KeyRefused, NoSuchPlace, NotPermitted

NOW = datetime(2026, 1, 2, tzinfo=UTC)
PEPPER = b"pepper"
SHOWN, ID, DIGEST = new_key(PEPPER)
KEPT = ApiKey(ID, "acme", "intake", DIGEST, ROLES["grader"], NOW)


class Kept:
    """Keys in memory."""

    def __init__(self, *keys: ApiKey) -> None:
        self._keys = {key.id: key for key in keys}
        self.used: list[tuple[str, datetime]] = []

    def find(self, key_id: str) -> ApiKey | None:
        return self._keys.get(key_id)

    def any(self) -> bool:
        return bool(self._keys)

    def note_use(self, key_id: str, now: datetime) -> None:
        self.used.append((key_id, now))


def test_a_key_stands_for_its_tenant_and_scopes() -> None:
    assert authenticate(SHOWN, Kept(KEPT), PEPPER, NOW) == Principal("acme", ID, ROLES["grader"])


def test_the_secret_is_not_in_what_is_kept() -> None:
    assert SHOWN[11:54] not in repr(KEPT)
    assert len(SHOWN) == 60


OTHER = "b" if SHOWN[20] == "a" else "a"
WRONG = [
    *("", "gk_", SHOWN[:-1], SHOWN + "a", SHOWN.upper(), SHOWN.replace("gk_", "gx_"), f" {SHOWN}", "é" * 60),
    *(SHOWN[:20] + OTHER + SHOWN[21:], new_key(PEPPER)[0], new_key(b"another")[0], "gk_" + "\0" * 57),
]


@pytest.mark.parametrize("shown", WRONG, ids=range(len(WRONG)))
def test_another_key_is_refused(shown: str) -> None:
    with pytest.raises(KeyRefused):
        authenticate(shown, Kept(KEPT), PEPPER, NOW)


def test_a_wrong_secret_under_a_known_id_is_refused() -> None:
    twin = replace(KEPT, digest=new_key(PEPPER)[2])
    with pytest.raises(KeyRefused):
        authenticate(SHOWN, Kept(twin), PEPPER, NOW)


def test_a_key_of_another_pepper_is_refused() -> None:
    with pytest.raises(KeyRefused):
        authenticate(SHOWN, Kept(KEPT), b"salt", NOW)


@pytest.mark.parametrize("ended", [replace(KEPT, revoked=NOW), replace(KEPT, expires=NOW)])
def test_a_revoked_or_expired_key_is_refused(ended: ApiKey) -> None:
    with pytest.raises(KeyRefused):
        authenticate(SHOWN, Kept(ended), PEPPER, NOW)


def test_a_key_opens_until_it_expires() -> None:
    assert replace(KEPT, expires=NOW + timedelta(seconds=1)).valid(NOW)


def test_the_use_of_a_key_is_noted_once_a_minute_and_that_of_none_never() -> None:
    kept, times = Kept(KEPT), iter(NOW + timedelta(seconds=second) for second in (0, 3, 59, 60, 61, 121))
    door = KeyDoorkeeper(kept, PEPPER, lambda: next(times))
    for _ in range(6):
        door.admit(SHOWN)
    assert kept.used == [(ID, NOW), (ID, NOW + timedelta(seconds=60)), (ID, NOW + timedelta(seconds=121))]
    empty = Kept()
    KeyDoorkeeper(empty, PEPPER, lambda: NOW).admit("")
    assert empty.used == []


def test_a_missing_scope_is_told() -> None:
    with pytest.raises(NotPermitted):
        Principal("acme", ID, ROLES["grader"]).require("live_hints")


@pytest.mark.parametrize("operation", sorted(PERMISSIONS))
def test_a_candidate_is_not_even_told_that_something_is_there(operation: str) -> None:
    candidate = Principal("acme", ID, ROLES["candidate"], candidate="c-1")
    if "candidate:self" not in PERMISSIONS[operation]:
        with pytest.raises(NoSuchPlace):
            candidate.require(operation)


def test_an_operation_that_is_in_no_table_is_refused_to_everyone() -> None:
    with pytest.raises(NotPermitted):
        LOCAL.require("xyzzy")


@pytest.mark.parametrize("role", ROLES)
def test_what_is_public_is_open_to_every_role(role: Role) -> None:
    assert all(Principal("acme", ID, ROLES[role]).may(operation) for operation in PUBLIC)


def test_every_scope_opens_something_of_the_admin_or_the_candidate() -> None:
    assert frozenset().union(*ROLES.values()) == SCOPES
    assert ROLES["admin"] | ROLES["candidate"] == SCOPES


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8", "::1", "localhost"])
def test_loopback_is_known(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.2", "example.com", "", "127.0.0.1.example.com"])
def test_what_other_machines_may_reach_is_not_loopback(host: str) -> None:
    assert not is_loopback(host)
