"""News of appointments."""

from __future__ import annotations

from interview.core.signals import Signal

invitation_revoked = Signal("invitation_revoked", "An interview token was taken back; `invitation_id`.")
