"""What the test client cannot show: connections that break, stall and race, and a server that is killed."""

from __future__ import annotations

import base64
import hashlib
import os
import socket
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.media.live import OCTETS, Live, eventually

BODY = os.urandom(3 * 1024**2)


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    server = Live(tmp_path_factory.mktemp("live"))
    server.start()
    yield server
    server.kill()


def stored(live: Live, path: str) -> bytes:
    """The bytes of an upload as rows and files have them, read past the server."""
    with sqlite3.connect(live.folder / "talentflow.db") as connection:
        rows = connection.execute(
            "SELECT storage_key, size_bytes, sha256 FROM upload_chunks WHERE upload_id = ? ORDER BY offset_bytes",
            [path.rpartition("/")[2]],
        ).fetchall()
    connection.close()
    whole = b""
    for key, size, digest in rows:
        piece = (live.folder / "recordings" / key).read_bytes()
        assert (len(piece), hashlib.sha256(piece).hexdigest()) == (size, digest)
        whole += piece
    return whole


def sends_the_rest(live: Live, path: str) -> bool:
    """Go on from where the server says it is; the writer before may still be at work."""
    kept = live.offset(path)
    return live.wire().patch(path, kept, BODY[kept:])[0] == 204


class TestBodyThatBreaksOff:
    @pytest.mark.parametrize("ending", ["FIN", "RST"])
    def test_prefix_is_kept_and_no_more_is_told(self, live: Live, ending: str) -> None:
        path, wire = live.create(), live.wire()
        wire.say_patch(path, 0, length=len(BODY), body=BODY[:700_001])
        if ending == "FIN":
            wire.socket.shutdown(socket.SHUT_WR)
            status, _, body = wire.answer()
            assert status == 400
            assert b'"body_broken_off"' in body
            assert live.offset(path) == 700_001
        else:
            # A reset throws away what the server's kernel has not handed over, so how much arrives is not known.
            wire.reset()

        eventually(lambda: sends_the_rest(live, path))

        assert stored(live, path) == BODY

    def test_nothing_is_kept_under_a_checksum(self, live: Live) -> None:
        path, wire = live.create(), live.wire()
        told = "sha256 " + base64.b64encode(hashlib.sha256(BODY).digest()).decode()
        wire.say_patch(path, 0, length=len(BODY), body=BODY[:700_001], **{"Upload-Checksum": told})
        wire.socket.shutdown(socket.SHUT_WR)

        assert wire.answer()[0] == 400
        assert live.offset(path) == 0
        assert not live.files("staging")

    def test_chunked_body_keeps_its_prefix(self, live: Live) -> None:
        path, wire = live.create(), live.wire()
        told = {"Content-Type": OCTETS, "Upload-Offset": "0", "Transfer-Encoding": "chunked"}
        wire.say("PATCH", path, told, b"5\r\nabcde\r\n5\r\nfgh")
        wire.socket.shutdown(socket.SHUT_WR)

        assert wire.answer()[0] == 400
        assert stored(live, path) == b"abcdefgh"


class TestBodyInChunksOfItsOwn:
    def test_whole(self, live: Live) -> None:
        path, wire = live.create(), live.wire()
        told = {"Content-Type": OCTETS, "Upload-Offset": "0", "Transfer-Encoding": "chunked"}
        wire.say("PATCH", path, told, b"5\r\nabcde\r\n3\r\nfgh\r\n0\r\n\r\n")

        status, headers, _ = wire.answer()

        assert (status, headers["upload-offset"]) == (204, "8")
        assert stored(live, path) == b"abcdefgh"


class TestSilentWriter:
    def test_is_cut_off_and_its_prefix_kept(self, live: Live) -> None:
        path, wire = live.create(), live.wire()
        wire.say_patch(path, 0, length=len(BODY), body=BODY[:1000])

        status, _, body = wire.answer()

        assert status == 408
        assert b'"body_stalled"' in body
        assert live.offset(path) == 1000

    def test_does_not_hold_up_another(self, live: Live) -> None:
        path, silent = live.create(), live.wire()
        silent.say_patch(path, 0, length=len(BODY), body=BODY[:1000])

        assert live.wire().patch(path, 0, b"other")[0] == 204

        assert silent.answer()[0] in {408, 409}
        assert stored(live, path) == b"other"

    def test_chunked_one_is_cut_off_too(self, live: Live) -> None:
        path, wire = live.create(), live.wire()
        told = {"Content-Type": OCTETS, "Upload-Offset": "0", "Transfer-Encoding": "chunked"}
        wire.say("PATCH", path, told, b"5\r\nabcde\r\n")

        assert wire.answer()[0] == 408
        assert stored(live, path) == b"abcde"


class TestKeptConnection:
    def test_serves_one_patch_after_the_other(self, live: Live) -> None:
        path, wire = live.create(), live.wire()

        assert [wire.patch(path, 5 * n, b"abcde")[0] for n in range(20)] == [204] * 20
        assert stored(live, path) == b"abcde" * 20

    def test_next_request_sent_along_with_the_body(self, live: Live) -> None:
        path, wire = live.create(), live.wire()
        head = f"HEAD {path} HTTP/1.1\r\nHost: x\r\nTus-Resumable: 1.0.0\r\n\r\n".encode()
        wire.say_patch(path, 0, length=5, body=b"abcde" + head)

        assert wire.answer()[0] == 204
        status, headers, _ = wire.answer(has_body=False)
        assert (status, headers["upload-offset"]) == (200, "5")

    def test_goes_on_after_a_refused_body(self, live: Live) -> None:
        path, wire = live.create(), live.wire()

        assert wire.patch(path, 9, BODY)[0] == 409
        assert wire.patch(path, 0, BODY)[0] == 204


class TestRace:
    def test_one_of_many_writers_wins(self, live: Live) -> None:
        path = live.create()
        bodies = [bytes([65 + n]) * 300_000 for n in range(6)]

        with ThreadPoolExecutor(6) as pool:
            statuses = list(pool.map(lambda body: live.wire().patch(path, 0, body)[0], bodies))

        assert sorted(statuses) == [204, 409, 409, 409, 409, 409]
        assert stored(live, path) == bodies[statuses.index(204)]
        eventually(lambda: not live.files("staging"))
        mine = [file for file in live.files("uploads") if file.name.startswith(path.rpartition("/")[2])]
        assert len(mine) == 1

    def test_end_of_the_owner_during_a_body(self, live: Live) -> None:
        path, wire = live.create(), live.wire()
        wire.say_patch(path, 0, length=1000, body=b"x" * 500)
        assert live.wire().ask("DELETE", "/shelf/1")[0] == 204
        wire.socket.sendall(b"x" * 500)

        status, _, body = wire.answer()

        assert status == 409
        assert b'"upload_closed"' in body
        assert stored(live, path) == b""


class TestKilledServer:
    def test_what_was_acknowledged_is_there(self, tmp_path: Path) -> None:
        server = Live(tmp_path)
        server.start()
        path, wire, acknowledged = server.create(), server.wire(), 0
        for size in (1, 70_000, 300_000):
            status, headers, _ = wire.patch(path, acknowledged, BODY[acknowledged : acknowledged + size])
            assert status == 204
            acknowledged = int(headers["upload-offset"])
        rest = BODY[acknowledged:]
        wire.say_patch(path, acknowledged, length=len(rest), body=rest[:90_000])
        eventually(lambda: bool(server.files("staging")))
        server.kill()
        server.start()
        try:
            assert server.offset(path) == acknowledged
            assert stored(server, path) == BODY[:acknowledged]
            assert server.wire().patch(path, acknowledged, BODY[acknowledged:])[0] == 204
            assert stored(server, path) == BODY
        finally:
            server.kill()
