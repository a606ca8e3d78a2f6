"""What every store must do, whoever supplies it."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from interview.providers.storage.local import LocalStorage
from interview.providers.storage.port import BadKey, Missing, Storage


@pytest.fixture(params=[LocalStorage])
def storage(request: pytest.FixtureRequest, tmp_path: Path) -> Storage:
    """Every supplier, on a folder of its own."""
    return request.param(tmp_path / "store")


def publish(storage: Storage, key: str, *pieces: bytes) -> None:
    staged = storage.stage()
    for piece in pieces:
        staged.write(memoryview(piece))
    storage.publish(staged, key)


class TestPublish:
    def test_pieces_become_one_object(self, storage: Storage) -> None:
        publish(storage, "uploads/ab/one", b"abc", b"def")

        with storage.open("uploads/ab/one") as file:
            assert file.read() == b"abcdef"
        assert storage.size("uploads/ab/one") == 6
        assert storage.path("uploads/ab/one").read_bytes() == b"abcdef"

    def test_object_can_be_sought_in(self, storage: Storage) -> None:
        publish(storage, "one", b"abcdef")

        with storage.open("one") as file:
            file.seek(4)
            assert file.read(1) == b"e"

    def test_only_once(self, storage: Storage) -> None:
        staged = storage.stage()
        staged.write(b"abc")
        storage.publish(staged, "one")

        with pytest.raises(ValueError, match="already"):
            storage.publish(staged, "two")

    @pytest.mark.parametrize(
        "key", ["../etc", "a/../b", "/a", "a//b", "a/", "", "A", "a b", "a/.b", "ä", "a" * 161, "a\n", "a..b"]
    )
    def test_key_that_no_server_makes(self, storage: Storage, key: str) -> None:
        staged = storage.stage()

        with pytest.raises(BadKey):
            storage.publish(staged, key)


class TestDiscard:
    def test_nothing_stays(self, storage: Storage) -> None:
        staged = storage.stage()
        staged.write(b"abc")

        staged.discard()

        assert storage.sweep(older_than_seconds=0) == 0


class TestAdopt:
    def test_finished_file_is_taken_over(self, storage: Storage, tmp_path: Path) -> None:
        made = tmp_path / "made.webm"
        made.write_bytes(b"abc")

        storage.adopt(made, "objects/made.webm")

        assert storage.size("objects/made.webm") == 3
        assert not made.exists()


class TestMissing:
    def test_everything_that_reads(self, storage: Storage) -> None:
        for read in (storage.open, storage.size, storage.path):
            with pytest.raises(Missing):
                read("never")

    def test_deleting_is_harmless(self, storage: Storage) -> None:
        storage.delete("never")


class TestDelete:
    def test_object_goes_alone(self, storage: Storage) -> None:
        publish(storage, "uploads/ab/one", b"1")
        publish(storage, "uploads/ab/two", b"2")

        storage.delete("uploads/ab/one")

        assert list(storage.list("uploads")) == ["uploads/ab/two"]


class TestList:
    def test_below_a_prefix(self, storage: Storage) -> None:
        publish(storage, "uploads/ab/one", b"1")
        publish(storage, "objects/two", b"2")

        assert list(storage.list("uploads")) == ["uploads/ab/one"]
        assert list(storage.list("nothing")) == []

    def test_leaves_out_what_is_young(self, storage: Storage) -> None:
        publish(storage, "uploads/ab/one", b"1")

        assert list(storage.list("uploads", older_than_seconds=60)) == []


class TestSweep:
    def test_what_was_never_published(self, storage: Storage) -> None:
        storage.stage().write(b"abc")

        assert storage.sweep(older_than_seconds=60) == 0
        assert storage.sweep(older_than_seconds=0) == 1


class TestDiskThatFails:
    """Local files alone: the order of syncs, and what a failed one leaves."""

    @pytest.fixture
    def local(self, tmp_path: Path) -> LocalStorage:
        return LocalStorage(tmp_path / "store")

    def test_bytes_then_name_then_folder(self, local: LocalStorage, monkeypatch: pytest.MonkeyPatch) -> None:
        publish(local, "uploads/ab/first", b"1")
        order: list[str] = []
        fdatasync, fsync, rename = os.fdatasync, os.fsync, Path.rename
        monkeypatch.setattr(os, "fdatasync", lambda file: (order.append("bytes"), fdatasync(file)))
        place = lambda file: str(Path(f"/proc/self/fd/{file}").readlink())  # noqa: E731
        monkeypatch.setattr(os, "fsync", lambda file: (order.append(place(file)), fsync(file)))
        monkeypatch.setattr(Path, "rename", lambda path, target: (order.append("name"), rename(path, target)))

        publish(local, "uploads/ab/one", b"1")

        assert order == ["bytes", "name", str(local.path("uploads/ab/one").parent)]

    def test_failed_sync_is_not_tried_again(self, local: LocalStorage, monkeypatch: pytest.MonkeyPatch) -> None:
        staged = local.stage()
        staged.write(b"abc")
        monkeypatch.setattr(os, "fdatasync", _fail)
        with pytest.raises(OSError, match="Input/output"):
            local.publish(staged, "one")
        monkeypatch.undo()

        with pytest.raises(ValueError, match="already"):
            local.publish(staged, "one")
        with pytest.raises(Missing):
            local.size("one")


def _fail(_: int) -> None:
    raise OSError(errno.EIO, os.strerror(errno.EIO))
