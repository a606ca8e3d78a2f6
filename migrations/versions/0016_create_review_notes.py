"""Notes at a moment of a recording."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0016_create_review_notes"
down_revision = "0015_create_webhooks"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "review_notes",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("organisation_id", sa.String(length=32), nullable=False),
        sa.Column("session_id", sa.String(length=32), nullable=False),
        sa.Column("author_id", sa.String(length=32), nullable=False),
        sa.Column("at_seconds", sa.Double(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("edited_at", sa.DateTime(), nullable=True),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["author_id"], ["users.id"], name=op.f("fk_review_notes_author_id_users")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_review_notes_organisation_id_organisations")
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["recording_sessions.id"], name=op.f("fk_review_notes_session_id_recording_sessions")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review_notes")),
    )
    op.create_index(
        op.f("ix_review_notes_session_id_created_at_id"), "review_notes", ["session_id", "created_at", "id"]
    )


def downgrade() -> None:
    """Drop the table."""
    op.drop_index(op.f("ix_review_notes_session_id_created_at_id"), table_name="review_notes")
    op.drop_table("review_notes")
