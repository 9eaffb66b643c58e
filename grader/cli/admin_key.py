"""`grader admin key`: make, list and revoke the keys of the API."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from .glyphs import one_line
from .options import HOME, AsJson, RoleName
from .output import write, write_json

if TYPE_CHECKING:
    from grader.access import ApiKey
    from grader.settings import Settings
    from grader.storage import KeptKeys

ACTOR = "cli"
key = typer.Typer(help="Make, list and revoke keys of the API.", rich_markup_mode=None)
Tenant = Annotated[str, typer.Option(help="The tenant: what it keeps, no other one sees.")]


@key.callback()
def group() -> None:
    """Make, list and revoke keys of the API."""


@key.command("create")
def create(
    name: Annotated[str, typer.Argument(help="What the key is for.")],
    role: Annotated[RoleName, typer.Option(help="What it may do.")],
    tenant: Tenant = HOME,
    candidate: Annotated[str | None, typer.Option(help="Role candidate: the one candidate it is for.")] = None,
    days: Annotated[int | None, typer.Option(min=1, max=3650, help="Days until it expires.")] = None,
    as_json: AsJson = False,
) -> None:
    """Make a key.

    Prints it once: only a digest is kept. From the first key on, the service asks everyone for one.
    """
    from grader.access import ROLES, ApiKey, key_problem, new_key
    from grader.bootstrap import pepper
    from grader.settings import read_settings

    if fault := key_problem(name, tenant, role, candidate):
        raise typer.BadParameter(fault)
    settings, now = read_settings(), datetime.now(UTC)
    shown, key_id, digest = new_key(pepper(settings))
    expires = None if days is None else now + timedelta(days=days)
    with _keys(settings) as keys:
        keys.add(ApiKey(key_id, tenant, name, digest, ROLES[role], now, candidate, expires), ACTOR)
    if as_json:
        write_json({"id": key_id, "key": shown, "tenant": tenant, "role": role})
    else:
        write(shown)


@key.command("list")
def show(tenant: Tenant = HOME, as_json: AsJson = False) -> None:
    """List the keys of a tenant, the oldest first."""
    from grader.settings import read_settings

    with _keys(read_settings()) as keys:
        found = keys.of(tenant)
    if as_json:
        write_json({"keys": [_plain(item) for item in found]})
    else:
        write("\n".join(map(_line, found)) or "No keys. Make one: grader admin key create NAME --role admin")


@key.command("revoke")
def revoke(key_id: Annotated[str, typer.Argument(metavar="ID", help="A key's id.")], tenant: Tenant = HOME) -> None:
    """Make a key open nothing any more: a running service refuses it within 2 seconds."""
    from grader.settings import read_settings

    with _keys(read_settings()) as keys:
        keys.revoke(tenant, key_id, ACTOR, datetime.now(UTC))
    write(f"Revoked {one_line(key_id)}.")


@contextmanager
def _keys(settings: "Settings") -> "Iterator[KeptKeys]":
    from grader.bootstrap import database
    from grader.storage import KeptKeys

    opened = database(settings)
    try:
        yield KeptKeys(opened)
    finally:
        opened.close()


def _plain(item: "ApiKey") -> dict[str, object]:
    dates = {name: _date(getattr(item, name)) for name in ("made", "expires", "revoked", "last_used")}
    return {"id": item.id, "name": item.name, "scopes": sorted(item.scopes), "candidate": item.candidate, **dates}


def _line(item: "ApiKey") -> str:
    state = "revoked" if item.revoked else "valid" if item.valid(datetime.now(UTC)) else "expired"
    used = f"used {_date(item.last_used)}" if item.last_used else "never used"
    return f"{item.id}  {state:7}  {_date(item.made)}  {used}  {one_line(item.name)}: {', '.join(sorted(item.scopes))}"


def _date(instant: datetime | None) -> str | None:
    return None if instant is None else instant.isoformat(timespec="seconds")
