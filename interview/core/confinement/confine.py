"""What the child gives up before it touches a hostile byte."""

from __future__ import annotations

import contextlib
import ctypes
import os
import resource
import signal
import sys

from interview.core.confinement import syscalls
from interview.core.confinement.limits import Limits

_PR_SET_PDEATHSIG = 1


def confine(limits: Limits, *, parent: int) -> None:
    """Cap memory, processor time, file size and open files, die with the parent, and stay off the network."""
    os.nice(10)
    for kind, bound in (
        (resource.RLIMIT_AS, limits.memory_bytes),
        (resource.RLIMIT_CPU, limits.cpu_seconds),
        (resource.RLIMIT_FSIZE, limits.file_bytes),
        (resource.RLIMIT_NOFILE, limits.open_files),
        (resource.RLIMIT_CORE, 0),
    ):
        _lower(kind, bound)
    bind_to(parent)
    syscalls.forbid()


def _lower(kind: int, bound: int) -> None:
    _, hard = resource.getrlimit(kind)
    bound = bound if hard == resource.RLIM_INFINITY else min(bound, hard)
    # macOS does not let a process limit its address space.
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(kind, (bound, bound))


def bind_to(parent: int) -> None:
    """Have the kernel kill this process when its parent dies; elsewhere than on Linux, do nothing."""
    if sys.platform != "linux":
        return
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    # The parent may have died before the line above.
    if os.getppid() != parent:
        os._exit(1)
