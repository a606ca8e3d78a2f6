"""Interviews of all kinds: panel, tags, bookings and what is told of them."""

from __future__ import annotations

from datetime import timedelta

import sqlalchemy as sa
from alembic import op

revision = "0013_extend_interviews"
down_revision = "0012_create_positions_and_lots"
branch_labels = None
depends_on = None

COMPARED = sa.String(length=200).with_variant(sa.String(length=200, collation="C"), "postgresql")
MISSABLE = "status = 'scheduled' AND mode <> 'in_person' AND created_at < ends_at"
FORMER = {
    "ix_interviews_organisation_id_status_created_at": ["organisation_id", "status", "created_at"],
    "ix_interviews_candidate_id_created_at": ["candidate_id", "created_at"],
}
INDEXES = {
    "ix_interviews_organisation_id_status_created_at_id": ["organisation_id", "status", "created_at", "id"],
    "ix_interviews_organisation_id_type_created_at_id": ["organisation_id", "type", "created_at", "id"],
    "ix_interviews_organisation_id_mode_created_at_id": ["organisation_id", "mode", "created_at", "id"],
    "ix_interviews_organisation_id_difficulty_created_at_id": ["organisation_id", "difficulty", "created_at", "id"],
    "ix_interviews_organisation_id_is_ai_interview_created_at_id": [
        "organisation_id",
        "is_ai_interview",
        "created_at",
        "id",
    ],
    "ix_interviews_organisation_id_scheduled_at_id": ["organisation_id", "scheduled_at", "id"],
    "ix_interviews_organisation_id_title_key_created_at_id": ["organisation_id", "title_key", "created_at", "id"],
    "ix_interviews_candidate_id_created_at_id": ["candidate_id", "created_at", "id"],
    "ix_interviews_position_id_created_at_id": ["position_id", "created_at", "id"],
}


def upgrade() -> None:
    """Create the tables, add the columns."""
    op.create_table(
        "bookings",
        sa.Column("interview_id", sa.String(length=32), nullable=False),
        sa.Column("person", sa.String(length=48), nullable=False),
        sa.Column("starts_at", sa.DateTime(), nullable=False),
        sa.Column("ends_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["interview_id"], ["interviews.id"], name=op.f("fk_bookings_interview_id_interviews")),
        sa.PrimaryKeyConstraint("interview_id", "person", name=op.f("pk_bookings")),
    )
    op.create_index(op.f("ix_bookings_person_starts_at"), "bookings", ["person", "starts_at"])
    op.create_table(
        "interview_people",
        sa.Column("interview_id", sa.String(length=32), nullable=False),
        sa.Column("user_id", sa.String(length=32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("type", sa.String(length=16), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("scheduled_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["interview_id"], ["interviews.id"], name=op.f("fk_interview_people_interview_id_interviews")
        ),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_interview_people_user_id_users")),
        sa.PrimaryKeyConstraint("interview_id", "user_id", name=op.f("pk_interview_people")),
    )
    op.create_index(
        op.f("ix_interview_people_user_id_created_at_interview_id"),
        "interview_people",
        ["user_id", "created_at", "interview_id"],
    )
    op.create_index(
        op.f("ix_interview_people_user_id_scheduled_at_interview_id"),
        "interview_people",
        ["user_id", "scheduled_at", "interview_id"],
    )
    op.create_index(
        op.f("ix_interview_people_user_id_status_created_at_interview_id"),
        "interview_people",
        ["user_id", "status", "created_at", "interview_id"],
    )
    op.create_table(
        "interview_tags",
        sa.Column("interview_id", sa.String(length=32), nullable=False),
        sa.Column("tag", sa.String(length=50), nullable=False),
        sa.Column("organisation_id", sa.String(length=32), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["interview_id"], ["interviews.id"], name=op.f("fk_interview_tags_interview_id_interviews")
        ),
        sa.PrimaryKeyConstraint("interview_id", "tag", name=op.f("pk_interview_tags")),
    )
    op.create_index(
        op.f("ix_interview_tags_organisation_id_tag_created_at_interview_id"),
        "interview_tags",
        ["organisation_id", "tag", "created_at", "interview_id"],
    )
    with op.batch_alter_table("interviews") as interviews:
        for column in _columns():
            interviews.add_column(column)
        interviews.create_foreign_key(op.f("fk_interviews_position_id_positions"), "positions", ["position_id"], ["id"])
    _fill()
    for name in FORMER:
        op.drop_index(op.f(name), table_name="interviews")
    for name, columns in INDEXES.items():
        op.create_index(op.f(name), "interviews", columns)
    missable = sa.text(MISSABLE)
    op.create_index(
        "ix_interviews_missable", "interviews", ["ends_at"], sqlite_where=missable, postgresql_where=missable
    )


def _fill() -> None:
    """Give the interviews there are what their new columns tell; they take nobody's time until they are moved."""
    interviews = sa.table(
        "interviews",
        sa.column("title", sa.String),
        sa.column("title_key", sa.String),
        sa.column("id", sa.String),
        sa.column("scheduled_at", sa.DateTime),
        sa.column("ends_at", sa.DateTime),
        sa.column("duration_minutes", sa.Integer),
    )
    op.execute(interviews.update().values(title_key=sa.func.lower(interviews.c.title)))
    connection = op.get_bind()
    timed = sa.select(interviews.c.id, interviews.c.scheduled_at, interviews.c.duration_minutes)
    change = interviews.update().where(interviews.c.id == sa.bindparam("row")).values(ends_at=sa.bindparam("end"))
    for row in connection.execute(timed.where(interviews.c.scheduled_at.is_not(None))).all():
        connection.execute(change, {"row": row.id, "end": row.scheduled_at + timedelta(minutes=row.duration_minutes)})


def _columns() -> tuple[sa.Column, ...]:
    return (
        sa.Column("title_key", COMPARED, nullable=False, server_default=""),
        sa.Column("position_id", sa.String(length=32), nullable=True),
        sa.Column("type", sa.String(length=16), nullable=False, server_default="technical"),
        sa.Column("mode", sa.String(length=16), nullable=False, server_default="video"),
        sa.Column("difficulty", sa.String(length=16), nullable=False, server_default="medium"),
        sa.Column("ends_at", sa.DateTime(), nullable=True),
        sa.Column("buffer_minutes", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("preparation_minutes", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("allows_reschedule", sa.Boolean(), nullable=False, server_default=sa.true()),
        sa.Column("reschedule_deadline_hours", sa.Integer(), nullable=False, server_default="24"),
        sa.Column("reschedule_count", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("sequence", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("meeting_url", sa.String(length=2000), nullable=True),
        sa.Column("location", sa.String(length=300), nullable=True),
        sa.Column("is_ai_interview", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("coding_exercise", sa.JSON(), nullable=True),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.Column("score", sa.Double(), nullable=True),
        sa.Column("feedback", sa.JSON(), nullable=False, server_default="{}"),
        sa.Column("assessed_by", sa.String(length=64), nullable=True),
        sa.Column("assessed_at", sa.DateTime(), nullable=True),
        sa.Column("device_info", sa.JSON(), nullable=True),
        sa.Column("created_by", sa.String(length=64), nullable=True),
    )


def downgrade() -> None:
    """Take it away again."""
    op.drop_index("ix_interviews_missable", table_name="interviews")
    for name in INDEXES:
        op.drop_index(op.f(name), table_name="interviews")
    for name, columns in FORMER.items():
        op.create_index(op.f(name), "interviews", columns)
    with op.batch_alter_table("interviews") as interviews:
        interviews.drop_constraint(op.f("fk_interviews_position_id_positions"), type_="foreignkey")
        for column in reversed(_columns()):
            interviews.drop_column(column.name)
    op.drop_table("interview_tags")
    op.drop_table("interview_people")
    op.drop_table("bookings")
