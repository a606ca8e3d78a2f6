"""`Upload-Checksum`: an algorithm's name and the digest in base64 (tus 1.0.0, Checksum)."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from typing import TYPE_CHECKING

from interview.core.errors import BadRequest

if TYPE_CHECKING:
    from hashlib import _Hash

ALGORITHMS = ("sha256", "sha1", "md5")


class Checksum:
    """The digest that a client told, and the one of what arrived."""

    def __init__(self, algorithm: str, told: bytes) -> None:
        self.algorithm = algorithm
        self._told = told
        self._found: _Hash = hashlib.new(algorithm, usedforsecurity=False)

    def update(self, piece: memoryview) -> None:
        """Take in what arrived."""
        self._found.update(piece)

    def matches(self) -> bool:
        """Whether what arrived is what the client hashed."""
        return hmac.compare_digest(self._told, self._found.digest())


def read(header: str | None) -> Checksum | None:
    """Read the header, None where there is none; raises `BadRequest` for an unknown algorithm or a broken digest."""
    if header is None:
        return None
    name, _, encoded = header.strip().partition(" ")
    if name not in ALGORITHMS:
        raise BadRequest(f"Upload-Checksum takes {', '.join(ALGORITHMS)}.")
    try:
        told = base64.b64decode(encoded.strip(), validate=True)
    except binascii.Error as cause:
        raise BadRequest("Upload-Checksum is not base64.") from cause
    if len(told) != hashlib.new(name, usedforsecurity=False).digest_size:
        raise BadRequest("Upload-Checksum has not the length of its algorithm.")
    return Checksum(name, told)
