"""The sentence encoder: verified files, stable vectors, clear refusals."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from interview.providers.ai import encoder as encoding
from interview.providers.ai.encoder import MAX_PIECES, EncoderUnavailable, SentenceEncoder

SENTENCE = "Two threads wait for each other's locks."


@pytest.fixture(scope="module")
def encoder() -> SentenceEncoder:
    return SentenceEncoder()


class TestEncode:
    def test_unit_vectors_for_every_piece(self, encoder: SentenceEncoder) -> None:
        (found,) = encoder.encode([SENTENCE])

        assert found.vectors.shape == (len(found.spans), 384)
        assert np.allclose(np.linalg.norm(found.vectors, axis=1), 1, atol=1e-4)
        assert SENTENCE[slice(*found.spans[1])] == "threads"

    def test_text_does_not_depend_on_its_neighbours(self, encoder: SentenceEncoder) -> None:
        (alone,) = encoder.encode([SENTENCE])
        (_, among) = SentenceEncoder().encode(["x " * 100, SENTENCE])

        assert np.array_equal(alone.vectors, among.vectors)
        assert np.array_equal(alone.sentence, among.sentence)

    def test_like_meanings_lie_closer(self, encoder: SentenceEncoder) -> None:
        this, like, other = encoder.encode(
            [SENTENCE, "Each process holds what the other one needs.", "The soup needs more salt."]
        )

        assert this.sentence @ like.sentence > this.sentence @ other.sentence + 0.1

    @pytest.mark.parametrize("text", ["", " ", "\x00", "🧵"])
    def test_text_without_words(self, encoder: SentenceEncoder, text: str) -> None:
        assert np.isfinite(encoder.encode([text])[0].sentence).all()

    def test_long_text_is_cut(self, encoder: SentenceEncoder) -> None:
        assert len(encoder.encode(["word " * 1000])[0].spans) == MAX_PIECES - 2


class TestLoad:
    def test_other_weights_are_refused(self, tmp_path: Path) -> None:
        weights = tmp_path / "model.onnx"
        weights.write_bytes(b"other")

        with pytest.raises(EncoderUnavailable, match=r"model\.onnx is not the pinned file"):
            SentenceEncoder(weights=weights).load()

    def test_other_tokenizer_is_refused(self, tmp_path: Path) -> None:
        words = tmp_path / "tokenizer.json"
        words.write_text("{}")

        with pytest.raises(EncoderUnavailable, match=r"tokenizer\.json is not the pinned file"):
            SentenceEncoder(tokenizer=words).load()

    def test_missing_file(self, tmp_path: Path) -> None:
        with pytest.raises(EncoderUnavailable, match="cannot be read"):
            SentenceEncoder(weights=tmp_path / "none").load()

    def test_missing_package(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(encoding, "find_spec", lambda name: None if "minilm" in name else find_spec(name))

        with pytest.raises(EncoderUnavailable, match="is not installed"):
            SentenceEncoder().load()

    def test_failure_is_remembered(self, tmp_path: Path) -> None:
        encoder = SentenceEncoder(weights=tmp_path / "none")
        for _ in range(2):
            with pytest.raises(EncoderUnavailable):
                encoder.encode(["a"])
