"""The tables of batches, their workers and webhooks."""

from sqlalchemy import BigInteger, Boolean, Column, Float, Index, Integer, String, Table, Text, UniqueConstraint, false

from .tables import metadata

NUMBER = BigInteger().with_variant(Integer, "sqlite")
NAME, INSTANT, HASH = String(255), String(27), String(71)


def _text(name: str) -> Column[str]:
    return Column(name, NAME, nullable=False)


def _key(name: str) -> Column[int]:
    return Column(name, Integer, primary_key=True, autoincrement=False)


batches = Table(
    "batches",
    metadata,
    Column("seq", NUMBER, primary_key=True, autoincrement=True),
    _text("tenant"),
    _text("id"),
    _text("state"),
    Column("rubric", Text, nullable=True),
    _text("judge"),
    Column("budget", BigInteger, nullable=True),
    Column("made", INSTANT, nullable=False),
    _text("made_by"),
    Column("changed", INSTANT, nullable=False),
    Column("expires", INSTANT, nullable=False),
    _text("spool"),
    Column("digest", HASH, nullable=False),
    Column("total", Integer, nullable=False),
    Column("fault", Text, nullable=True),
    Column("name", Text, nullable=True),
    Column("erased", Boolean, nullable=False, server_default=false()),
    UniqueConstraint("id"),
    Index(None, "tenant", "seq"),
    Index(None, "state"),
    comment="Batches and the states they are in.",
)
batch_rows = Table(
    "batch_rows",
    metadata,
    _text("tenant"),
    Column("batch", NAME, primary_key=True),
    _key("number"),
    Column("document", Text, nullable=False),
    Column("candidate", Text, nullable=True),
    Index(None, "tenant", "candidate"),
    comment="The rows of batches as they were sent, in order.",
    sqlite_with_rowid=False,
)
batch_results = Table(
    "batch_results",
    metadata,
    _text("tenant"),
    Column("batch", NAME, primary_key=True),
    _key("number"),
    _text("outcome"),
    Column("candidate", Text, nullable=True),
    Column("rubric", Text, nullable=True),
    Column("score", Float, nullable=True),
    Column("low", Float, nullable=True),
    Column("high", Float, nullable=True),
    Column("swing", Float, nullable=False),
    Column("audit", Boolean, nullable=False),
    Column("error", Text, nullable=True),
    Column("grade", NAME, nullable=True),
    Index(None, "batch", "outcome"),
    Index(None, "tenant", "grade"),
    comment="What came of each row of a batch: at most one result a row. It follows what people do about the grade.",
    sqlite_with_rowid=False,
)
batch_tries = Table(
    "batch_tries",
    metadata,
    _text("tenant"),
    Column("batch", NAME, primary_key=True),
    _key("low"),
    Column("mark", Integer, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("careful", Boolean, nullable=False),
    comment="How often workers began with the first row of a range that has no result, and did not come back.",
    sqlite_with_rowid=False,
)
judge_calls = Table(
    "judge_calls",
    metadata,
    Column("seq", NUMBER, primary_key=True, autoincrement=True),
    _text("tenant"),
    _text("batch"),
    Column("number", Integer, nullable=False),
    _text("model"),
    _text("worker"),
    Column("made", INSTANT, nullable=False),
    Index(None, "batch"),
    comment="The calls of judges for rows of batches, each logged before it is made.",
)
workers = Table(
    "workers",
    metadata,
    _text("tenant"),
    Column("id", NAME, primary_key=True),
    Column("beat", Float, nullable=False),
    Column("buried", Boolean, nullable=False),
    Column("claimed", Float, nullable=False),
    comment="The workers, of no tenant, with when they last said that they live, on the database's clock.",
)
webhooks = Table(
    "webhooks",
    metadata,
    Column("seq", NUMBER, primary_key=True, autoincrement=True),
    _text("tenant"),
    _text("id"),
    Column("url", Text, nullable=False),
    Column("made", INSTANT, nullable=False),
    _text("made_by"),
    Column("disabled", Boolean, nullable=False),
    UniqueConstraint("id"),
    Index(None, "tenant"),
    comment="Where tenants want to be told; their secrets are not kept.",
)
webhook_deliveries = Table(
    "webhook_deliveries",
    metadata,
    Column("seq", NUMBER, primary_key=True, autoincrement=True),
    _text("tenant"),
    _text("id"),
    _text("webhook"),
    _text("kind"),
    Column("document", Text, nullable=False),
    Column("made", INSTANT, nullable=False),
    _text("standing"),
    Column("attempts", Integer, nullable=False),
    Column("due", Float, nullable=False),
    Column("status", Integer, nullable=True),
    UniqueConstraint("id"),
    Index(None, "standing", "due"),
    Index(None, "webhook"),
    comment="What is to be delivered to webhooks, and what was.",
)
