"""What can go wrong with a position."""

from __future__ import annotations

from interview.core.errors import NotFound


class PositionNotFound(NotFound):
    """No position with this id in the caller's organisation."""

    code, title = "position_not_found", "There is no such position"
