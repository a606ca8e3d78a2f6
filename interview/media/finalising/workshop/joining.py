"""Packets of one or more segments, copied unchanged into one file on one clock."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any

import av

from interview.media.finalising.finalised import Gap
from interview.media.finalising.workshop.containers import Container
from interview.media.finalising.workshop.reading.endings import Place, lost_between
from interview.media.finalising.workshop.reading.source import Source

_BUFFER_BYTES = 1 << 20
# Structure between two packets of a live recording: a block's header, perhaps a cluster's. More is looked into.
_STRUCTURE_BYTES = 40
_SILENCE_SECONDS = 0.5
_LEAST_INDEX_BYTES, _MOST_INDEX_BYTES = 4096, 16 << 20


@dataclass
class Passage:
    """What was copied of one segment; times are on the file's clock."""

    starts_at_seconds: float = 0.0
    ends_at_seconds: float = 0.0
    last: Place = field(default_factory=Place)
    dropped_packets: int = 0
    lost_bytes: int = 0
    gaps: list[Gap] = field(default_factory=list)


class IndexTooSmall(Exception):
    """The place kept for the index at the front did not hold it: key frames were unusually small and many."""


class Joint:
    """A file being written; `counts` and `payloads` hold packets and bytes by stream, for the proof."""

    def __init__(self, path: Path, container: Container, first: Source, *, index_bytes: int) -> None:
        self.path, self.container, self.signature = path, container, first.signature
        self._output = av.open(
            str(path), "w", format=container.muxer, options=_options(container, index_bytes), buffer_size=_BUFFER_BYTES
        )
        self._keeps_place = "reserve_index_space" in self._output.options
        self._streams = [self._output.add_stream_from_template(stream) for stream in first.streams]
        self.counts = [0] * len(self._streams)
        self.payloads = [0] * len(self._streams)
        self.ends_at_seconds = 0.0

    def append(self, source: Source, *, at_seconds: float) -> Passage:
        """Copy a segment so that it starts at the given time, or at the end of the one before where they overlap."""
        starts_at = max(at_seconds, self.ends_at_seconds)
        lanes = self._lanes(source, starts_at - source.starts_at_seconds)
        passage = _Copying(source, self._output, lanes).run()
        for lane in lanes.values():
            self.counts[lane.number] += lane.count
            self.payloads[lane.number] += lane.payload
        passage.starts_at_seconds = starts_at
        passage.ends_at_seconds = self.ends_at_seconds = max(
            [starts_at, *(lane.end_seconds for lane in lanes.values() if lane.count)]
        )
        return passage

    def close(self) -> None:
        """Write the index and the duration; raises IndexTooSmall."""
        try:
            self._output.close()
        except av.ArgumentError as error:
            if self._keeps_place:
                raise IndexTooSmall from error
            raise

    def _lanes(self, source: Source, shift_seconds: float) -> dict[int, Lane]:
        pairs = zip(source.streams, self._streams, strict=True)
        return {stream.index: Lane(n, stream, written, shift_seconds) for n, (stream, written) in enumerate(pairs)}


class Lane:
    """One stream's way into the file: its shift, and what keeps its clock advancing."""

    __slots__ = ("count", "end", "is_sound", "last", "number", "payload", "shift", "stream", "tick", "tolerates_torn")

    def __init__(self, number: int, stream: Any, written: Any, shift_seconds: float) -> None:
        self.number, self.stream = number, written
        self.tick: Fraction = stream.time_base
        self.shift = round(shift_seconds / self.tick)
        self.is_sound = stream.type == "audio"
        self.tolerates_torn = self.is_sound and stream.codec_context.name.startswith("pcm_")
        self.count = self.payload = 0
        self.end: int = self.shift
        self.last: int | None = None

    @property
    def end_seconds(self) -> float:
        """Return when the last packet ends."""
        return float(self.end * self.tick)

    def admits(self, packet: av.Packet[Any], dts: int) -> bool:
        """Put the packet on the file's clock, or refuse it when that clock would not advance.

        After a hole some packets come with times already written; muxers stop at them.
        A recorder's coarse clock may give two frames one time: the second is moved by one tick, not lost.
        """
        dts += self.shift
        last = self.last
        if last is not None and dts <= last:
            if dts < last:
                return False
            dts += 1
        if packet.is_corrupt and not self.tolerates_torn:
            return False
        pts = packet.pts
        pts = dts if pts is None else max(pts + self.shift, dts)
        packet.dts, packet.pts = dts, pts
        self.last = dts
        self.end = max(self.end, pts + (packet.duration or 0))
        self.count += 1
        self.payload += packet.size
        packet.stream = self.stream
        return True


class _Copying:
    def __init__(self, source: Source, output: Any, lanes: dict[int, Lane]) -> None:
        self._source, self._lanes = source, lanes
        self._mux = output.mux_one
        self._is_matroska = source.demuxer == "matroska"
        self._passage = Passage()
        self._lost = 0
        self._undated: dict[int, list[av.Packet[Any]]] = {index: [] for index in lanes}

    def run(self) -> Passage:
        last_pos = last_size = 0
        for packet in self._source.packets():
            size = packet.size
            if not size:
                continue
            lane = self._lanes[packet.stream_index]
            pos = packet.pos
            if pos is not None and pos > last_pos and not packet.is_corrupt:
                if last_pos and pos - last_pos - last_size > _STRUCTURE_BYTES:
                    self._look_between(Place(last_pos, last_size), Place(pos))
                last_pos, last_size = pos, size
            dts = packet.dts
            if dts is None:
                self._undated[packet.stream_index].append(packet)
                continue
            if lane.last is None:
                self._date(lane, packet.stream_index, dts, packet.duration or 1)
            self._write(lane, packet, dts)
        self._passage.last = Place(last_pos, last_size)
        for index, lane in self._lanes.items():
            self._date(lane, index, None, 1)
        return self._passage

    def _write(self, lane: Lane, packet: av.Packet[Any], dts: int) -> None:
        before = lane.end
        if not lane.admits(packet, dts):
            self._passage.dropped_packets += 1
            return
        if self._lost or (lane.is_sound and not self._is_matroska):
            self._note_gap(lane, before, packet)
        self._mux(packet)

    def _note_gap(self, lane: Lane, before: int, packet: av.Packet[Any]) -> None:
        starts_at, ends_at = float(before * lane.tick), float((packet.pts or 0) * lane.tick)
        if self._lost or (lane.count > 1 and ends_at - starts_at > _SILENCE_SECONDS):
            self._passage.gaps.append(Gap(starts_at, max(starts_at, ends_at), "lost_bytes", self._lost))
            self._lost = 0

    def _look_between(self, before: Place, after: Place) -> None:
        lost = lost_between(self._source.file, self._source.demuxer, before, after)
        self._lost += lost
        self._passage.lost_bytes += lost

    def _date(self, lane: Lane, index: int, first_dts: int | None, step: int) -> None:
        """Give the packets before a stream's first known decoding time, as B-frames have them, theirs: a step each."""
        waiting = self._undated[index]
        self._undated[index] = []
        for ahead, packet in zip(range(len(waiting), 0, -1), waiting, strict=True):
            dts = packet.pts if first_dts is None else first_dts - ahead * step
            if dts is not None:
                self._write(lane, packet, dts)


def index_bytes_for(size_bytes: int) -> int:
    """Return the place to keep for the index of so many bytes of Matroska."""
    # An entry takes about 30 bytes, and a key frame with what follows it at least 16 kB.
    return min(max(_LEAST_INDEX_BYTES, size_bytes // 512), _MOST_INDEX_BYTES)


def _options(container: Container, index_bytes: int) -> dict[str, str]:
    # Bit-exact: no random identifiers, so that finalising twice gives the same bytes.
    options = {"fflags": "bitexact"}
    if container.muxer in ("webm", "matroska") and index_bytes:
        options["reserve_index_space"] = str(index_bytes)
    if container.muxer == "mp4":
        options["movflags"] = "+faststart"
    return options
