"""Analyses, the runs behind them, and people's decisions."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008_create_analyses"
down_revision = "0007_create_recording_sessions"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "analyses",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("session_id", sa.String(length=32), nullable=False),
        sa.Column("organisation_id", sa.String(length=32), nullable=False),
        sa.Column("candidate_id", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("question_total", sa.Integer(), nullable=False),
        sa.Column("question_done", sa.Integer(), nullable=False),
        sa.Column("technical_score", sa.Double(), nullable=True),
        sa.Column("communication_score", sa.Double(), nullable=True),
        sa.Column("problem_solving_score", sa.Double(), nullable=True),
        sa.Column("cultural_fit_score", sa.Double(), nullable=True),
        sa.Column("overall_score", sa.Double(), nullable=True),
        sa.Column("confidence", sa.Double(), nullable=True),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.Column("overall_feedback", sa.Text(), nullable=True),
        sa.Column("strengths", sa.JSON(), nullable=False),
        sa.Column("improvements", sa.JSON(), nullable=False),
        sa.Column("final_status", sa.String(length=16), nullable=True),
        sa.Column("is_injection_suspected", sa.Boolean(), nullable=False),
        sa.Column("judged_by", sa.JSON(), nullable=False),
        sa.Column("error", sa.Text(), nullable=True),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("started_at", sa.DateTime(), nullable=True),
        sa.Column("completed_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["candidate_id"], ["candidates.id"], name=op.f("fk_analyses_candidate_id_candidates")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_analyses_organisation_id_organisations")
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["recording_sessions.id"], name=op.f("fk_analyses_session_id_recording_sessions")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_analyses")),
        sa.UniqueConstraint("session_id", name=op.f("uq_analyses_session_id")),
    )
    op.create_index(op.f("ix_analyses_candidate_id"), "analyses", ["candidate_id"], unique=False)
    op.create_index(
        op.f("ix_analyses_organisation_id_created_at"), "analyses", ["organisation_id", "created_at"], unique=False
    )
    op.create_table(
        "decisions",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("session_id", sa.String(length=32), nullable=False),
        sa.Column("organisation_id", sa.String(length=32), nullable=False),
        sa.Column("ai_status", sa.String(length=16), nullable=True),
        sa.Column("final_status", sa.String(length=16), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("decided_by", sa.String(length=32), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["decided_by"], ["users.id"], name=op.f("fk_decisions_decided_by_users")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_decisions_organisation_id_organisations")
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["recording_sessions.id"], name=op.f("fk_decisions_session_id_recording_sessions")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decisions")),
    )
    op.create_index(op.f("ix_decisions_session_id_id"), "decisions", ["session_id", "id"], unique=False)
    op.create_table(
        "ai_runs",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("analysis_id", sa.String(length=32), nullable=False),
        sa.Column("question_id", sa.String(length=32), nullable=False),
        sa.Column("analyser", sa.String(length=120), nullable=False),
        sa.Column("model", sa.String(length=120), nullable=True),
        sa.Column("outcome", sa.String(length=32), nullable=False),
        sa.Column("error", sa.Text(), nullable=True),
        sa.Column("prompt_sha256", sa.String(length=64), nullable=True),
        sa.Column("input_sha256", sa.String(length=64), nullable=True),
        sa.Column("output", sa.Text(), nullable=True),
        sa.Column("tokens_in", sa.Integer(), nullable=False),
        sa.Column("tokens_out", sa.Integer(), nullable=False),
        sa.Column("cost_usd", sa.Double(), nullable=True),
        sa.Column("started_at", sa.DateTime(), nullable=False),
        sa.Column("ended_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["analysis_id"], ["analyses.id"], name=op.f("fk_ai_runs_analysis_id_analyses")),
        sa.ForeignKeyConstraint(
            ["question_id"], ["asked_questions.id"], name=op.f("fk_ai_runs_question_id_asked_questions")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ai_runs")),
    )
    op.create_index(op.f("ix_ai_runs_analysis_id_started_at"), "ai_runs", ["analysis_id", "started_at"], unique=False)
    op.create_table(
        "question_analyses",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("analysis_id", sa.String(length=32), nullable=False),
        sa.Column("question_id", sa.String(length=32), nullable=False),
        sa.Column("answer_id", sa.String(length=32), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("score", sa.Double(), nullable=True),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.Column("judged_by", sa.String(length=120), nullable=False),
        sa.Column("judgement", sa.JSON(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["analysis_id"], ["analyses.id"], name=op.f("fk_question_analyses_analysis_id_analyses")
        ),
        sa.ForeignKeyConstraint(["answer_id"], ["answers.id"], name=op.f("fk_question_analyses_answer_id_answers")),
        sa.ForeignKeyConstraint(
            ["question_id"], ["asked_questions.id"], name=op.f("fk_question_analyses_question_id_asked_questions")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_question_analyses")),
    )
    op.create_index(
        op.f("ix_question_analyses_analysis_id_position"), "question_analyses", ["analysis_id", "position"], unique=True
    )


def downgrade() -> None:
    """Drop the tables."""
    op.drop_index(op.f("ix_question_analyses_analysis_id_position"), table_name="question_analyses")
    op.drop_table("question_analyses")
    op.drop_index(op.f("ix_ai_runs_analysis_id_started_at"), table_name="ai_runs")
    op.drop_table("ai_runs")
    op.drop_index(op.f("ix_decisions_session_id_id"), table_name="decisions")
    op.drop_table("decisions")
    op.drop_index(op.f("ix_analyses_organisation_id_created_at"), table_name="analyses")
    op.drop_index(op.f("ix_analyses_candidate_id"), table_name="analyses")
    op.drop_table("analyses")
