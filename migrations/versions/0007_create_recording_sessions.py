"""Recording sessions, questions asked, answers and tracks."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007_create_recording_sessions"
down_revision = "0006_create_interviews"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "recording_sessions",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("organisation_id", sa.String(length=32), nullable=False),
        sa.Column("interview_id", sa.String(length=32), nullable=False),
        sa.Column("candidate_id", sa.Integer(), nullable=False),
        sa.Column("invitation_id", sa.String(length=32), nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("recording_config", sa.JSON(), nullable=False),
        sa.Column("recording_status", sa.String(length=16), nullable=False),
        sa.Column("recording_reason", sa.String(length=500), nullable=True),
        sa.Column("processing_status", sa.String(length=16), nullable=False),
        sa.Column("browser_info", sa.String(length=500), nullable=True),
        sa.Column("network_quality", sa.String(length=100), nullable=True),
        sa.Column("avatar", sa.String(length=100), nullable=True),
        sa.Column("avatar_settings", sa.JSON(), nullable=False),
        sa.Column("question_count", sa.Integer(), nullable=False),
        sa.Column("answered_count", sa.Integer(), nullable=False),
        sa.Column("started_at", sa.DateTime(), nullable=False),
        sa.Column("last_active_at", sa.DateTime(), nullable=False),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.Column("ended_by", sa.String(length=100), nullable=True),
        sa.ForeignKeyConstraint(
            ["candidate_id"], ["candidates.id"], name=op.f("fk_recording_sessions_candidate_id_candidates")
        ),
        sa.ForeignKeyConstraint(
            ["interview_id"], ["interviews.id"], name=op.f("fk_recording_sessions_interview_id_interviews")
        ),
        sa.ForeignKeyConstraint(
            ["invitation_id"], ["invitations.id"], name=op.f("fk_recording_sessions_invitation_id_invitations")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_recording_sessions_organisation_id_organisations")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recording_sessions")),
    )
    op.create_index(
        op.f("ix_recording_sessions_candidate_id_started_at"),
        "recording_sessions",
        ["candidate_id", "started_at"],
        unique=False,
    )
    op.create_index(op.f("ix_recording_sessions_invitation_id"), "recording_sessions", ["invitation_id"], unique=False)
    op.create_index(
        op.f("ix_recording_sessions_status_last_active_at"),
        "recording_sessions",
        ["status", "last_active_at"],
        unique=False,
    )
    op.create_index(
        "uq_recording_sessions_open",
        "recording_sessions",
        ["interview_id"],
        unique=True,
        sqlite_where=sa.text("ended_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.create_table(
        "asked_questions",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("session_id", sa.String(length=32), nullable=False),
        sa.Column("planned_question_id", sa.String(length=32), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("type", sa.String(length=50), nullable=False),
        sa.Column("avatar", sa.String(length=100), nullable=True),
        sa.Column("keywords", sa.JSON(), nullable=False),
        sa.Column("difficulty", sa.String(length=20), nullable=False),
        sa.Column("asked_at", sa.DateTime(), nullable=False),
        sa.Column("asked_by", sa.String(length=32), nullable=False),
        sa.Column("answer_count", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["planned_question_id"],
            ["planned_questions.id"],
            name=op.f("fk_asked_questions_planned_question_id_planned_questions"),
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["recording_sessions.id"], name=op.f("fk_asked_questions_session_id_recording_sessions")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_asked_questions")),
    )
    op.create_index(
        op.f("ix_asked_questions_session_id_position"), "asked_questions", ["session_id", "position"], unique=True
    )
    op.create_table(
        "tracks",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("session_id", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(length=16), nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("reason", sa.String(length=500), nullable=True),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"], ["recording_sessions.id"], name=op.f("fk_tracks_session_id_recording_sessions")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tracks")),
    )
    op.create_index(op.f("ix_tracks_session_id_name"), "tracks", ["session_id", "name"], unique=True)
    op.create_table(
        "answers",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("session_id", sa.String(length=32), nullable=False),
        sa.Column("question_id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("duration_seconds", sa.Double(), nullable=True),
        sa.Column("audio_quality", sa.String(length=50), nullable=True),
        sa.Column("confidence", sa.Double(), nullable=True),
        sa.Column("answered_at", sa.DateTime(), nullable=False),
        sa.Column("answered_by", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["question_id"], ["asked_questions.id"], name=op.f("fk_answers_question_id_asked_questions")
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["recording_sessions.id"], name=op.f("fk_answers_session_id_recording_sessions")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answers")),
    )
    op.create_index(op.f("ix_answers_question_id_version"), "answers", ["question_id", "version"], unique=True)
    op.create_index(op.f("ix_answers_session_id_answered_at"), "answers", ["session_id", "answered_at"], unique=False)


def downgrade() -> None:
    """Drop the tables."""
    op.drop_index(op.f("ix_answers_session_id_answered_at"), table_name="answers")
    op.drop_index(op.f("ix_answers_question_id_version"), table_name="answers")
    op.drop_table("answers")
    op.drop_index(op.f("ix_tracks_session_id_name"), table_name="tracks")
    op.drop_table("tracks")
    op.drop_index(op.f("ix_asked_questions_session_id_position"), table_name="asked_questions")
    op.drop_table("asked_questions")
    op.drop_index(
        "uq_recording_sessions_open",
        table_name="recording_sessions",
        sqlite_where=sa.text("ended_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.drop_index(op.f("ix_recording_sessions_status_last_active_at"), table_name="recording_sessions")
    op.drop_index(op.f("ix_recording_sessions_invitation_id"), table_name="recording_sessions")
    op.drop_index(op.f("ix_recording_sessions_candidate_id_started_at"), table_name="recording_sessions")
    op.drop_table("recording_sessions")
