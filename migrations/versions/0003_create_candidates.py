"""Candidates, with the columns of the recording dialect.

A database from before this product had organisations may hold a bare `candidates` table: it is extended in place,
whatever other columns it has, and its people go to one organisation of their own.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003_create_candidates"
down_revision = "0002_create_accounts"
branch_labels = None
depends_on = None


OLDER = "imported"
INTERVIEW_COLUMNS: tuple[tuple[str, sa.types.TypeEngine[object]], ...] = (
    ("interview_session_id", sa.String(length=200)),
    ("interview_recording_file", sa.String(length=500)),
    ("interview_recording_duration", sa.Integer()),
    ("interview_recording_size", sa.BigInteger()),
    ("interview_recording_format", sa.String(length=50)),
    ("interview_recording_quality", sa.String(length=50)),
    ("interview_questions_asked", sa.Text()),
    ("interview_answers_given", sa.Text()),
    ("interview_question_timestamps", sa.Text()),
    ("interview_answer_timestamps", sa.Text()),
    ("interview_total_questions", sa.Integer()),
    ("interview_answered_questions", sa.Integer()),
    ("interview_ai_questions_analysis", sa.Text()),
    ("interview_ai_overall_feedback", sa.Text()),
    ("interview_ai_technical_score", sa.Float()),
    ("interview_ai_communication_score", sa.Float()),
    ("interview_ai_problem_solving_score", sa.Float()),
    ("interview_ai_cultural_fit_score", sa.Float()),
    ("interview_browser_info", sa.String(length=500)),
    ("interview_network_quality", sa.String(length=100)),
    ("interview_technical_issues", sa.Text()),
    ("interview_session_logs", sa.Text()),
    ("interview_avatar_used", sa.String(length=100)),
    ("interview_avatar_settings", sa.Text()),
    ("interview_recording_status", sa.String(length=50)),
    ("interview_processing_status", sa.String(length=50)),
    ("interview_ai_analysis_status", sa.String(length=50)),
    ("interview_final_status", sa.String(length=50)),
)


def upgrade() -> None:
    """Create the table, or extend an older one."""
    if sa.inspect(op.get_bind()).has_table("candidates"):
        _extend()
    else:
        _create()
    op.create_index(op.f("ix_candidates_interview_session_id"), "candidates", ["interview_session_id"])
    op.create_index(
        op.f("ix_candidates_organisation_id_created_at_id"), "candidates", ["organisation_id", "created_at", "id"]
    )
    op.create_index(op.f("ix_candidates_organisation_id_email"), "candidates", ["organisation_id", "email"])


def _create() -> None:
    op.create_table(
        "candidates",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("organisation_id", sa.String(length=32), nullable=False),
        sa.Column("user_id", sa.String(length=32), nullable=True),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=True),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("archived_at", sa.DateTime(), nullable=True),
        *(sa.Column(name, kind, nullable=True) for name, kind in INTERVIEW_COLUMNS),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_candidates_organisation_id_organisations")
        ),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_candidates_user_id_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_candidates")),
    )


def _extend() -> None:
    ours: tuple[tuple[str, sa.types.TypeEngine[object]], ...] = (
        ("organisation_id", sa.String(length=32)),
        ("user_id", sa.String(length=32)),
        ("name", sa.String(length=200)),
        ("email", sa.String(length=254)),
        ("created_at", sa.DateTime()),
        ("archived_at", sa.DateTime()),
        *INTERVIEW_COLUMNS,
    )
    known = {column["name"] for column in sa.inspect(op.get_bind()).get_columns("candidates")}
    for name, kind in ours:
        if name not in known:
            op.add_column("candidates", sa.Column(name, kind, nullable=True))
    _fill()
    with op.batch_alter_table("candidates") as table:
        table.alter_column("organisation_id", existing_type=sa.String(length=32), nullable=False)
        table.alter_column("name", existing_type=sa.String(length=200), nullable=False)
        table.alter_column("created_at", existing_type=sa.DateTime(), nullable=False)
        table.create_foreign_key(
            op.f("fk_candidates_organisation_id_organisations"), "organisations", ["organisation_id"], ["id"]
        )
        table.create_foreign_key(op.f("fk_candidates_user_id_users"), "users", ["user_id"], ["id"])


def _fill() -> None:
    """Give the people of an older table what every row has to have."""
    present = sa.text("INSERT INTO organisations (id, name, created_at) VALUES (:id, :name, CURRENT_TIMESTAMP)")
    op.get_bind().execute(present, {"id": OLDER, "name": "Imported candidates"})
    op.execute("UPDATE candidates SET organisation_id = 'imported' WHERE organisation_id IS NULL")
    op.execute("UPDATE candidates SET name = COALESCE(email, 'Candidate ' || id) WHERE name IS NULL")
    op.execute("UPDATE candidates SET created_at = CURRENT_TIMESTAMP WHERE created_at IS NULL")


def downgrade() -> None:
    """Drop the table, or take from an older one what was added to it."""
    for columns in ("organisation_id_email", "organisation_id_created_at_id", "interview_session_id"):
        op.drop_index(op.f(f"ix_candidates_{columns}"), table_name="candidates")
    if op.get_bind().scalar(sa.text("SELECT 1 FROM organisations WHERE id = :id"), {"id": OLDER}) is None:
        op.drop_table("candidates")
        return
    with op.batch_alter_table("candidates") as table:
        table.drop_constraint(op.f("fk_candidates_organisation_id_organisations"), type_="foreignkey")
        table.drop_constraint(op.f("fk_candidates_user_id_users"), type_="foreignkey")
        for name in ("organisation_id", "user_id", "archived_at", *(name for name, _ in INTERVIEW_COLUMNS)):
            table.drop_column(name)
    op.execute("DELETE FROM organisations WHERE id = 'imported'")
