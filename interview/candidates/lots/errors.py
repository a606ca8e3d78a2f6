"""What can go wrong with a lot and its draw."""

from __future__ import annotations

from interview.core.errors import Conflict, Malformed, NotFound


class LotNotFound(NotFound):
    """No lot with this id in the caller's organisation."""

    code, title = "lot_not_found", "There is no such lot"


class NotInLot(NotFound):
    """The candidate is not in this lot."""

    code, title = "not_in_lot", "This candidate is not in the lot"


class LotFrozen(Conflict):
    """A draw of the lot is published: criteria, places and members change by the draw alone."""

    code, title = "lot_frozen", "The lot is frozen by its draw"


class LotNotOpen(Conflict):
    """The lot is closed or archived and takes nobody."""

    code, title = "lot_not_open", "The lot is not open"


class LotFull(Conflict):
    """The lot has fewer places left than are asked for."""

    code, title = "lot_full", "The lot has no place left"


class UnknownCandidates(Malformed):
    """Some of the candidates do not exist in this organisation or are archived; none was added."""

    code, title = "unknown_candidates", "Some of the candidates do not exist"


class DrawNeeded(Conflict):
    """More candidates match than the lot has places: a draw decides."""

    code, title = "draw_needed", "More match than there are places"


class TooManyMatches(Conflict):
    """More candidates match than can be taken or drawn at once."""

    code, title = "too_many_matches", "Too many candidates match"


class DrawNotNeeded(Conflict):
    """Everybody who matches has a place, so there is nothing to draw."""

    code, title = "draw_not_needed", "There is nothing to draw"


class DrawNotFound(NotFound):
    """No draw with this id, or the lot has none."""

    code, title = "draw_not_found", "There is no such draw"


class AlreadyDrawn(Conflict):
    """The lot's draw has taken place; it takes place once."""

    code, title = "already_drawn", "The draw has taken place"


class SeedNotYet(Conflict):
    """The moment from which the seed is known has not come."""

    code, title = "seed_not_yet", "The seed cannot be known yet"


class SeedMalformed(Malformed):
    """The seed cannot be read in the one way that everybody would read it."""

    code, title = "seed_malformed", "The seed cannot be read"


class TooLateToWithdraw(Conflict):
    """The seed can be known already: whoever could withdraw the draw now could choose its outcome."""

    code, title = "too_late_to_withdraw", "The draw can no longer be withdrawn"


class HoldsNoPlace(Conflict):
    """The candidate neither holds a place of the draw nor waits for one."""

    code, title = "holds_no_place", "This candidate has no place to give back"
