"""The first tables."""

import sqlalchemy as sa
from alembic import op

from grader.storage.engine import append_only

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

revision = "v0001"
down_revision = None


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "api_keys",
        sa.Column("seq", _NUMBER, autoincrement=True, nullable=False),
        sa.Column("tenant", sa.String(length=255), nullable=False),
        sa.Column("id", sa.String(length=255), nullable=False),
        sa.Column("name", sa.String(length=255), nullable=False),
        sa.Column("digest", sa.String(length=255), nullable=False),
        sa.Column("scopes", sa.Text(), nullable=False),
        sa.Column("candidate", sa.String(length=255), nullable=True),
        sa.Column("made", sa.String(length=27), nullable=False),
        sa.Column("expires", sa.String(length=27), nullable=True),
        sa.Column("revoked", sa.String(length=27), nullable=True),
        sa.Column("used", sa.String(length=27), nullable=True),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_api_keys")),
        sa.UniqueConstraint("id", name=op.f("uq_api_keys_id")),
        comment="Keys of the API; only a digest of the secret is kept.",
    )
    op.create_table(
        "assessments",
        sa.Column("seq", _NUMBER, autoincrement=True, nullable=False),
        sa.Column("tenant", sa.String(length=255), nullable=False),
        sa.Column("assessment", sa.String(length=255), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("made", sa.String(length=27), nullable=False),
        sa.Column("made_by", sa.String(length=255), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_assessments")),
        sa.UniqueConstraint("tenant", "assessment", "number", name=op.f("uq_assessments_tenant_assessment_number")),
        comment="The versions of each assessment; the highest number is in force.",
    )
    op.create_table(
        "audit",
        sa.Column("tenant", sa.String(length=255), autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("made", sa.String(length=27), nullable=False),
        sa.Column("actor", sa.String(length=255), nullable=False),
        sa.Column("action", sa.String(length=255), nullable=False),
        sa.Column("subject", sa.String(length=255), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("previous", sa.String(length=71), nullable=False),
        sa.Column("hash", sa.String(length=71), nullable=False),
        sa.PrimaryKeyConstraint("tenant", "number", name=op.f("pk_audit")),
        comment="Who did what to what; each entry holds the hash of the one before. Append-only.",
        sqlite_with_rowid=False,
    )
    op.create_table(
        "audit_heads",
        sa.Column("tenant", sa.String(length=255), autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("hash", sa.String(length=71), nullable=False),
        sa.PrimaryKeyConstraint("tenant", name=op.f("pk_audit_heads")),
        comment="The last entry of each tenant's audit.",
        sqlite_with_rowid=False,
    )
    op.create_table(
        "confirmations",
        sa.Column("seq", _NUMBER, autoincrement=True, nullable=False),
        sa.Column("tenant", sa.String(length=255), nullable=False),
        sa.Column("id", sa.String(length=255), nullable=False),
        sa.Column("grade", sa.String(length=255), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("made", sa.String(length=27), nullable=False),
        sa.Column("made_by", sa.String(length=255), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_confirmations")),
        sa.UniqueConstraint("tenant", "id", name=op.f("uq_confirmations_tenant_id")),
        comment="A person agreed with a grade as it was in this version.",
    )
    op.create_index(op.f("ix_confirmations_tenant_grade"), "confirmations", ["tenant", "grade"], unique=False)
    op.create_table(
        "contents",
        sa.Column("seq", _NUMBER, autoincrement=True, nullable=False),
        sa.Column("tenant", sa.String(length=255), nullable=False),
        sa.Column("hash", sa.String(length=71), nullable=False),
        sa.Column("kind", sa.String(length=255), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_contents")),
        sa.UniqueConstraint("tenant", "hash", name=op.f("uq_contents_tenant_hash")),
        comment="Rubrics and lexicons by the hash of their content: what a grade is replayed with.",
    )
    op.create_table(
        "grades",
        sa.Column("seq", _NUMBER, autoincrement=True, nullable=False),
        sa.Column("tenant", sa.String(length=255), nullable=False),
        sa.Column("id", sa.String(length=255), nullable=False),
        sa.Column("external_id", sa.String(length=255), nullable=True),
        sa.Column("candidate", sa.String(length=255), nullable=True),
        sa.Column("rubric", sa.String(length=255), nullable=False),
        sa.Column("mode", sa.String(length=255), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("made", sa.String(length=27), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(length=255), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_grades")),
        sa.UniqueConstraint("tenant", "id", name=op.f("uq_grades_tenant_id")),
        comment="Answers, and how often what is known of each has changed.",
    )
    op.create_index(op.f("ix_grades_tenant_candidate_made"), "grades", ["tenant", "candidate", "made"], unique=False)
    op.create_index(op.f("ix_grades_tenant_made_id"), "grades", ["tenant", "made", "id"], unique=False)
    op.create_table(
        "idempotency",
        sa.Column("seq", _NUMBER, autoincrement=True, nullable=False),
        sa.Column("tenant", sa.String(length=255), nullable=False),
        sa.Column("route", sa.String(length=255), nullable=False),
        sa.Column("key", sa.String(length=255), nullable=False),
        sa.Column("fingerprint", sa.String(length=71), nullable=False),
        sa.Column("claim", sa.String(length=255), nullable=False),
        sa.Column("expires", sa.String(length=27), nullable=False),
        sa.Column("status", sa.Integer(), nullable=True),
        sa.Column("resource", sa.String(length=255), nullable=True),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_idempotency")),
        sa.UniqueConstraint("tenant", "route", "key", name=op.f("uq_idempotency_tenant_route_key")),
        comment="Requests that are running or done, by the client's key; what was answered is rebuilt, not stored.",
    )
    op.create_index(op.f("ix_idempotency_expires"), "idempotency", ["expires"], unique=False)
    op.create_table(
        "judge_cache",
        sa.Column("seq", _NUMBER, autoincrement=True, nullable=False),
        sa.Column("tenant", sa.String(length=255), nullable=False),
        sa.Column("key", sa.String(length=255), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("made", sa.String(length=27), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_judge_cache")),
        sa.UniqueConstraint("tenant", "key", name=op.f("uq_judge_cache_tenant_key")),
        comment="Replies of judges. They quote answers: erasing a candidate empties the tenant's cache.",
    )
    op.create_index(op.f("ix_judge_cache_tenant_made"), "judge_cache", ["tenant", "made"], unique=False)
    op.create_table(
        "judge_spend",
        sa.Column("seq", _NUMBER, autoincrement=True, nullable=False),
        sa.Column("tenant", sa.String(length=255), nullable=False),
        sa.Column("account", sa.String(length=255), nullable=False),
        sa.Column("taken", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_judge_spend")),
        sa.UniqueConstraint("tenant", "account", name=op.f("uq_judge_spend_tenant_account")),
        comment="What each account has reserved and spent on judges, in millionths of a US dollar.",
    )
    op.create_table(
        "machine_grades",
        sa.Column("tenant", sa.String(length=255), autoincrement=False, nullable=False),
        sa.Column("grade", sa.String(length=255), autoincrement=False, nullable=False),
        sa.Column("revision", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", sa.String(length=255), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("made", sa.String(length=27), nullable=False),
        sa.Column("made_by", sa.String(length=255), nullable=False),
        sa.Column("rubric_hash", sa.String(length=71), nullable=False),
        sa.Column("lexicon_hash", sa.String(length=71), nullable=False),
        sa.Column("engine", sa.String(length=255), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("tenant", "grade", "revision", name=op.f("pk_machine_grades")),
        comment="What the machine found and the judge said; immutable. Regrading adds a revision.",
        sqlite_with_rowid=False,
    )
    op.create_table(
        "overrides",
        sa.Column("seq", _NUMBER, autoincrement=True, nullable=False),
        sa.Column("tenant", sa.String(length=255), nullable=False),
        sa.Column("id", sa.String(length=255), nullable=False),
        sa.Column("grade", sa.String(length=255), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("made", sa.String(length=27), nullable=False),
        sa.Column("made_by", sa.String(length=255), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("score", sa.Float(), nullable=True),
        sa.Column("concepts", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_overrides")),
        sa.UniqueConstraint("tenant", "id", name=op.f("uq_overrides_tenant_id")),
        comment="A person's changes of a grade; the machine's stays beside them.",
    )
    op.create_index(op.f("ix_overrides_tenant_grade"), "overrides", ["tenant", "grade"], unique=False)
    op.create_table(
        "released_feedback",
        sa.Column("seq", _NUMBER, autoincrement=True, nullable=False),
        sa.Column("tenant", sa.String(length=255), nullable=False),
        sa.Column("id", sa.String(length=255), nullable=False),
        sa.Column("grade", sa.String(length=255), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("made", sa.String(length=27), nullable=False),
        sa.Column("made_by", sa.String(length=255), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_released_feedback")),
        sa.UniqueConstraint("tenant", "id", name=op.f("uq_released_feedback_tenant_id")),
        comment="What a candidate was shown, word for word.",
    )
    op.create_index(op.f("ix_released_feedback_tenant_grade"), "released_feedback", ["tenant", "grade"], unique=False)
    op.create_table(
        "rubrics",
        sa.Column("seq", _NUMBER, autoincrement=True, nullable=False),
        sa.Column("tenant", sa.String(length=255), nullable=False),
        sa.Column("rubric", sa.String(length=255), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("hash", sa.String(length=71), nullable=False),
        sa.Column("made", sa.String(length=27), nullable=False),
        sa.Column("made_by", sa.String(length=255), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_rubrics")),
        sa.UniqueConstraint("tenant", "rubric", "number", name=op.f("uq_rubrics_tenant_rubric_number")),
        comment="The versions of each rubric; the highest number is in force. Nothing is ever changed.",
    )
    op.create_table(
        "verdicts",
        sa.Column("tenant", sa.String(length=255), autoincrement=False, nullable=False),
        sa.Column("grade", sa.String(length=255), autoincrement=False, nullable=False),
        sa.Column("revision", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("concept", sa.String(length=255), nullable=False),
        sa.Column("verdict", sa.String(length=255), nullable=False),
        sa.Column("decided_by", sa.String(length=255), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("tenant", "grade", "revision", "position", name=op.f("pk_verdicts")),
        comment="The verdict on each concept, with its evidence.",
        sqlite_with_rowid=False,
    )
    for statement in append_only(op.get_bind().dialect.name, "audit"):
        op.execute(statement)
