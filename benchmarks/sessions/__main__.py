"""Sessions: whole interviews a second through our server, against the bare framework doing the same writes.

    python -m benchmarks.sessions [--rounds 5] [--sessions 40] [--judged] [--json]

One interview is start, ten questions, ten answers, end: 22 requests on kept-alive connections, eight at a time, from
one client process. Both servers run at once on databases that began as copies of one another; rounds take turns, and
which goes first alternates. Ours runs as `make run` starts it, with rate limits that one address cannot reach and, as
the bare app analyses nothing either, without job threads; `--judged` lets it analyse meanwhile.
Prints the median of each and of the rounds' ratios ours / bare, which is to be 0.6 or more.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from benchmarks.sessions.client import REQUESTS, THREADS, sessions_per_second
from interview.core import current
from interview.scheduling.invitations import PURPOSE
from tests.live_server import ROOT, LiveServer
from tests.trust import backstage

UNREACHABLE = "10000000 per minute"


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    asked.add_argument("--rounds", type=int, default=5)
    asked.add_argument("--sessions", type=int, default=40, help="interviews in each round and server")
    asked.add_argument("--judged", action="store_true", help="analyse the ended sessions meanwhile")
    asked.add_argument("--json", action="store_true")
    chosen = asked.parse_args()
    found = measure(rounds=chosen.rounds, sessions=chosen.sessions, job_threads=2 if chosen.judged else 0)
    if chosen.json:
        print(json.dumps(found))
        return
    print(f"sessions/s of {REQUESTS} requests, medians of {chosen.rounds} rounds of {chosen.sessions}")
    print(f"ours {found['ours']:.1f}   bare {found['bare']:.1f}   ratio {found['ratio']:.2f}   (aim: 0.60 or more)")


def measure(*, rounds: int, sessions: int, job_threads: int) -> dict[str, object]:
    """Run the rounds; the ratio is the median of the rounds' ratios."""
    ours: list[float] = []
    bare: list[float] = []
    with tempfile.TemporaryDirectory(prefix="sessions-") as folder:
        settings = {"ADDRESS_LIMIT": UNREACHABLE, "SESSION_LIMIT": UNREACHABLE, "ENVIRONMENT": "production"}
        server = LiveServer(Path(folder) / "ours", JOB_THREADS=str(job_threads), **settings)
        tokens, digests = prepare(server, THREADS + rounds * sessions)
        with bare_server(server.folder, Path(folder) / "bare") as bare_port:
            server.start()
            try:
                sessions_per_second(server.port, tokens[:THREADS])
                sessions_per_second(bare_port, digests[:THREADS])
                for number in range(rounds):
                    part = slice(THREADS + number * sessions, THREADS + (number + 1) * sessions)
                    turns = [(ours, server.port, tokens[part]), (bare, bare_port, digests[part])]
                    for figures, port, its_tokens in turns if number % 2 else reversed(turns):
                        figures.append(sessions_per_second(port, its_tokens))
            finally:
                server.stop()
    ratios = [mine / theirs for mine, theirs in zip(ours, bare, strict=True)]
    medians = {"ours": statistics.median(ours), "bare": statistics.median(bare)}
    return medians | {"ratio": statistics.median(ratios), "ratios": ratios}


def prepare(server: LiveServer, count: int) -> tuple[Sequence[str], Sequence[str]]:
    """Make so many interviews; returns their tokens, and the digests by which the bare app looks them up."""
    tokens, _ = backstage.invite(server, count)
    with backstage.behind(server):
        return tokens, [current.keyring().digest(PURPOSE, token) for token in tokens]


@contextmanager
def bare_server(prepared: Path, folder: Path) -> Iterator[int]:
    """The bare app on a copy of the prepared database."""
    shutil.copytree(prepared, folder)
    process = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.sessions.bare"],
        cwd=ROOT, env=os.environ | {"DATABASE": str(folder / "talentflow.db")},
        stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        assert process.stdout is not None
        yield int(process.stdout.readline())
    finally:
        process.terminate()
        process.wait(timeout=30)


if __name__ == "__main__":
    main()
