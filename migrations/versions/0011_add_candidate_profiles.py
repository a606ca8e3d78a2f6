"""Profiles, labels, resumes, the pipeline and imports of candidates."""

from __future__ import annotations

import re
import unicodedata

import sqlalchemy as sa
from alembic import op

revision = "0011_add_candidate_profiles"
down_revision = "0010_create_messages"
branch_labels = None
depends_on = None

COMPARED = sa.String(length=100).with_variant(sa.String(length=100, collation="C"), "postgresql")
ACTIVE, ARCHIVED = sa.text("archived_at IS NULL"), sa.text("archived_at IS NOT NULL")
AT_ONCE = 1000


def _columns() -> tuple[sa.Column[object], ...]:
    return (
        sa.Column("phone", sa.String(length=40), nullable=True),
        sa.Column("headline", sa.String(length=200), nullable=True),
        sa.Column("location", sa.String(length=200), nullable=True),
        sa.Column("timezone", sa.String(length=64), nullable=True),
        sa.Column("experience_years", sa.Double(), nullable=True),
        sa.Column("summary", sa.Text(), nullable=True),
        sa.Column("source", sa.String(length=100), nullable=True),
        sa.Column("pipeline_stage", sa.String(length=16), nullable=False, server_default="new"),
        sa.Column("overall_score", sa.Double(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False, server_default="1"),
        sa.Column("updated_at", sa.DateTime(), nullable=False, server_default="1970-01-01 00:00:00"),
    )


INDEXES: tuple[tuple[str, tuple[str, ...], sa.TextClause | None], ...] = (
    (
        "ix_candidates_organisation_id_pipeline_stage_created_at_id",
        ("organisation_id", "pipeline_stage", "created_at", "id"),
        None,
    ),
    ("ix_candidates_organisation_id_experience_years", ("organisation_id", "experience_years"), None),
    ("ix_candidates_organisation_id_overall_score", ("organisation_id", "overall_score"), None),
    ("ix_candidates_user_id", ("user_id",), None),
    ("ix_candidates_active", ("organisation_id", "created_at", "id"), ACTIVE),
    ("ix_candidates_active_in_stage", ("organisation_id", "pipeline_stage", "created_at", "id"), ACTIVE),
    ("ix_candidates_archived", ("organisation_id", "created_at", "id"), ARCHIVED),
)


def upgrade() -> None:
    """Add what is told of a candidate, and fill in what is searched."""
    known = {column["name"] for column in sa.inspect(op.get_bind()).get_columns("candidates")}
    for column in _columns():
        if column.name not in known:
            op.add_column("candidates", column)
    op.execute("UPDATE candidates SET updated_at = created_at")
    _mirror_scores()
    for name, columns, part in INDEXES:
        op.create_index(op.f(name), "candidates", list(columns), sqlite_where=part, postgresql_where=part)
    _create_labels()
    _create_words()
    _create_stage_changes()
    _create_resumes()
    _create_imports()
    _fill_words()


def _mirror_scores() -> None:
    op.execute(
        "UPDATE candidates SET overall_score = (SELECT analyses.overall_score FROM analyses"
        " WHERE analyses.session_id = candidates.interview_session_id)"
    )


def _create_labels() -> None:
    op.create_table(
        "candidate_labels",
        sa.Column("candidate_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("label", COMPARED, nullable=False),
        sa.Column("organisation_id", sa.String(length=32), nullable=False),
        sa.Column("shown", sa.String(length=100), nullable=False),
        sa.ForeignKeyConstraint(
            ["candidate_id"], ["candidates.id"], name=op.f("fk_candidate_labels_candidate_id_candidates")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_candidate_labels_organisation_id_organisations")
        ),
        sa.PrimaryKeyConstraint("candidate_id", "kind", "label", name=op.f("pk_candidate_labels")),
    )
    op.create_index(
        op.f("ix_candidate_labels_organisation_id_kind_label_candidate_id"),
        "candidate_labels",
        ["organisation_id", "kind", "label", "candidate_id"],
    )


def _create_words() -> None:
    op.create_table(
        "candidate_words",
        sa.Column("candidate_id", sa.Integer(), nullable=False),
        sa.Column("word", COMPARED, nullable=False),
        sa.Column("organisation_id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["candidate_id"], ["candidates.id"], name=op.f("fk_candidate_words_candidate_id_candidates")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_candidate_words_organisation_id_organisations")
        ),
        sa.PrimaryKeyConstraint("candidate_id", "word", name=op.f("pk_candidate_words")),
    )
    op.create_index(
        op.f("ix_candidate_words_organisation_id_word_candidate_id"),
        "candidate_words",
        ["organisation_id", "word", "candidate_id"],
    )


def _create_stage_changes() -> None:
    op.create_table(
        "candidate_stage_changes",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("candidate_id", sa.Integer(), nullable=False),
        sa.Column("from_stage", sa.String(length=16), nullable=True),
        sa.Column("to_stage", sa.String(length=16), nullable=False),
        sa.Column("reason", sa.String(length=500), nullable=True),
        sa.Column("by_kind", sa.String(length=32), nullable=False),
        sa.Column("by_id", sa.String(length=64), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["candidate_id"], ["candidates.id"], name=op.f("fk_candidate_stage_changes_candidate_id_candidates")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_candidate_stage_changes")),
    )
    op.create_index(
        op.f("ix_candidate_stage_changes_candidate_id_at_id"), "candidate_stage_changes", ["candidate_id", "at", "id"]
    )


def _create_resumes() -> None:
    op.create_table(
        "resumes",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("candidate_id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("filename", sa.String(length=200), nullable=False),
        sa.Column("media_type", sa.String(length=100), nullable=False),
        sa.Column("size_bytes", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("storage_key", sa.String(length=160), nullable=True),
        sa.Column("scan_status", sa.String(length=16), nullable=False),
        sa.Column("text_status", sa.String(length=16), nullable=False),
        sa.Column("text_problem", sa.String(length=40), nullable=True),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("page_count", sa.Integer(), nullable=True),
        sa.Column("is_cut", sa.Boolean(), nullable=False),
        sa.Column("has_hidden_text", sa.Boolean(), nullable=False),
        sa.Column("suggested_skills", sa.JSON(), nullable=False),
        sa.Column("created_by", sa.String(length=100), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["candidate_id"], ["candidates.id"], name=op.f("fk_resumes_candidate_id_candidates")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_resumes_organisation_id_organisations")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_resumes")),
        sa.UniqueConstraint("candidate_id", "version", name=op.f("uq_resumes_candidate_id_version")),
    )
    op.create_index(op.f("ix_resumes_storage_key"), "resumes", ["storage_key"])


def _create_imports() -> None:
    op.create_table(
        "candidate_imports",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("organisation_id", sa.String(length=32), nullable=False),
        sa.Column("is_dry_run", sa.Boolean(), nullable=False),
        sa.Column("storage_key", sa.String(length=160), nullable=True),
        sa.Column("size_bytes", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("problem", sa.String(length=500), nullable=True),
        sa.Column("total_rows", sa.Integer(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("created_count", sa.Integer(), nullable=False),
        sa.Column("updated_count", sa.Integer(), nullable=False),
        sa.Column("unchanged_count", sa.Integer(), nullable=False),
        sa.Column("refused_count", sa.Integer(), nullable=False),
        sa.Column("problems", sa.JSON(), nullable=False),
        sa.Column("ignored_columns", sa.JSON(), nullable=False),
        sa.Column("created_by", sa.String(length=100), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_candidate_imports_organisation_id_organisations")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_candidate_imports")),
    )
    op.create_index(
        op.f("ix_candidate_imports_organisation_id_created_at_id"),
        "candidate_imports",
        ["organisation_id", "created_at", "id"],
    )
    op.create_index(op.f("ix_candidate_imports_storage_key"), "candidate_imports", ["storage_key"])


def _fill_words() -> None:
    """Write down the words of those who are there already, a stretch of people at a time."""
    bind, last = op.get_bind(), 0
    people = sa.text("SELECT id, organisation_id, name, email FROM candidates WHERE id > :last ORDER BY id LIMIT :most")
    write = sa.text(
        "INSERT INTO candidate_words (candidate_id, organisation_id, word) VALUES (:id, :organisation, :word)"
    )
    while found := bind.execute(people, {"last": last, "most": AT_ONCE}).all():
        words = [
            {"id": row.id, "organisation": row.organisation_id, "word": word}
            for row in found
            for word in _words(row.name, row.email)
        ]
        if words:
            bind.execute(write, words)
        last = found[-1].id


def _words(name: str, email: str | None) -> set[str]:
    """As the product had it when this step was written: without accents, in folded case."""
    told = unicodedata.normalize("NFKD", f"{name} {email or ''}")
    plain = "".join(char for char in told if not unicodedata.combining(char)).casefold()
    return {word[:100] for word in [*plain.split(), *re.findall(r"\w+", plain)]}


def downgrade() -> None:
    """Take it away again."""
    for table in ("candidate_imports", "resumes", "candidate_stage_changes", "candidate_words", "candidate_labels"):
        op.drop_table(table)
    for name, _, _ in INDEXES:
        op.drop_index(op.f(name), table_name="candidates")
    for column in reversed(_columns()):
        op.drop_column("candidates", column.name)
