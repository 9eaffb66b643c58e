"""The tables. Every row has its tenant; ids are random; a number `seq` is only the order of writing."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import BigInteger, Column, Float, Index, Integer, MetaData, String, Table, Text, UniqueConstraint

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
metadata = MetaData(naming_convention=NAMES)

_NUMBER = BigInteger().with_variant(Integer, "sqlite")  # SQLite counts up only a plain INTEGER
_NAME, _INSTANT, _HASH = String(255), String(27), String(71)


def _seq() -> Column[int]:
    return Column("seq", _NUMBER, primary_key=True, autoincrement=True)


def _key(*names: str) -> Iterator[Column[Any]]:
    """The columns of a key of several parts: rows lie in its order, and need no other index."""
    for name in names:
        kind = Integer if name in ("revision", "position", "number") else _NAME
        yield Column(name, kind, primary_key=True, autoincrement=False)


def _text(name: str, kind: String = _NAME, *, null: bool = False) -> Column[str]:
    return Column(name, kind, nullable=null)


def _count(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False)


contents = Table(
    "contents",
    metadata,
    _seq(),
    _text("tenant"),
    _text("hash", _HASH),
    _text("kind"),
    _text("document", Text()),
    UniqueConstraint("tenant", "hash"),
    comment="Rubrics and lexicons by the hash of their content: what a grade is replayed with.",
)
rubrics = Table(
    "rubrics",
    metadata,
    _seq(),
    _text("tenant"),
    _text("rubric"),
    _count("number"),
    _text("hash", _HASH),
    _text("made", _INSTANT),
    _text("made_by"),
    UniqueConstraint("tenant", "rubric", "number"),
    comment="The versions of each rubric; the highest number is in force. Nothing is ever changed.",
)
assessments = Table(
    "assessments",
    metadata,
    _seq(),
    _text("tenant"),
    _text("assessment"),
    _count("number"),
    _text("document", Text()),
    _text("made", _INSTANT),
    _text("made_by"),
    UniqueConstraint("tenant", "assessment", "number"),
    comment="The versions of each assessment; the highest number is in force.",
)
grades = Table(
    "grades",
    metadata,
    _seq(),
    _text("tenant"),
    _text("id"),
    _text("external_id", null=True),
    _text("candidate", null=True),
    _text("rubric"),
    _text("mode"),
    _text("answer", Text()),
    _text("made", _INSTANT),
    _count("version"),
    _count("revision"),
    _text("status"),
    UniqueConstraint("tenant", "id"),
    Index(None, "tenant", "made", "id"),
    Index(None, "tenant", "candidate", "made"),
    comment="Answers, and how often what is known of each has changed.",
)
machine_grades = Table(
    "machine_grades",
    metadata,
    *_key("tenant", "grade", "revision"),
    _text("id"),
    _count("version"),
    _text("made", _INSTANT),
    _text("made_by"),
    _text("rubric_hash", _HASH),
    _text("lexicon_hash", _HASH),
    _text("engine"),
    Column("score", Float, nullable=False),
    _text("document", Text()),
    sqlite_with_rowid=False,
    comment="What the machine found and the judge said; immutable. Regrading adds a revision.",
)
verdicts = Table(
    "verdicts",
    metadata,
    *_key("tenant", "grade", "revision", "position"),
    _text("concept"),
    _text("verdict"),
    _text("decided_by"),
    Column("confidence", Float, nullable=False),
    _text("document", Text()),
    sqlite_with_rowid=False,
    comment="The verdict on each concept, with its evidence.",
)
overrides = Table(
    "overrides",
    metadata,
    _seq(),
    _text("tenant"),
    _text("id"),
    _text("grade"),
    _count("revision"),
    _count("version"),
    _text("made", _INSTANT),
    _text("made_by"),
    _text("reason", Text()),
    Column("score", Float, nullable=True),
    _text("concepts", Text()),
    UniqueConstraint("tenant", "id"),
    Index(None, "tenant", "grade"),
    comment="A person's changes of a grade; the machine's stays beside them.",
)
confirmations = Table(
    "confirmations",
    metadata,
    _seq(),
    _text("tenant"),
    _text("id"),
    _text("grade"),
    _count("revision"),
    _count("version"),
    _text("made", _INSTANT),
    _text("made_by"),
    UniqueConstraint("tenant", "id"),
    Index(None, "tenant", "grade"),
    comment="A person agreed with a grade as it was in this version.",
)
released_feedback = Table(
    "released_feedback",
    metadata,
    _seq(),
    _text("tenant"),
    _text("id"),
    _text("grade"),
    _count("revision"),
    _count("version"),
    _text("made", _INSTANT),
    _text("made_by"),
    _text("document", Text()),
    UniqueConstraint("tenant", "id"),
    Index(None, "tenant", "grade"),
    comment="What a candidate was shown, word for word.",
)
rulings = Table(
    "rulings",
    metadata,
    _seq(),
    _text("tenant"),
    _text("id"),
    _text("grade"),
    _text("rubric"),
    _text("claim", _HASH),
    _text("kind"),
    _text("concept", null=True),
    _text("made", _INSTANT),
    _text("made_by"),
    UniqueConstraint("tenant", "id"),
    Index(None, "tenant", "grade"),
    Index(None, "tenant", "rubric", "claim"),
    comment="What people decided about claims beyond the rubric, by a hash of the claim; the last entry counts.",
)
scorecards = Table(
    "scorecards",
    metadata,
    _seq(),
    _text("tenant"),
    _text("id"),
    _text("candidate"),
    _text("digest", _HASH),
    _text("made", _INSTANT),
    _text("document", Text()),
    UniqueConstraint("tenant", "id"),
    UniqueConstraint("tenant", "digest"),
    Index(None, "tenant", "made", "id"),
    Index(None, "tenant", "candidate", "made"),
    comment="What interviews came to, with the notes; immutable. A candidate is empty if none was named.",
)
audit = Table(
    "audit",
    metadata,
    *_key("tenant", "number"),
    _text("made", _INSTANT),
    _text("actor"),
    _text("action"),
    _text("subject"),
    _text("detail", Text()),
    _text("previous", _HASH),
    _text("hash", _HASH),
    sqlite_with_rowid=False,
    comment="Who did what to what; each entry holds the hash of the one before. Append-only.",
)
audit_heads = Table(
    "audit_heads",
    metadata,
    *_key("tenant"),
    _count("number"),
    _text("hash", _HASH),
    sqlite_with_rowid=False,
    comment="The last entry of each tenant's audit.",
)
idempotency = Table(
    "idempotency",
    metadata,
    _seq(),
    _text("tenant"),
    _text("route"),
    _text("key"),
    _text("fingerprint", _HASH),
    _text("claim"),
    _text("expires", _INSTANT),
    Column("status", Integer, nullable=True),
    _text("resource", null=True),
    UniqueConstraint("tenant", "route", "key"),
    Index(None, "expires"),
    comment="Requests that are running or done, by the client's key; what was answered is rebuilt, not stored.",
)
api_keys = Table(
    "api_keys",
    metadata,
    _seq(),
    _text("tenant"),
    _text("id"),
    _text("name"),
    _text("digest"),
    _text("scopes", Text()),
    _text("candidate", null=True),
    _text("made", _INSTANT),
    _text("expires", _INSTANT, null=True),
    _text("revoked", _INSTANT, null=True),
    _text("used", _INSTANT, null=True),
    UniqueConstraint("id"),
    comment="Keys of the API; only a digest of the secret is kept.",
)
judge_cache = Table(
    "judge_cache",
    metadata,
    _seq(),
    _text("tenant"),
    _text("key"),
    _text("document", Text()),
    _text("made", _INSTANT),
    UniqueConstraint("tenant", "key"),
    Index(None, "tenant", "made"),
    comment="Replies of judges. They quote answers: erasing a candidate empties the tenant's cache.",
)
judge_spend = Table(
    "judge_spend",
    metadata,
    _seq(),
    _text("tenant"),
    _text("account"),
    Column("taken", BigInteger, nullable=False),
    UniqueConstraint("tenant", "account"),
    comment="What each account has reserved and spent on judges, in millionths of a US dollar.",
)
