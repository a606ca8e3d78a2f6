"""Interviews, their plans, tokens and log."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006_create_interviews"
down_revision = "0005_create_media"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "interviews",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("organisation_id", sa.String(length=32), nullable=False),
        sa.Column("candidate_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("position", sa.String(length=200), nullable=True),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("scheduled_at", sa.DateTime(), nullable=True),
        sa.Column("timezone", sa.String(length=64), nullable=False),
        sa.Column("duration_minutes", sa.Integer(), nullable=False),
        sa.Column("opens_at", sa.DateTime(), nullable=True),
        sa.Column("closes_at", sa.DateTime(), nullable=True),
        sa.Column("language", sa.String(length=16), nullable=False),
        sa.Column("allows_retake", sa.Boolean(), nullable=False),
        sa.Column("shows_hints", sa.Boolean(), nullable=False),
        sa.Column("records_screen", sa.Boolean(), nullable=False),
        sa.Column("culture_criteria", sa.JSON(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("started_at", sa.DateTime(), nullable=True),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.Column("cancelled_reason", sa.String(length=500), nullable=True),
        sa.ForeignKeyConstraint(
            ["candidate_id"], ["candidates.id"], name=op.f("fk_interviews_candidate_id_candidates")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_interviews_organisation_id_organisations")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_interviews")),
    )
    op.create_index(
        op.f("ix_interviews_candidate_id_created_at"), "interviews", ["candidate_id", "created_at"], unique=False
    )
    op.create_index(
        op.f("ix_interviews_organisation_id_created_at_id"),
        "interviews",
        ["organisation_id", "created_at", "id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_interviews_organisation_id_status_created_at"),
        "interviews",
        ["organisation_id", "status", "created_at"],
        unique=False,
    )
    op.create_table(
        "interview_log",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("interview_id", sa.String(length=32), nullable=False),
        sa.Column("session_id", sa.String(length=32), nullable=True),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("event", sa.String(length=64), nullable=False),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.Column("actor", sa.String(length=100), nullable=False),
        sa.ForeignKeyConstraint(
            ["interview_id"], ["interviews.id"], name=op.f("fk_interview_log_interview_id_interviews")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_interview_log")),
    )
    op.create_index(op.f("ix_interview_log_interview_id_id"), "interview_log", ["interview_id", "id"], unique=False)
    op.create_index(op.f("ix_interview_log_session_id_id"), "interview_log", ["session_id", "id"], unique=False)
    op.create_table(
        "invitations",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("interview_id", sa.String(length=32), nullable=False),
        sa.Column("token_digest", sa.String(length=64), nullable=False),
        sa.Column("token_sealed", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("expires_at", sa.DateTime(), nullable=False),
        sa.Column("revoked_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["interview_id"], ["interviews.id"], name=op.f("fk_invitations_interview_id_interviews")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitations")),
        sa.UniqueConstraint("token_digest", name=op.f("uq_invitations_token_digest")),
    )
    op.create_index(op.f("ix_invitations_interview_id"), "invitations", ["interview_id"], unique=False)
    op.create_table(
        "planned_questions",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("interview_id", sa.String(length=32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("type", sa.String(length=50), nullable=False),
        sa.Column("difficulty", sa.String(length=20), nullable=False),
        sa.Column("keywords", sa.JSON(), nullable=False),
        sa.Column("expected_answer", sa.Text(), nullable=True),
        sa.Column("sample_answers", sa.JSON(), nullable=False),
        sa.Column("key_points", sa.JSON(), nullable=False),
        sa.Column("hints", sa.JSON(), nullable=False),
        sa.Column("time_limit_seconds", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["interview_id"], ["interviews.id"], name=op.f("fk_planned_questions_interview_id_interviews")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_planned_questions")),
    )
    op.create_index(
        op.f("ix_planned_questions_interview_id_position"),
        "planned_questions",
        ["interview_id", "position"],
        unique=True,
    )


def downgrade() -> None:
    """Drop the tables."""
    op.drop_index(op.f("ix_planned_questions_interview_id_position"), table_name="planned_questions")
    op.drop_table("planned_questions")
    op.drop_index(op.f("ix_invitations_interview_id"), table_name="invitations")
    op.drop_table("invitations")
    op.drop_index(op.f("ix_interview_log_session_id_id"), table_name="interview_log")
    op.drop_index(op.f("ix_interview_log_interview_id_id"), table_name="interview_log")
    op.drop_table("interview_log")
    op.drop_index(op.f("ix_interviews_organisation_id_status_created_at"), table_name="interviews")
    op.drop_index(op.f("ix_interviews_organisation_id_created_at_id"), table_name="interviews")
    op.drop_index(op.f("ix_interviews_candidate_id_created_at"), table_name="interviews")
    op.drop_table("interviews")
