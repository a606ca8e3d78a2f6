"""Links that set a password: forgotten ones and those of invited people."""

from __future__ import annotations

revision = "0009_add_account_tokens"
down_revision = "0008_create_analyses"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create what is new."""


def downgrade() -> None:
    """Take it away again."""
