"""Tables of batches, their workers and webhooks."""

import sqlalchemy as sa
from alembic import op

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

revision = "v0002"
down_revision = "v0001"


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "batch_results",
        sa.Column("tenant", sa.String(length=255), nullable=False),
        sa.Column("batch", sa.String(length=255), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("outcome", sa.String(length=255), nullable=False),
        sa.Column("candidate", sa.Text(), nullable=True),
        sa.Column("rubric", sa.Text(), nullable=True),
        sa.Column("score", sa.Float(), nullable=True),
        sa.Column("low", sa.Float(), nullable=True),
        sa.Column("high", sa.Float(), nullable=True),
        sa.Column("swing", sa.Float(), nullable=False),
        sa.Column("audit", sa.Boolean(), nullable=False),
        sa.Column("grade", sa.Text(), nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("batch", "number", name=op.f("pk_batch_results")),
        comment="What came of each row of a batch: at most one result a row, never changed.",
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_batch_results_batch_outcome"), "batch_results", ["batch", "outcome"], unique=False)
    op.create_table(
        "batch_rows",
        sa.Column("tenant", sa.String(length=255), nullable=False),
        sa.Column("batch", sa.String(length=255), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("batch", "number", name=op.f("pk_batch_rows")),
        comment="The rows of batches as they were sent, in order.",
        sqlite_with_rowid=False,
    )
    op.create_table(
        "batch_tries",
        sa.Column("tenant", sa.String(length=255), nullable=False),
        sa.Column("batch", sa.String(length=255), nullable=False),
        sa.Column("low", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("mark", sa.Integer(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("careful", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("batch", "low", name=op.f("pk_batch_tries")),
        comment="How often workers began with the first row of a range that has no result, and did not come back.",
        sqlite_with_rowid=False,
    )
    op.create_table(
        "batches",
        sa.Column("seq", _NUMBER, autoincrement=True, nullable=False),
        sa.Column("tenant", sa.String(length=255), nullable=False),
        sa.Column("id", sa.String(length=255), nullable=False),
        sa.Column("state", sa.String(length=255), nullable=False),
        sa.Column("rubric", sa.Text(), nullable=True),
        sa.Column("judge", sa.String(length=255), nullable=False),
        sa.Column("budget", sa.BigInteger(), nullable=True),
        sa.Column("made", sa.String(length=27), nullable=False),
        sa.Column("made_by", sa.String(length=255), nullable=False),
        sa.Column("changed", sa.String(length=27), nullable=False),
        sa.Column("expires", sa.String(length=27), nullable=False),
        sa.Column("spool", sa.String(length=255), nullable=False),
        sa.Column("digest", sa.String(length=71), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("fault", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_batches")),
        sa.UniqueConstraint("id", name=op.f("uq_batches_id")),
        comment="Batches and the states they are in.",
    )
    op.create_index(op.f("ix_batches_state"), "batches", ["state"], unique=False)
    op.create_index(op.f("ix_batches_tenant_seq"), "batches", ["tenant", "seq"], unique=False)
    op.create_table(
        "judge_calls",
        sa.Column("seq", _NUMBER, autoincrement=True, nullable=False),
        sa.Column("tenant", sa.String(length=255), nullable=False),
        sa.Column("batch", sa.String(length=255), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("model", sa.String(length=255), nullable=False),
        sa.Column("worker", sa.String(length=255), nullable=False),
        sa.Column("made", sa.String(length=27), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_judge_calls")),
        comment="The calls of judges for rows of batches, each logged before it is made.",
    )
    op.create_index(op.f("ix_judge_calls_batch"), "judge_calls", ["batch"], unique=False)
    op.create_table(
        "webhook_deliveries",
        sa.Column("seq", _NUMBER, autoincrement=True, nullable=False),
        sa.Column("tenant", sa.String(length=255), nullable=False),
        sa.Column("id", sa.String(length=255), nullable=False),
        sa.Column("webhook", sa.String(length=255), nullable=False),
        sa.Column("kind", sa.String(length=255), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("made", sa.String(length=27), nullable=False),
        sa.Column("standing", sa.String(length=255), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("due", sa.Float(), nullable=False),
        sa.Column("status", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_webhook_deliveries")),
        sa.UniqueConstraint("id", name=op.f("uq_webhook_deliveries_id")),
        comment="What is to be delivered to webhooks, and what was.",
    )
    op.create_index(op.f("ix_webhook_deliveries_standing_due"), "webhook_deliveries", ["standing", "due"], unique=False)
    op.create_index(op.f("ix_webhook_deliveries_webhook"), "webhook_deliveries", ["webhook"], unique=False)
    op.create_table(
        "webhooks",
        sa.Column("seq", _NUMBER, autoincrement=True, nullable=False),
        sa.Column("tenant", sa.String(length=255), nullable=False),
        sa.Column("id", sa.String(length=255), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("made", sa.String(length=27), nullable=False),
        sa.Column("made_by", sa.String(length=255), nullable=False),
        sa.Column("disabled", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_webhooks")),
        sa.UniqueConstraint("id", name=op.f("uq_webhooks_id")),
        comment="Where tenants want to be told; their secrets are not kept.",
    )
    op.create_index(op.f("ix_webhooks_tenant"), "webhooks", ["tenant"], unique=False)
    op.create_table(
        "workers",
        sa.Column("tenant", sa.String(length=255), nullable=False),
        sa.Column("id", sa.String(length=255), nullable=False),
        sa.Column("beat", sa.Float(), nullable=False),
        sa.Column("buried", sa.Boolean(), nullable=False),
        sa.Column("claimed", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_workers")),
        comment="The workers, of no tenant, with when they last said that they live, on the database's clock.",
    )
