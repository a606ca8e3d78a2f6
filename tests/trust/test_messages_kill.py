"""Workers are killed while they send: no message goes out twice, none is lost, and few stay unconfirmed.

`python -m benchmarks.messages` does the same with ten thousand messages.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from interview.core import clock
from tests.trust import letters, worker
from tests.trust.letters import Office
from tests.trust.nursery import Nursery

PATIENCE_SECONDS = 240.0


@pytest.fixture
def place(nursery: Nursery, tmp_path: Path) -> Iterator[Office]:
    """A postbox and nobody who sends."""
    with letters.office(nursery, tmp_path) as found:
        yield found


class TestKill:
    """300 messages, three kills."""

    def test_no_message_goes_out_twice_and_none_is_lost(self, place: Office) -> None:
        tally = letters.endure(place, messages=300, kills=3, workers=2, seconds=PATIENCE_SECONDS)

        assert (tally.duplicates, tally.lost, tally.failed) == (0, 0, 0), tally
        assert tally.unconfirmed <= tally.kills * worker.THREADS, tally
        assert tally.queued == 300 and tally.delivered >= 300 - tally.unconfirmed, tally


class TestReminders:
    """What waits for its time."""

    def test_go_out_once_over_a_kill_and_a_restart_with_two_workers(self, place: Office) -> None:
        place.queue(30, kind="panel_reminder", send_at=clock.now() + timedelta(seconds=2))
        place.hire(2)
        place.until_taken(10, seconds=PATIENCE_SECONDS)
        place.kill()
        place.hire()
        place.until_settled(seconds=PATIENCE_SECONDS)
        tally = place.tally(seconds=1)

        assert (tally.duplicates, tally.lost) == (0, 0) and tally.unconfirmed <= worker.THREADS, tally

    def test_wait_for_their_time(self, place: Office) -> None:
        place.queue(3, kind="panel_reminder", send_at=clock.now() + timedelta(hours=1))
        place.queue(1)
        place.hire(2)
        place.until_taken(1, seconds=PATIENCE_SECONDS)

        assert place.states()["queued"] == 3 and len(place.postbox.taken) == 1
