"""Structure without packets: how a file ends, and whether bytes between two packets are structure or a loss."""

from __future__ import annotations

from dataclasses import dataclass

from interview.media.finalising.workshop.reading.chunks import ChunkFile
from interview.media.finalising.workshop.reading.sniffing import Demuxer

_CLUSTER, _BLOCK_GROUP, _BLOCKS = 0x1F43B675, 0xA0, (0xA3, 0xA1)
# What stands before the first frame of a block: its name and size, the track, the time and flags.
_BLOCK_START_BYTES = 20
# The elements of RFC 9559 that may stand between two blocks.
_ELEMENTS = {
    0xE7: "Timestamp",
    0xA7: "Position",
    0xAB: "PrevSize",
    0xA3: "SimpleBlock",
    0xA1: "Block",
    0x9B: "BlockDuration",
    0x75A2: "DiscardPadding",
    0xFB: "ReferenceBlock",
    0x75A1: "BlockAdditions",
    0xA4: "CodecState",
    0xEC: "Void",
    0xBF: "CRC-32",
    0x1C53BB6B: "Cues",
    0x1254C367: "Tags",
    0x114D9B74: "SeekHead",
    0x1549A966: "Info",
    0x1654AE6B: "Tracks",
    0x1941A469: "Attachments",
    0x1043A770: "Chapters",
}
_LEAST_PAGE_HEADER, _LONGEST_PAGE_HEADER = 27, 27 + 255


@dataclass(frozen=True)
class Ending:
    """How many bytes from the start are whole, and whether something was torn off after them."""

    whole_bytes: int = 0
    is_torn: bool = False


@dataclass(frozen=True)
class Place:
    """Where a packet stands in its file, as the demuxer tells: in Matroska, where its block's content begins."""

    start: int = 0
    size: int = 0


def ending(file: ChunkFile, demuxer: Demuxer, last: Place) -> Ending:
    """Tell how a file ends whose last packet stands at the given place."""
    if demuxer == "wav":
        return Ending(file.size, _promised_wav_bytes(file) > file.size)
    if demuxer == "matroska":
        whole = _walk(file, _block_end(file, last), file.size)
    elif demuxer == "ogg":
        whole = min(_page_end(file.read_at(last.start, _LONGEST_PAGE_HEADER), last.start), file.size)
    elif _boxes_end(file) == file.size:
        whole = file.size
    else:
        return Ending(min(last.start + last.size, file.size), True)
    return Ending(whole, whole < file.size)


def lost_between(file: ChunkFile, demuxer: Demuxer, before: Place, after: Place) -> int:
    """Return how many bytes between two packets belong to no element or page, and so were lost.

    Matroska and Ogg tell; MP4 orders its bytes freely, and WAV has nothing between its samples: for them it is 0.
    """
    if demuxer == "ogg":
        return max(0, after.start - _page_end(file.read_at(before.start, _LONGEST_PAGE_HEADER), before.start))
    if demuxer != "matroska":
        return 0
    start = _block_end(file, before)
    walked = _walk(file, start, after.start)
    return 0 if after.start - walked <= _BLOCK_START_BYTES else after.start - start


def _block_end(file: ChunkFile, packet: Place) -> int:
    head = file.read_at(max(0, packet.start - 9), 9)
    for length in range(1, 9):
        if len(head) > length and head[-length - 1] in _BLOCKS and 9 - head[-length].bit_length() == length:
            end = packet.start + (int.from_bytes(head[-length:]) & ((1 << 7 * length) - 1))
            if end >= packet.start + packet.size:
                return end
    return packet.start + 4 + packet.size


def _walk(file: ChunkFile, start: int, stop: int) -> int:
    # Returns `stop` when whole elements fill the stretch, else the place where they end.
    at = start
    while at < stop:
        head = file.read_at(at, 12)
        name_length = 9 - head[0].bit_length()
        name = int.from_bytes(head[:name_length])
        if len(head) <= name_length or not head[name_length]:
            return at
        size_length = 9 - head[name_length].bit_length()
        size = int.from_bytes(head[name_length : name_length + size_length]) & ((1 << 7 * size_length) - 1)
        body = at + name_length + size_length
        if name in (_CLUSTER, _BLOCK_GROUP):
            at = body
        elif name in _ELEMENTS and body + size <= stop:
            at = body + size
        else:
            return at
    return min(at, stop)


def _promised_wav_bytes(file: ChunkFile) -> int:
    size = int.from_bytes(file.read_at(4, 4), "little")
    # A recorder that cannot go back leaves the size open.
    return 0 if size in (0, 0xFFFFFFFF) else size + 8


def _boxes_end(file: ChunkFile) -> int:
    at = 0
    while at + 8 <= file.size:
        head = file.read_at(at, 16)
        size = int.from_bytes(head[:4])
        size = int.from_bytes(head[8:16]) if size == 1 else size
        # A size of 0 means "to the end", unless it is a stretch of zeros where a chunk was lost.
        if size == 0 and head[4:8].isalnum():
            return file.size
        if size < 8:
            return at
        at += size
    return at


def _page_end(head: bytes, at: int) -> int:
    """Return where the Ogg page ends that starts with `head`; `at` itself when it is no page (RFC 3533, section 6)."""
    if len(head) < _LEAST_PAGE_HEADER or not head.startswith(b"OggS"):
        return at
    segments = head[26]
    return at + _LEAST_PAGE_HEADER + segments + sum(head[27 : 27 + segments])
