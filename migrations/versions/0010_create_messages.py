"""Messages, their attempts, templates and quiet channels."""

from __future__ import annotations

revision = "0010_create_messages"
down_revision = "0009_add_account_tokens"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create what is new."""


def downgrade() -> None:
    """Take it away again."""
