"""Positions, lots, their members and draws."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012_create_positions_and_lots"
down_revision = "0011_add_candidate_profiles"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables."""
    _create_positions()
    _create_lots()
    _create_members()
    _create_draws()


def downgrade() -> None:
    """Drop the tables with their indexes."""
    for table in ("lot_draw_entries", "lot_draws", "lot_members", "lots", "positions"):
        op.drop_table(table)


def _id(name: str = "id", *, nullable: bool = False) -> sa.Column:
    return sa.Column(name, sa.String(length=32), nullable=nullable)


def _moment(name: str, *, nullable: bool = False) -> sa.Column:
    return sa.Column(name, sa.DateTime(), nullable=nullable)


def _refers(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=op.f(f"fk_{table}_{column}_{to}"))


def _index(table: str, *columns: str) -> None:
    op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, list(columns))


def _create_positions() -> None:
    op.create_table(
        "positions",
        _id(),
        _id("organisation_id"),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("description", sa.Text(), nullable=True),
        sa.Column("location", sa.String(length=200), nullable=True),
        sa.Column("skills", sa.JSON(), nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        _moment("created_at"),
        _moment("closed_at", nullable=True),
        _refers("positions", "organisation_id", "organisations"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_positions")),
    )
    _index("positions", "organisation_id", "created_at", "id")
    _index("positions", "organisation_id", "status", "created_at", "id")


def _create_lots() -> None:
    op.create_table(
        "lots",
        _id(),
        _id("organisation_id"),
        _id("position_id", nullable=True),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("description", sa.Text(), nullable=True),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("places", sa.Integer(), nullable=True),
        sa.Column("criteria", sa.JSON(), nullable=False),
        sa.Column("member_count", sa.Integer(), nullable=False),
        sa.Column("draw_status", sa.String(length=16), nullable=True),
        sa.Column("created_by", sa.String(length=64), nullable=True),
        _moment("created_at"),
        _moment("updated_at"),
        _moment("archived_at", nullable=True),
        _refers("lots", "organisation_id", "organisations"),
        _refers("lots", "position_id", "positions"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lots")),
    )
    _index("lots", "organisation_id", "created_at", "id")
    _index("lots", "organisation_id", "status", "created_at", "id")
    _index("lots", "position_id")


def _create_members() -> None:
    op.create_table(
        "lot_members",
        _id("lot_id"),
        sa.Column("candidate_id", sa.Integer(), nullable=False),
        sa.Column("entry", sa.String(length=16), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=True),
        _moment("added_at"),
        sa.Column("added_by", sa.String(length=64), nullable=True),
        _refers("lot_members", "lot_id", "lots"),
        _refers("lot_members", "candidate_id", "candidates"),
        sa.PrimaryKeyConstraint("lot_id", "candidate_id", name=op.f("pk_lot_members")),
    )
    _index("lot_members", "lot_id", "added_at", "candidate_id")
    _index("lot_members", "candidate_id")


def _create_draws() -> None:
    op.create_table(
        "lot_draws",
        _id(),
        _id("public_id"),
        _id("lot_id"),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("places", sa.Integer(), nullable=False),
        sa.Column("pool_size", sa.Integer(), nullable=False),
        sa.Column("sources", sa.JSON(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("document_sha256", sa.String(length=64), nullable=False),
        _moment("seed_at", nullable=True),
        sa.Column("seed_sealed", sa.Text(), nullable=True),
        sa.Column("seed", sa.JSON(), nullable=True),
        sa.Column("key_string", sa.Text(), nullable=True),
        sa.Column("changes", sa.JSON(), nullable=False),
        _moment("prepared_at"),
        sa.Column("prepared_by", sa.String(length=64), nullable=False),
        _moment("drawn_at", nullable=True),
        sa.Column("drawn_by", sa.String(length=64), nullable=True),
        _moment("withdrawn_at", nullable=True),
        sa.Column("withdrawn_reason", sa.String(length=500), nullable=True),
        _refers("lot_draws", "lot_id", "lots"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lot_draws")),
        sa.UniqueConstraint("public_id", name=op.f("uq_lot_draws_public_id")),
        sa.UniqueConstraint("lot_id", "attempt", name=op.f("uq_lot_draws_lot_id_attempt")),
    )
    op.create_table(
        "lot_draw_entries",
        _id("draw_id"),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("candidate_id", sa.Integer(), nullable=True),
        sa.Column("secret", sa.String(length=32), nullable=True),
        sa.Column("rank", sa.Integer(), nullable=True),
        sa.Column("place", sa.String(length=16), nullable=False),
        _refers("lot_draw_entries", "draw_id", "lot_draws"),
        _refers("lot_draw_entries", "candidate_id", "candidates"),
        sa.PrimaryKeyConstraint("draw_id", "number", name=op.f("pk_lot_draw_entries")),
        sa.UniqueConstraint("draw_id", "candidate_id", name=op.f("uq_lot_draw_entries_draw_id_candidate_id")),
    )
    _index("lot_draw_entries", "draw_id", "rank", "number")
    _index("lot_draw_entries", "candidate_id")
