"""The audit: what is recorded of each act, and the hash that chains it to the one before."""

import hashlib
import json
from datetime import datetime

from .grade import Result

START = "sha256:" + "0" * 64


class AuditEntry(Result):
    """An act. No text of an answer, no candidate and no reason stands here: entries outlive what they are about."""

    made: datetime
    actor: str
    action: str
    subject: str
    detail: dict[str, str | int | float | None] = {}


class AuditRow(AuditEntry):
    """An entry in its tenant's chain, numbered from 1."""

    number: int
    previous: str
    hash: str


class AuditFault(Result):
    """A place where a chain does not hold."""

    tenant: str
    number: int
    fault: str


class AuditHead(Result):
    """Where a tenant's chain ends. Noted outside the database, its hash shows later that nothing was rewritten."""

    tenant: str
    number: int
    hash: str


def chained(tenant: str, number: int, entry: tuple[str, str, str, str, str], previous: str) -> str:
    """Return the hash of an entry, given as the texts made, actor, action, subject, detail, after the previous one."""
    packed = json.dumps([tenant, number, *entry, previous], ensure_ascii=True, separators=(",", ":"))
    return "sha256:" + hashlib.sha256(packed.encode("ascii")).hexdigest()
