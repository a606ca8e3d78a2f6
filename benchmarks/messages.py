"""Messages: ten thousand e-mails through a local mail server while workers are killed ten times.

    python -m benchmarks.messages [--messages 10000] [--kills 10] [--workers 2] [--seconds 1500] [--json]

The mail server, Python's own, runs in this process and counts what it took; the workers are processes of two threads
each on SQLite, ended with SIGKILL at even distances and replaced. Prints what was delivered, what came twice (aim: 0),
what was lost (aim: 0), what nobody can know (at most what was in flight at the kills), and messages a second with the
waiting for dead workers' leases in it. Ends with an error where an aim is missed.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

from tests.trust import letters, worker
from tests.trust.letters import Tally
from tests.trust.nursery import Nursery


def main() -> None:
    """Send, kill, count and print."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    asked.add_argument("--messages", type=int, default=10_000)
    asked.add_argument("--kills", type=int, default=10)
    asked.add_argument("--workers", type=int, default=2)
    asked.add_argument("--seconds", type=float, default=1500.0, help="longest time in all")
    asked.add_argument("--json", action="store_true")
    chosen = asked.parse_args()
    tally = measure(chosen.messages, kills=chosen.kills, workers=chosen.workers, seconds=chosen.seconds)
    print(json.dumps(asdict(tally) | {"per_second": tally.per_second}) if chosen.json else told(tally))
    is_good = not tally.duplicates and not tally.lost and tally.unconfirmed <= tally.kills * worker.THREADS
    sys.exit(0 if is_good else 1)


def measure(messages: int, *, kills: int, workers: int, seconds: float) -> Tally:
    """Send so many messages over so many kills."""
    nursery = Nursery()
    try:
        with tempfile.TemporaryDirectory(prefix="messages-") as folder, letters.office(nursery, Path(folder)) as place:
            return letters.endure(place, messages=messages, kills=kills, workers=workers, seconds=seconds)
    finally:
        nursery.close()


def told(tally: Tally) -> str:
    """The figures in lines."""
    return "\n".join(
        (
            f"{tally.queued} messages, {tally.kills} workers killed, {tally.seconds:.0f} s",
            f"delivered {tally.delivered}   duplicates {tally.duplicates}   lost {tally.lost}   failed {tally.failed}",
            f"unconfirmed {tally.unconfirmed} (at most {tally.kills * worker.THREADS} in flight at the kills)",
            f"{tally.per_second:.1f} messages/s",
        )
    )


if __name__ == "__main__":
    main()
