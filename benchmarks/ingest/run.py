"""Ingest: MB/s of our server against the reference tus server, same client, same machine, same run.

    python -m benchmarks.ingest.run [--rounds 5] [--json]

Ours is the product's server as `make run` starts it (gunicorn, one worker, SQLite), every byte hashed and on the disk
before it is acknowledged. The reference (`@tus/server` with `@tus/file-store`) neither hashes nor syncs.
Rounds alternate which server goes first; before each measurement the disk is brought to rest.
Prints the median of each and the ratio ours / reference, which is to be 1.0 or more.
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
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.ingest.client import MEBIBYTE, Load, megabytes_per_second

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
LOADS = (
    Load("1 upload, PATCH 256 KiB", 1, 64 * MEBIBYTE, 256 * 1024),
    Load("1 upload, PATCH 1 MiB", 1, 128 * MEBIBYTE, MEBIBYTE),
    Load("1 upload, one body of 256 MiB", 1, 256 * MEBIBYTE, 256 * MEBIBYTE),
    Load("8 uploads, PATCH 256 KiB", 8, 16 * MEBIBYTE, 256 * 1024),
    Load("8 uploads, PATCH 1 MiB", 8, 32 * MEBIBYTE, MEBIBYTE),
    Load("8 uploads, one body of 64 MiB each", 8, 64 * MEBIBYTE, 64 * MEBIBYTE),
)


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--only", default="", help="run only loads whose name contains this")
    arguments.add_argument("--json", action="store_true")
    chosen = arguments.parse_args()
    install()
    results = [measure(load, rounds=chosen.rounds) for load in LOADS if chosen.only in load.name]
    if chosen.json:
        print(json.dumps(results))
        return
    print(f"{'load':36} {'ours':>8} {'reference':>10} {'ratio':>6}   (MB/s, medians of {chosen.rounds})")
    for found in results:
        print(f"{found['load']:36} {found['ours']:8.0f} {found['reference']:10.0f} {found['ratio']:6.2f}")


def install() -> None:
    """Install the reference server where it is missing."""
    if not (HERE / "node_modules" / "@tus" / "server").is_dir():
        subprocess.run(["npm", "ci", "--no-audit", "--no-fund"], cwd=HERE, check=True, stdout=sys.stderr)


def measure(load: Load, *, rounds: int) -> dict[str, object]:
    """Run one load against both servers in turn; the ratio is the median of the rounds' ratios."""
    ours, reference = [], []
    for number in range(rounds):
        order = [(ours, our_server, "/shelf/bench"), (reference, reference_server, "/files")]
        for figures, server, path in order if number % 2 else reversed(order):
            figures.append(once(server, path, load))
    ratios = [mine / theirs for mine, theirs in zip(ours, reference, strict=True)]
    medians = {"ours": statistics.median(ours), "reference": statistics.median(reference)}
    return {"load": load.name, **medians, "ratio": statistics.median(ratios), "ratios": ratios}


def once(server, path: str, load: Load) -> float:
    """Start a server on an empty folder, warm it up with one small upload, and run the load."""
    folder = Path(tempfile.mkdtemp(prefix="ingest-", dir=ROOT / "recordings"))
    try:
        with server(folder) as port:
            megabytes_per_second(port, path, Load("warm-up", 1, MEBIBYTE, 256 * 1024))
            os.sync()
            return megabytes_per_second(port, path, load)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def our_server(folder: Path) -> Iterator[int]:
    """The product's server; the rate limit is lifted, since one address sends what a thousand candidates would."""
    settings = {"DATA_DIR": str(folder), "ADDRESS_LIMIT": "10000000 per minute", "JOB_THREADS": "0"}
    yield from started([sys.executable, "-m", "tests.media.serve"], os.environ | settings)


@contextmanager
def reference_server(folder: Path) -> Iterator[int]:
    """The reference server."""
    yield from started(["node", str(HERE / "reference.mjs"), str(folder)], dict(os.environ))


def started(command: list[str], environment: dict[str, str]) -> Iterator[int]:
    """Run a server that prints its port, and end it afterwards."""
    quiet = {"stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    process = subprocess.Popen(command, cwd=ROOT, env=environment, text=True, **quiet)
    try:
        assert process.stdout is not None
        yield int(process.stdout.readline())
    finally:
        process.terminate()
        process.wait(timeout=30)


if __name__ == "__main__":
    main()
