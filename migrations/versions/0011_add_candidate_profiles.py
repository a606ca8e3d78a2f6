"""Profiles, labels, resumes, the pipeline and imports of candidates."""

from __future__ import annotations

revision = "0011_add_candidate_profiles"
down_revision = "0010_create_messages"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create what is new."""


def downgrade() -> None:
    """Take it away again."""
