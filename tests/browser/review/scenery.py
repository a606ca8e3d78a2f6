"""Films to be photographed: somebody drawn who speaks in sentences, and a screen beside it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from fractions import Fraction

import av
import numpy as np
from numpy.typing import NDArray

from tests.factories.media import as_live

WIDE, HIGH, FPS, RATE = 640, 360, 10, 48_000
FRAME_SAMPLES = 2880
Colour = tuple[int, int, int]
WALL: Colour = (214, 222, 216)
SHADE: Colour = (193, 205, 198)
SKIN: Colour = (226, 188, 160)
HAIR: Colour = (66, 52, 44)
COAT: Colour = (15, 110, 96)
MOUTH: Colour = (150, 78, 70)
PAPER: Colour = (24, 30, 33)
INKS: tuple[Colour, ...] = ((120, 200, 180), (214, 160, 110), (150, 170, 200), (190, 190, 190))


def person(seconds: float) -> bytes:
    """A candidate in front of a wall, with sound, as a browser records it."""
    return _webm((_face(number) for number in range(round(seconds * FPS))), sound=_speech(seconds))


def screen(seconds: float) -> bytes:
    """A text that grows line by line, without sound."""
    return _webm((_text(number) for number in range(round(seconds * FPS))), sound=None)


def _face(number: int) -> NDArray[np.uint8]:
    down, right = np.mgrid[0:HIGH, 0:WIDE]
    nod = 3 * np.sin(number / 6)
    image = np.empty((HIGH, WIDE, 3), np.uint8)
    image[:] = WALL
    image[right > 470] = SHADE
    for colour, x, y, wide, high in (
        (COAT, 320, 405, 150, 150),
        (SKIN, 320, 285, 34, 60),
        (HAIR, 320, 150 + nod, 78, 92),
        (SKIN, 320, 180 + nod, 66, 84),
        (HAIR, 294, 168 + nod, 6, 6),
        (HAIR, 346, 168 + nod, 6, 6),
        (MOUTH, 320, 222 + nod, 18, 3 + 7 * abs(np.sin(number * 1.3))),
    ):
        image[((right - x) / wide) ** 2 + ((down - y) / high) ** 2 < 1] = colour
    return image


def _text(number: int) -> NDArray[np.uint8]:
    image = np.empty((HIGH, WIDE, 3), np.uint8)
    image[:] = PAPER
    dice = np.random.default_rng(5)
    for line in range(min(4 + number // 6, 15)):
        x = 36 + 26 * int(dice.integers(0, 3))
        for _ in range(int(dice.integers(2, 6))):
            length = int(dice.integers(18, 90))
            image[28 + 21 * line : 37 + 21 * line, x : x + length] = INKS[int(dice.integers(0, len(INKS)))]
            x += length + 10
    return image


def _speech(seconds: float) -> NDArray[np.int16]:
    """A voice's outline: syllables of their own loudness, and a pause after each sentence."""
    at = np.arange(round(seconds * RATE)) / RATE
    syllables = np.abs(np.sin(2 * np.pi * 1.9 * at)) ** 1.5
    loudness = np.random.default_rng(11).uniform(0.25, 1.0, round(seconds * 4) + 1)[(at * 4).astype(int)]
    breathes = np.sin(2 * np.pi * at / 3.1) > -0.75
    wave = np.sin(2 * np.pi * 180 * at) * syllables * loudness * breathes
    return np.asarray(wave * 0.6 * 32767, np.int16)


def _webm(pictures: Iterator[NDArray[np.uint8]], *, sound: NDArray[np.int16] | None) -> bytes:
    file = io.BytesIO()
    with av.open(file, "w", format="webm") as written:
        video = written.add_stream("libvpx", rate=FPS, options={"deadline": "realtime", "cpu-used": "8"})
        video.width, video.height, video.pix_fmt, video.bit_rate = WIDE, HIGH, "yuv420p", 900_000
        voice = written.add_stream("libopus", rate=RATE, layout="mono") if sound is not None else None
        for number, picture in enumerate(pictures):
            frame = av.VideoFrame.from_ndarray(picture, format="rgb24").reformat(format="yuv420p")
            frame.pts, frame.time_base = number, Fraction(1, FPS)
            written.mux(video.encode(frame))
        written.mux(video.encode(None))
        if voice is not None and sound is not None:
            for start in range(0, len(sound) - FRAME_SAMPLES, FRAME_SAMPLES):
                heard = av.AudioFrame.from_ndarray(sound[start : start + FRAME_SAMPLES][None], "s16", "mono")
                heard.sample_rate, heard.pts, heard.time_base = RATE, start, Fraction(1, RATE)
                written.mux(voice.encode(heard))
            written.mux(voice.encode(None))
    return as_live(file.getvalue())
