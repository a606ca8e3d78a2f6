"""The child's door: one order comes in on standard input, progress and one answer go out on standard output."""

from __future__ import annotations

import errno
import json
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from interview.core.confinement import confine
from interview.core.confinement.limits import Limits
from interview.media.finalising import plain
from interview.media.finalising.errors import Unplayable
from interview.media.finalising.order import FinaliseOrder, Mp4Order, WaveformOrder

_PROGRESS_SECONDS = 0.25


def main() -> None:
    """Read the order, give up what it does not need, do it and answer."""
    request = json.loads(sys.stdin.readline())
    confine.confine(plain.read(Limits, json.loads(request["limits"])), parent=request["parent"])
    try:
        answer = _do(request["verb"], json.loads(request["order"]))
    except Unplayable as refusal:
        _say({"unplayable": refusal.reason_code, "detail": refusal.detail})
    except Exception as error:
        reason = "proof_failed" if type(error).__name__ == "ProofFailed" else _FAILURES.get(getattr(error, "errno", 0))
        if reason is None:
            raise
        _say({"failed": reason, "detail": str(error)})
    else:
        _say({"answer": json.loads(plain.written(answer))})


_FAILURES = {errno.ENOSPC: "disk_full", errno.EDQUOT: "disk_full", errno.EFBIG: "too_large"}


def _do(verb: str, order: Any) -> Any:
    if verb == "finalise":
        return _finalise(plain.read(FinaliseOrder, order))
    from interview.media.finalising.workshop import conversion, previews

    if verb == "to_mp4":
        return conversion.to_mp4(plain.read(Mp4Order, order), on_progress=_reporter())
    return previews.waveform(plain.read(WaveformOrder, order))


def _finalise(order: FinaliseOrder) -> Any:
    from interview.media.finalising.workshop.reading import fingerprint

    order = replace(order, segments=tuple(fingerprint.with_spares(segment) for segment in order.segments))
    fingerprints = fingerprint.Fingerprinting(order.segments)
    # Only now, while hashing is under way: loading the codecs takes a tenth of a second.
    from interview.media.finalising.workshop import assembly

    return assembly.finalise(order, fingerprints, on_progress=_reporter())


def _reporter() -> Callable[[float], None]:
    last = time.monotonic()

    def report(share: float) -> None:
        nonlocal last
        if time.monotonic() - last >= _PROGRESS_SECONDS:
            last = time.monotonic()
            _say({"progress": round(min(share, 1.0), 4)})

    return report


def _say(message: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
