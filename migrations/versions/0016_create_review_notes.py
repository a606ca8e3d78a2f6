"""Notes at a moment of a recording."""

from __future__ import annotations

revision = "0016_create_review_notes"
down_revision = "0015_create_webhooks"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create what is new."""


def downgrade() -> None:
    """Take it away again."""
