"""Feeds, working hours, busy times from elsewhere, and booking links."""

from __future__ import annotations

revision = "0014_create_calendars"
down_revision = "0013_extend_interviews"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create what is new."""


def downgrade() -> None:
    """Take it away again."""
