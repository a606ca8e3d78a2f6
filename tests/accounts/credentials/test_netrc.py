"""The netrc file: one entry set, all others kept, nothing lost when something is odd."""

from __future__ import annotations

import netrc as standard
from pathlib import Path

import pytest

from interview.accounts.credentials import netrc
from interview.accounts.credentials.netrc import UnreadableNetrc

ENTRY = {"machine": "localhost", "login": "tfk_1", "password": "s3cret"}


def hosts(path: Path) -> dict[str, tuple[str, str | None, str | None]]:
    return dict(standard.netrc(str(path)).hosts)


class TestWriteEntry:
    """netrc.write_entry"""

    def test_new_file(self, tmp_path: Path) -> None:
        path = tmp_path / ".netrc"

        assert netrc.write_entry(path, **ENTRY) is False

        assert hosts(path) == {"localhost": ("tfk_1", "", "s3cret")}
        assert path.stat().st_mode & 0o777 == 0o600
        assert [found.name for found in tmp_path.iterdir()] == [".netrc"]

    def test_same_machine_is_replaced(self, tmp_path: Path) -> None:
        path = tmp_path / ".netrc"
        netrc.write_entry(path, **ENTRY | {"password": "old"})

        assert netrc.write_entry(path, **ENTRY) is True

        assert hosts(path) == {"localhost": ("tfk_1", "", "s3cret")}
        assert "old" not in path.read_text()

    @pytest.mark.parametrize(
        "before",
        [
            "machine other login a password b\n",
            "machine other login a password b",
            "machine localhost login old password old\nmachine other login a password b\n",
            "machine other login a password b\nmachine localhost\n  login old\n  password old\n\n",
            "machine localhost login x password y machine other login a password b",
            "# a comment with machine localhost in it\nmachine other login a password b\n",
            'machine other login a password "b c"\n',
            "machine other login machine password localhost\n",
            "machine other login a account x password b\n",
            "machine other\tlogin\ta\n\tpassword\tb # trailing\n",
            "machine other login a password b\ndefault login anonymous password guest\n",
            "machine localhost login old password old\ndefault login anonymous password guest\n",
            "macdef init\nmachine localhost\ncd /pub\n\nmachine other login a password b\n",
            "machine other login a password b\nmacdef init\ncd /pub\n\n",
            "machine other login a password #b\n",
        ],
    )
    def test_every_other_entry_stays(self, tmp_path: Path, before: str) -> None:
        path = tmp_path / ".netrc"
        path.write_text(before)
        known = hosts(path)

        netrc.write_entry(path, **ENTRY)

        assert hosts(path) == known | {"localhost": ("tfk_1", "", "s3cret")}
        for kept in ("# a comment with machine localhost in it", "cd /pub", "# trailing"):
            assert (kept in before) == (kept in path.read_text())

    def test_open_mode_is_closed(self, tmp_path: Path) -> None:
        path = tmp_path / ".netrc"
        path.write_text("machine other login a password b\n")
        path.chmod(0o644)

        netrc.write_entry(path, **ENTRY)

        assert path.stat().st_mode & 0o777 == 0o600

    def test_link_stays_a_link(self, tmp_path: Path) -> None:
        target = tmp_path / "dotfiles"
        target.write_text("machine other login a password b\n")
        link = tmp_path / ".netrc"
        link.symlink_to(target)

        netrc.write_entry(link, **ENTRY)

        assert link.is_symlink()
        assert set(hosts(target)) == {"other", "localhost"}

    @pytest.mark.parametrize("before", [b"machine other login\n", b"nonsense\n", b"machine \xff login a password b\n"])
    def test_unreadable_file_is_left_alone(self, tmp_path: Path, before: bytes) -> None:
        path = tmp_path / ".netrc"
        path.write_bytes(before)

        with pytest.raises(UnreadableNetrc):
            netrc.write_entry(path, **ENTRY)

        assert path.read_bytes() == before
        assert [found.name for found in tmp_path.iterdir()] == [".netrc"]

    def test_folder_missing(self, tmp_path: Path) -> None:
        with pytest.raises(OSError, match="No such file"):
            netrc.write_entry(tmp_path / "none" / ".netrc", **ENTRY)
