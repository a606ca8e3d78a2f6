"""The selection of RFC 3797, against the document's own figures, a draw of the world, and another implementation."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview.candidates.lots import recompute
from interview.candidates.lots.recompute import NotCanonical

HERE = Path(__file__).parent
# RFC 3797, section 6: three made-up lotteries, and what they select from 25.
EXAMPLE_SEED = ["9319", "2 5 12 8 10", "9 18 26 34 41 45"]
EXAMPLE_KEY = "9319./2.5.8.10.12./9.18.26.34.41.45./"
EXAMPLE_STEPS = [
    ("990DD0A5692A029A98B5E01AA28F3459", 25, 17),
    ("3691E55CB63FCC37914430B2F70B5EC6", 24, 7),
    ("FE814EDF564C190AC1D25753979990FA", 23, 2),
    ("1863CCACEB568C31D7DDBDF1D4E91387", 22, 16),
    ("F4AB33DF4889F0AF29C513905BE1D758", 21, 25),
    ("13EAEB529F61ACFB9A29D0BA3A60DE4A", 20, 23),
    ("992DB77C382CA2BDB9727001F3CDCCD9", 19, 8),
    ("63AB4258ECA922976811C7F55C383CE7", 18, 24),
    ("DFBC5AC97CED01B3A6E348E3CC63F40D", 17, 19),
    ("31CB111C4A4EBE9287CEAE16FE51B909", 16, 13),
    ("07FA46C122F164C215BBC72793B189A3", 15, 22),
    ("AC52F8D75CCBE2E61AFEB3387637D501", 14, 5),
    ("53306F73E14FC0B2FBF434218D25948E", 13, 18),
    ("B5D1403501A81F9A47318BE7893B347C", 12, 9),
    ("85B10B356AA06663EF1B1B407765100A", 11, 1),
    ("3269E6CE559ABD57E2BA6AAB495EB9BD", 10, 4),
]
# The IETF's nominating committee of 2022, drawn from 267 volunteers by four lotteries.
NOMCOM_KEY = "7.8.11.18.28.40.48./15.16.21.31.36.65./8.12.13.17.21.26.35.42./1.5.10.13.14.16.21.25.27./"
NOMCOM_SELECTED = [171, 245, 68, 190, 70, 126, 110, 128, 138, 173]

whole = st.integers(0, 10**30).map(str)
number = st.one_of(
    whole, st.builds("{}.{}".format, st.integers(0, 10**6), st.text("0123456789", min_size=1, max_size=9))
)
source = st.lists(number, min_size=1, max_size=16)


class TestGolden:
    """Figures that others computed."""

    def test_the_documents_example(self) -> None:
        steps = list(recompute.selections(EXAMPLE_KEY, 25))[: len(EXAMPLE_STEPS)]

        assert recompute.key_string(["numbers"] * 3, EXAMPLE_SEED) == EXAMPLE_KEY
        assert [(step.md5, step.divisor, step.number) for step in steps] == EXAMPLE_STEPS

    def test_a_draw_of_the_world(self) -> None:
        assert recompute.order_of(NOMCOM_KEY, 267)[:10] == NOMCOM_SELECTED

    def test_pseudonym_and_document(self) -> None:
        """The hashes stay what they are, or published draws could not be checked any more."""
        assert recompute.digest(recompute.canonical_json({"b": [1, "é"], "a": None})) == recompute.digest(
            '{"a":null,"b":[1,"é"]}'
        )
        assert recompute.pseudonym("p", 7, "s") == recompute.digest("p:7:s")


class TestCanonicalNumbers:
    """RFC 3797, section 4: one way to write what a source said."""

    @pytest.mark.parametrize(
        ("text", "canonical"),
        [
            ("9319", "9319."),
            ("2 5 12 8 10", "2.5.8.10.12."),
            ("007", "7."),
            ("0", "0."),
            ("000.50", "0.5"),
            ("12.0", "12."),
            ("10, 9; 9", "9.9.10."),
            (" 3 ", "3."),
            ("2.5 2", "2.2.5"),
        ],
    )
    def test_happy(self, text: str, canonical: str) -> None:
        assert recompute.canonical_numbers(text) == canonical

    @pytest.mark.parametrize("text", ["", "one", "1,5", "-3", "1e3", "1.", ".5", "٣", "1 " * 17, "9" * 101, "0x1f"])
    def test_unclear(self, text: str) -> None:
        with pytest.raises(NotCanonical):
            recompute.canonical_numbers(text)

    @given(source, st.randoms(use_true_random=False))
    def test_the_order_in_which_they_were_told_does_not_count(self, values: list[str], random: Any) -> None:
        mixed = random.sample(values, len(values))

        assert recompute.canonical_numbers(" ".join(values)) == recompute.canonical_numbers(" ".join(mixed))


class TestCanonicalLetters:
    """Sources of letters, such as a beacon's hexadecimal."""

    def test_happy(self) -> None:
        assert recompute.canonical_letters("ab-3f: Z!") == "AB3FZ."

    @pytest.mark.parametrize("text", ["", "–", "é", "!!", "a" * 201])
    def test_unclear(self, text: str) -> None:
        with pytest.raises(NotCanonical):
            recompute.canonical_letters(text)


class TestSelections:
    """Any pool."""

    @given(st.text("0123456789./", max_size=50), st.integers(0, 300))
    def test_everybody_is_ranked_once(self, key: str, pool: int) -> None:
        assert sorted(recompute.order_of(key, pool)) == list(range(1, pool + 1))

    def test_the_largest_pool(self) -> None:
        order = recompute.order_of(EXAMPLE_KEY, recompute.LARGEST_POOL)

        assert len(set(order)) == recompute.LARGEST_POOL

    def test_each_place_is_about_as_likely(self) -> None:
        """5,000 keys, 5 in the pool: the first place varies by less than five standard deviations (142)."""
        firsts = [next(recompute.selections(f"{turn}./", 5)).number for turn in range(5000)]

        assert all(abs(firsts.count(one) - 1000) < 142 for one in range(1, 6))


class TestAnotherImplementation:
    """Node and its own arithmetic agree, on any sources and pools."""

    @settings(max_examples=5, deadline=None)
    @given(st.lists(st.tuples(st.lists(source, min_size=1, max_size=8), st.integers(1, 400)), min_size=20, max_size=20))
    def test_agrees(self, cases: list[tuple[list[list[str]], int]]) -> None:
        asked = [{"sources": [" ".join(one) for one in sources], "pool": pool} for sources, pool in cases]
        told = subprocess.run(
            ["node", str(HERE / "selection.mjs")],
            input="\n".join(map(json.dumps, asked)),
            capture_output=True,
            text=True,
            check=True,
        )
        ours = [
            {"key": (key := recompute.key_string(["numbers"] * len(one["sources"]), one["sources"])),
             "order": recompute.order_of(key, one["pool"])}
            for one in asked
        ]  # fmt: skip

        assert [json.loads(line) for line in told.stdout.splitlines()] == ours


class TestScript:
    """`python -m interview.candidates.lots.recompute FILE.json`, and the file alone."""

    def test_needs_nothing_but_the_standard_library(self, tmp_path: Path) -> None:
        copy = tmp_path / "recompute.py"
        copy.write_text(Path(recompute.__file__).read_text())
        path = tmp_path / "draw.json"
        path.write_text(json.dumps(made_file()))
        told = subprocess.run(
            [sys.executable, "-I", str(copy), str(path)], capture_output=True, text=True, check=False, cwd=tmp_path
        )

        assert (told.returncode, told.stderr) == (0, "")
        assert "990DD0A5692A029A98B5E01AA28F3459" in told.stdout and "The draw is as published." in told.stdout

    @pytest.mark.parametrize(
        ("change", "what"),
        [
            ({"publishedSha256": "0" * 64}, "document"),
            ({"seed": ["9318", *EXAMPLE_SEED[1:]]}, "key string"),
            ({"order": list(range(1, 26))}, "order"),
            ({"holding": [1, 2, 3]}, "replacements"),
            ({"changes": [{"declined": 17, "taken": 25, "at": ""}]}, "replacements"),
            ({"changes": [{"declined": 1, "taken": 16, "at": ""}]}, "replacements"),
        ],
    )
    def test_what_was_changed_is_found(self, change: dict[str, Any], what: str) -> None:
        wrong = [check.what for check in recompute.checks(made_file() | change) if not check.is_right]

        assert what in wrong

    def test_a_changed_pool_is_found(self) -> None:
        file = made_file()
        file["published"]["pool"][0] = "0" * 64

        assert "document" in [check.what for check in recompute.checks(file) if not check.is_right]

    def test_the_next_in_order_takes_a_place(self) -> None:
        changes = [
            {"declined": 16, "taken": None, "at": ""},
            {"declined": 17, "taken": 25, "at": ""},
            {"declined": 25, "taken": 23, "at": ""},
        ]
        file = made_file() | {"changes": changes, "holding": [2, 7, 23]}

        assert all(check.is_right for check in recompute.checks(file))

    @pytest.mark.parametrize("text", ["", "[]", "{}", '{"published": {}}', "1"])
    def test_something_else(self, tmp_path: Path, text: str, capsys: pytest.CaptureFixture[str]) -> None:
        path = tmp_path / "other.json"
        path.write_text(text)

        assert recompute.main([str(path)]) == 1 and "not the whole file" in capsys.readouterr().err

    def test_finding_oneself(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        path = tmp_path / "draw.json"
        path.write_text(json.dumps(made_file()))
        number = made_file()["published"]["pool"].index(recompute.pseudonym("example", 3, "secret")) + 1

        assert recompute.main([str(path), "3", "secret"]) == 0
        assert f"You are number {number} in the pool and were drawn at rank" in capsys.readouterr().out
        assert recompute.main([str(path), "3", "other"]) == 0
        assert "not in the pool" in capsys.readouterr().out
        assert recompute.main([]) == 2


def made_file() -> dict[str, Any]:
    """A drawn file with the figures of RFC 3797."""
    published = {
        "format": recompute.FORMAT,
        "publicId": "example",
        "places": 3,
        "pool": sorted(recompute.pseudonym("example", one, "secret") for one in range(25)),
        "sources": [{"kind": "numbers", "about": f"Lottery {one}"} for one in range(3)],
    }
    order = recompute.order_of(EXAMPLE_KEY, 25)
    return {
        "published": published,
        "publishedSha256": recompute.digest(recompute.canonical_json(published)),
        "status": "drawn",
        "seed": EXAMPLE_SEED,
        "keyString": EXAMPLE_KEY,
        "order": order,
        "holding": sorted(order[:3]),
        "changes": [],
    }
