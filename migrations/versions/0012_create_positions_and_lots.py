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
    op.create_table(
        "positions",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("organisation_id", sa.String(length=32), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("description", sa.Text(), nullable=True),
        sa.Column("location", sa.String(length=200), nullable=True),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("closed_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_positions_organisation_id_organisations")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_positions")),
    )
    op.create_index(
        op.f("ix_positions_organisation_id_created_at_id"), "positions", ["organisation_id", "created_at", "id"]
    )


def downgrade() -> None:
    """Drop the tables."""
    op.drop_index(op.f("ix_positions_organisation_id_created_at_id"), table_name="positions")
    op.drop_table("positions")
