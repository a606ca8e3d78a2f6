"""News of candidates; each carries the row."""

from __future__ import annotations

from interview.core.signals import Signal

candidate_created = Signal("candidate_created", "A candidate was added; `candidate`.")
candidate_updated = Signal("candidate_updated", "A candidate's profile was changed; `candidate`.")
candidate_status_changed = Signal(
    "candidate_status_changed", "A candidate moved in the pipeline; `candidate`, `previous` and `reason`."
)
candidate_archived = Signal("candidate_archived", "A candidate was archived; `candidate`.")
lot_drawn = Signal("lot_drawn", "A lot's places were drawn; `lot`, `draw`.")
