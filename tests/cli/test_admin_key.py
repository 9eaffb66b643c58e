"""`grader admin key`: make, list and revoke."""

import json
import re
from datetime import UTC, datetime, timedelta

import pytest

from grader.access import KeyDoorkeeper, Principal
from grader.bootstrap import database, pepper
from grader.settings import read_settings
from grader.storage import KeptKeys

from .conftest import Run


@pytest.fixture(autouse=True)
def own_data(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    monkeypatch.setenv("GRADER_DATA_DIR", str(tmp_path))


def principal(shown: str) -> Principal:
    """Return whom the service would take a key for."""
    opened = database()
    try:
        return KeyDoorkeeper(KeptKeys(opened), pepper(read_settings()), lambda: datetime.now(UTC)).admit(shown)
    finally:
        opened.close()


def test_a_key_is_printed_once_and_opens_what_its_role_may(grader: Run) -> None:
    code, shown, _ = grader("admin", "key", "create", "Intake", "--role", "grader", "--tenant", "acme")
    assert (code, re.fullmatch(r"gk_\w{57}\n", shown) is not None) == (0, True)
    found = principal(shown.strip())
    assert (found.tenant, found.may("create_grade"), found.may("read_metrics")) == ("acme", True, False)
    assert shown.strip()[11:54] not in grader("admin", "key", "list", "--tenant", "acme", "--json").out


def test_the_list_shows_a_tenants_keys_only(grader: Run) -> None:
    made = json.loads(grader("admin", "key", "create", "Ana", "--role", "interviewer", "--days", "9", "--json").out)
    assert made["id"] in grader("admin", "key", "list").out
    assert "No keys" in grader("admin", "key", "list", "--tenant", "acme").out


def test_the_list_says_when_a_key_was_last_used(grader: Run) -> None:
    made = json.loads(grader("admin", "key", "create", "Ana", "--role", "admin", "--json").out)
    assert "never used" in grader("admin", "key", "list").out
    principal(made["key"])
    assert "never used" not in grader("admin", "key", "list").out
    (listed,) = json.loads(grader("admin", "key", "list", "--json").out)["keys"]
    assert datetime.now(UTC) - datetime.fromisoformat(listed["last_used"]) < timedelta(minutes=1)


def test_a_revoked_key_is_shown_as_such(grader: Run) -> None:
    made = json.loads(grader("admin", "key", "create", "Ana", "--role", "admin", "--json").out)
    assert grader("admin", "key", "revoke", made["id"]).code == 0
    assert "revoked" in grader("admin", "key", "list").out


def test_an_unknown_key_cannot_be_revoked(grader: Run) -> None:
    code, out, err = grader("admin", "key", "revoke", "nothing")
    assert (code, out) == (2, "")
    assert "grader admin key list" in err


@pytest.mark.parametrize(
    "wrong",
    [
        ("", "--role", "admin"),
        ("a\nb", "--role", "admin"),
        ("x", "--role", "candidate"),
        ("x", "--role", "owner"),
        ("x", "--role", "admin", "--candidate", "c-1"),
        ("x", "--role", "admin", "--tenant", ""),
        ("x",),
    ],
)
def test_a_key_that_makes_no_sense_is_not_made(grader: Run, wrong: tuple[str, ...]) -> None:
    assert grader("admin", "key", "create", *wrong).code == 2
    assert "No keys" in grader("admin", "key", "list").out


def test_with_a_key_the_service_takes_a_public_address(grader: Run) -> None:
    grader("admin", "key", "create", "Ops", "--role", "admin")
    code, _, err = grader("serve", "--host", "192.0.2.1", "--port", "0")  # an address of no machine
    assert code == 2
    assert "cannot be listened on" in err
