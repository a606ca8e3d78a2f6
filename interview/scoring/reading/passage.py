"""A text prepared for comparison: its words and, where the encoder works, a vector for each word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from interview.scoring.reading.words import Word, read_words

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from interview.providers.ai.encoder import Encoding, SentenceEncoder

_WINDOW_WORDS = 64
_WINDOW_CHARS = 900
_GRAM = 4


@dataclass(frozen=True)
class Passage:
    """A text with its words; `vectors` has one row per word and `sentence` is the whole text's unit vector.

    Both are None without an encoder. A word the encoder did not reach has a row of zeros.
    """

    text: str
    words: tuple[Word, ...]
    vectors: NDArray[Any] | None = field(default=None, compare=False)
    sentence: NDArray[Any] | None = field(default=None, compare=False)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of the content words."""
        return frozenset(word.stem for word in self.words if word.is_content)

    @cached_property
    def grams(self) -> Counter[str]:
        """The passage's runs of four characters, words joined by single spaces."""
        line = f" {' '.join(word.text for word in self.words)} "
        return Counter(line[place : place + _GRAM] for place in range(len(line) - _GRAM + 1))


def read_passage(text: str, *, encoder: SentenceEncoder | None, most_windows: int, toward: Collection[str]) -> Passage:
    """Read a text, encoded window by window; of a longer text the windows that share most stems with `toward`.

    Raises `EncoderUnavailable` when there is an encoder and it cannot be used.
    """
    windows = _windows(read_words(text))
    if len(windows) > most_windows:
        rank = sorted(range(len(windows)), key=lambda index: (-_shared(windows[index], toward), index))
        windows = [windows[index] for index in sorted(rank[:most_windows])]
    words = tuple(word for window in windows for word in window)
    if encoder is None or not words:
        return Passage(text, words)
    encodings = encoder.encode([_cut(text, window) for window in windows])
    return Passage(text, words, *_joined(windows, encodings))


def _windows(words: Sequence[Word]) -> list[tuple[Word, ...]]:
    windows: list[tuple[Word, ...]] = []
    window: list[Word] = []
    for word in words:
        if window and (len(window) == _WINDOW_WORDS or word.end - window[0].start > _WINDOW_CHARS):
            windows.append(tuple(window))
            window = []
        window.append(word)
    return [*windows, tuple(window)] if window else windows


def _shared(window: Sequence[Word], toward: Collection[str]) -> int:
    return len({word.stem for word in window}.intersection(toward))


def _cut(text: str, window: Sequence[Word]) -> str:
    # The mark that ends the last word's sentence belongs to the window.
    return text[window[0].start : min(window[-1].end + 1, window[0].start + _WINDOW_CHARS)].rstrip()


def _joined(windows: Sequence[Sequence[Word]], encodings: Sequence[Encoding]) -> tuple[NDArray[Any], NDArray[Any]]:
    import numpy as np

    rows = [_word_rows(window, encoding) for window, encoding in zip(windows, encodings, strict=True)]
    sizes = np.array([[len(encoding.spans)] for encoding in encodings])
    whole = (np.stack([encoding.sentence for encoding in encodings]) * sizes).sum(axis=0)
    return np.concatenate(rows), (whole / max(float(np.linalg.norm(whole)), 1e-9)).astype(np.float32)


def _word_rows(window: Sequence[Word], encoding: Encoding) -> NDArray[Any]:
    import numpy as np

    rows = np.zeros((len(window), encoding.vectors.shape[1]), dtype=np.float32)
    offset, index = window[0].start, 0
    for (start, end), vector in zip(encoding.spans, encoding.vectors, strict=True):
        while index < len(window) and window[index].end - offset <= start:
            index += 1
        if index < len(window) and end > window[index].start - offset:
            rows[index] += vector
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    unit: NDArray[Any] = np.divide(rows, lengths, out=rows, where=lengths > 0)
    return unit
