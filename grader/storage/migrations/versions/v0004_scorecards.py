"""A table of interviews' scorecards."""

import sqlalchemy as sa
from alembic import op

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

revision = "v0004"
down_revision = "v0003"


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "scorecards",
        sa.Column("seq", _NUMBER, autoincrement=True, nullable=False),
        sa.Column("tenant", sa.String(length=255), nullable=False),
        sa.Column("id", sa.String(length=255), nullable=False),
        sa.Column("candidate", sa.String(length=255), nullable=False),
        sa.Column("digest", sa.String(length=71), nullable=False),
        sa.Column("made", sa.String(length=27), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_scorecards")),
        sa.UniqueConstraint("tenant", "id", name=op.f("uq_scorecards_tenant_id")),
        sa.UniqueConstraint("tenant", "digest", name=op.f("uq_scorecards_tenant_digest")),
        comment="What interviews came to, with the notes; immutable. A candidate is empty if none was named.",
    )
    op.create_index(op.f("ix_scorecards_tenant_made_id"), "scorecards", ["tenant", "made", "id"])
    op.create_index(op.f("ix_scorecards_tenant_candidate_made"), "scorecards", ["tenant", "candidate", "made"])
