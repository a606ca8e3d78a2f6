"""Keys: derived apart from one another, and the secret that is made once."""

from __future__ import annotations

from pathlib import Path

from interview.core import keys
from interview.core.keys import Keyring

RING = Keyring("a secret that is long enough for this")


class TestKeyring:
    """Sign, hash, encrypt."""

    def test_each_purpose_has_its_own_key(self) -> None:
        assert RING.derive("one") != RING.derive("two") and len(RING.derive("one")) == 32

    def test_the_same_secret_gives_the_same_digest(self) -> None:
        again = Keyring("a secret that is long enough for this")

        assert RING.digest("tokens", "x") == again.digest("tokens", "x") != RING.digest("other", "x")

    def test_encrypts_and_decrypts(self) -> None:
        sealed = RING.encrypt("tokens", "grüße")

        assert RING.decrypt("tokens", sealed) == "grüße" and "grüße" not in sealed

    def test_never_seals_twice_alike(self) -> None:
        assert RING.encrypt("tokens", "x") != RING.encrypt("tokens", "x")

    def test_another_purpose_or_secret_opens_nothing(self) -> None:
        sealed = RING.encrypt("tokens", "x")

        assert RING.decrypt("other", sealed) is None
        assert Keyring("another secret that is long enough").decrypt("tokens", sealed) is None

    def test_a_changed_text_opens_nothing(self) -> None:
        sealed = RING.encrypt("tokens", "x")
        changed = ("A" if sealed[20] != "A" else "B").join((sealed[:20], sealed[21:]))

        assert RING.decrypt("tokens", changed) is None


class TestSecretFrom:
    """The generated secret."""

    def test_is_made_once_and_readable_by_its_owner_alone(self, tmp_path: Path) -> None:
        first = keys.secret_from(tmp_path)

        assert len(first) >= 32 and keys.secret_from(tmp_path) == first
        assert (tmp_path / "secret_key").stat().st_mode & 0o077 == 0


class TestEqual:
    """Comparing."""

    def test_compares_texts_of_any_length(self) -> None:
        assert keys.equal("äb", "äb") and not keys.equal("a", "ab") and not keys.equal("", "x")
