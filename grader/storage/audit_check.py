"""Check the audit: every entry's hash, every link, every number, and that no tail is cut off."""

from collections.abc import Collection, Iterator
from typing import Any

from sqlalchemy import Connection, Row, select
from sqlalchemy.exc import DBAPIError

from grader.grading import START, AuditFault, chained

from .engine import as_stored
from .tables import audit, audit_heads

AT_ONCE = 1000
FIELDS = ("tenant", "number", "made", "actor", "action", "subject", "detail", "previous", "hash")


def check(connection: Connection, noted: Collection[str] = ()) -> Iterator[AuditFault]:
    """Yield every place where a chain of any tenant does not hold; rows that cannot even be read are one.

    Who rewrites all of a chain leaves no gap in it: hashes that were `noted` elsewhere before must still be there.
    """
    try:
        yield from _check(connection)
        yield from _gone(connection, noted)
    except DBAPIError:
        yield AuditFault(tenant="", number=0, fault="the audit cannot be read to its end")


def _check(connection: Connection) -> Iterator[AuditFault]:
    last: dict[str, tuple[str, str]] = {}
    rows = connection.execution_options(yield_per=AT_ONCE).execute(
        select(*(as_stored(connection, audit.c[name]) for name in FIELDS)).order_by(audit.c.tenant, audit.c.number)
    )
    for tenant, number, *fields, previous, own in map(_texts, rows):
        before, link = last.get(tenant, ("0", START))
        last[tenant] = number, own
        for fault in _faults(tenant, number, (*fields, previous, own), before, link):
            yield AuditFault(tenant=tenant, number=_number(number), fault=fault)
    yield from _heads(connection, last)


def _gone(connection: Connection, noted: Collection[str]) -> Iterator[AuditFault]:
    for own in noted:
        row = connection.execute(select(audit.c.number).where(audit.c.hash == own)).first()
        if row is None:
            yield AuditFault(tenant="", number=0, fault=f"no entry has the noted hash {own[:71]}")


def _faults(tenant: str, number: str, fields: tuple[str, ...], before: str, link: str) -> Iterator[str]:
    made, actor, action, subject, detail, previous, own = fields
    if number != str(_number(before) + 1):
        yield f"entry {before} is followed by entry {number}"
    if previous != link:
        yield "it does not hold the hash of the entry before"
    if own != chained(tenant, _number(number), (made, actor, action, subject, detail), previous):
        yield "its hash is not that of its content"


def _heads(connection: Connection, last: dict[str, tuple[str, str]]) -> Iterator[AuditFault]:
    """A cut tail shows only in the heads."""
    columns = (as_stored(connection, column) for column in audit_heads.columns)
    heads = {tenant: (number, own) for tenant, number, own in map(_texts, connection.execute(select(*columns)))}
    for tenant in sorted(heads.keys() | last.keys()):
        if heads.get(tenant) != last.get(tenant):
            number = _number(last.get(tenant, ("0", ""))[0])
            yield AuditFault(tenant=tenant, number=number, fault="the chain does not end where it ended")


def _texts(row: Row[Any]) -> tuple[str, ...]:
    return tuple(value.decode("utf-8", "backslashreplace") if isinstance(value, bytes) else str(value) for value in row)


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() else -1
