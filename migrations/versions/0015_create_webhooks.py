"""Webhook subscriptions and deliveries."""

from __future__ import annotations

revision = "0015_create_webhooks"
down_revision = "0014_create_calendars"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create what is new."""


def downgrade() -> None:
    """Take it away again."""
