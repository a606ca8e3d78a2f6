"""The process's door: one order comes in on standard input, one answer goes out on standard output."""

from __future__ import annotations

import json
import logging
import sys
from pathlib import Path
from typing import Any

from interview.candidates.resumes.workshop.findings import Findings, Refused
from interview.core.confinement import confine
from interview.core.confinement.limits import Limits

PDF = "application/pdf"


def main() -> None:
    """Read the order, load what reads the file, give up everything else, read and answer."""
    order = json.loads(sys.stdin.buffer.read())
    logging.disable(logging.CRITICAL)
    read: Any
    if order["media_type"] == PDF:
        from interview.candidates.resumes.workshop.pdf import read
    else:
        from interview.candidates.resumes.workshop.docx import read
    confine.confine(Limits(**order["limits"]), parent=order["parent"])
    findings = Findings()
    problem = None
    try:
        with Path(order["path"]).open("rb") as file:
            read(file, findings)
    except Refused as refusal:
        problem = refusal.problem
    except MemoryError:
        problem = "too_large"
    except Exception:  # whatever a parser stumbles over, the file is at fault
        problem = "unreadable"
    sys.stdout.write(json.dumps(findings.told() | {"problem": problem}, ensure_ascii=True))
    sys.stdout.flush()


if __name__ == "__main__":
    main()
