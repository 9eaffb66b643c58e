"""A table of what people decided about claims beyond the rubric."""

import sqlalchemy as sa
from alembic import op

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_NAME = sa.String(length=255)

revision = "v0005"
down_revision = "v0004"


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "rulings",
        sa.Column("seq", _NUMBER, autoincrement=True, nullable=False),
        sa.Column("tenant", _NAME, nullable=False),
        sa.Column("id", _NAME, nullable=False),
        sa.Column("grade", _NAME, nullable=False),
        sa.Column("rubric", _NAME, nullable=False),
        sa.Column("claim", sa.String(length=71), nullable=False),
        sa.Column("kind", _NAME, nullable=False),
        sa.Column("concept", _NAME, nullable=True),
        sa.Column("made", sa.String(length=27), nullable=False),
        sa.Column("made_by", _NAME, nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_rulings")),
        sa.UniqueConstraint("tenant", "id", name=op.f("uq_rulings_tenant_id")),
        comment="What people decided about claims beyond the rubric, by a hash of the claim; the last entry counts.",
    )
    op.create_index(op.f("ix_rulings_tenant_grade"), "rulings", ["tenant", "grade"])
    op.create_index(op.f("ix_rulings_tenant_rubric_claim"), "rulings", ["tenant", "rubric", "claim"])
