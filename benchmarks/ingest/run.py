"""Ingest: MB/s of our server against the reference tus server, same client, same machine, same run.

    python -m benchmarks.ingest.run [--rounds 5] [--only TEXT] [--json]

Ours is the product's server as `make run` starts it (gunicorn, one worker, SQLite), every byte hashed and on the disk
before it is acknowledged. The reference (`@tus/server` with `@tus/file-store`) neither hashes nor syncs; `synced` is
the reference again, made to sync its file before it answers, which is still less than we promise.
Each round runs all three, in another order; before each measurement the disk is brought to rest.
Prints medians of MB/s, and medians of each round's ratio: ours / reference is to be 1.0 or more.
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
from operator import truediv
from pathlib import Path
from typing import Any

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
    title = f"MB/s, medians of {chosen.rounds}"
    print(f"{title:36} {'ours':>6} {'reference':>9} {'ratio':>5} {'synced':>6} {'ratio':>5}")
    for found in results:
        print(
            f"{found['load']:36} {found['ours']:6.0f} {found['reference']:9.0f} {found['ratio_to_reference']:5.2f}"
            f" {found['synced']:6.0f} {found['ratio_to_synced']:5.2f}"
        )


def install() -> None:
    """Install the reference server where it is missing."""
    if not (HERE / "node_modules" / "@tus" / "server").is_dir():
        subprocess.run(["npm", "ci", "--no-audit", "--no-fund"], cwd=HERE, check=True, stdout=sys.stderr)


def measure(load: Load, *, rounds: int) -> dict[str, Any]:
    """Run one load against each server in every round, each time in another order."""
    figures: dict[str, list[float]] = {name: [] for name in SERVERS}
    for number in range(rounds):
        order = list(SERVERS)[number % 3 :] + list(SERVERS)[: number % 3]
        for name in order:
            server, path = SERVERS[name]
            figures[name].append(once(server, path, load))
    medians = {name: statistics.median(values) for name, values in figures.items()}
    ratios = {
        f"ratio_to_{name}": statistics.median(map(truediv, figures["ours"], figures[name]))
        for name in ("reference", "synced")
    }
    return {"load": load.name, **medians, **ratios, "rounds": figures}


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


@contextmanager
def synced_server(folder: Path) -> Iterator[int]:
    """The reference server, made to sync."""
    yield from started(["node", str(HERE / "reference.mjs"), str(folder), "--sync"], dict(os.environ))


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


SERVERS = {
    "ours": (our_server, "/shelf/bench"),
    "reference": (reference_server, "/files"),
    "synced": (synced_server, "/files"),
}

if __name__ == "__main__":
    main()
