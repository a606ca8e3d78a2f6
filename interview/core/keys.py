"""Keys derived from the one secret, and what is done with them.

Derivation is HKDF-SHA-256 (RFC 5869) with the purpose as `info`, so no two purposes share a key.
"""

from __future__ import annotations

import base64
import hmac
import os
import secrets
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_NONCE_BYTES = 12


def secret_from(data_dir: Path) -> str:
    """Read the generated secret of this data folder, making it (readable by its owner only) the first time."""
    path = data_dir / "secret_key"
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text().strip()
    with os.fdopen(handle, "w") as file:
        file.write(secrets.token_urlsafe(48))
        file.flush()
        os.fsync(file.fileno())
    return path.read_text().strip()


class Keyring:
    """Signs, hashes and encrypts for named purposes."""

    def __init__(self, secret: str) -> None:
        self._secret = secret.encode()
        self.derive = lru_cache(maxsize=64)(self._derive)

    def _derive(self, purpose: str) -> bytes:
        return HKDF(algorithm=SHA256(), length=32, salt=None, info=purpose.encode()).derive(self._secret)

    def digest(self, purpose: str, text: str) -> str:
        """HMAC-SHA-256 of a text, in hexadecimal: how a token is looked up without being stored."""
        return hmac.new(self.derive(purpose), text.encode(), sha256).hexdigest()

    def encrypt(self, purpose: str, text: str) -> str:
        """Encrypt a short text with AES-256-GCM; the purpose is authenticated with it."""
        nonce = os.urandom(_NONCE_BYTES)
        sealed = AESGCM(self.derive(purpose)).encrypt(nonce, text.encode(), purpose.encode())
        return base64.urlsafe_b64encode(nonce + sealed).decode()

    def decrypt(self, purpose: str, sealed: str) -> str | None:
        """The text again, or None when it was not encrypted with this key for this purpose."""
        raw = base64.urlsafe_b64decode(sealed.encode())
        try:
            return (
                AESGCM(self.derive(purpose)).decrypt(raw[:_NONCE_BYTES], raw[_NONCE_BYTES:], purpose.encode()).decode()
            )
        except InvalidTag:
            return None


def equal(left: str, right: str) -> bool:
    """Compare two secrets in constant time."""
    return hmac.compare_digest(left.encode(), right.encode())
