"""The consent ledger."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004_create_consents"
down_revision = "0003_create_candidates"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "consents",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("organisation_id", sa.String(length=32), nullable=False),
        sa.Column("subject", sa.String(length=80), nullable=False),
        sa.Column("context", sa.String(length=80), nullable=False),
        sa.Column("purpose", sa.String(length=32), nullable=False),
        sa.Column("is_granted", sa.Boolean(), nullable=False),
        sa.Column("notice_version", sa.String(length=32), nullable=False),
        sa.Column("notice_sha256", sa.String(length=64), nullable=False),
        sa.Column("locale", sa.String(length=16), nullable=False),
        sa.Column("method", sa.String(length=32), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=True),
        sa.Column("stated_by", sa.String(length=100), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_consents_organisation_id_organisations")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consents")),
    )
    op.create_index(op.f("ix_consents_organisation_id_at"), "consents", ["organisation_id", "at"], unique=False)
    op.create_index(
        op.f("ix_consents_subject_context_purpose_id"),
        "consents",
        ["subject", "context", "purpose", "id"],
        unique=False,
    )


def downgrade() -> None:
    """Drop the tables."""
    op.drop_index(op.f("ix_consents_subject_context_purpose_id"), table_name="consents")
    op.drop_index(op.f("ix_consents_organisation_id_at"), table_name="consents")
    op.drop_table("consents")
