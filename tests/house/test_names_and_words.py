"""What files are called and what is written in them."""

from __future__ import annotations

import ast
import re

from tests.house.tree import PRODUCT, ROOT, features, parsed, place, python_files, written_files

BANNED = frozenset({"utils", "helpers", "common", "misc", "base", "manager", "handler", "data", "info"})
PRINTS = frozenset({"interview/server.py"})
# Words of the place where this was written; none of them means anything to a reader of the project.
ELSEWHERE = re.compile(
    r"/work/|\bshared/|\bseeds?/|\bseed 00\d|\bseed documents?\b|\bissue #?\d|/tmp/team|brief\.md|\bthe lead\b",
    re.I,
)
UNDONE = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")


class TestNames:
    """File names."""

    def test_none_is_a_word_for_anything(self) -> None:
        assert [place(path) for path in python_files() if path.stem in BANNED] == []


class TestFeatureDocstrings:
    """A feature's `__init__.py`."""

    def test_is_a_docstring_and_nothing_else(self) -> None:
        for feature in features():
            body = parsed(feature / "__init__.py").body

            assert len(body) == 1 and ast.get_docstring(parsed(feature / "__init__.py")), feature.name

    def test_is_told_in_ten_lines(self) -> None:
        long = [one.name for one in features() if len((one / "__init__.py").read_text().splitlines()) > 10]

        assert long == []


class TestWords:
    """What is written."""

    def test_the_product_prints_only_at_its_first_start(self) -> None:
        prints = {place(path) for path in python_files() for node in ast.walk(parsed(path)) if _is_print(node)}

        assert prints <= PRINTS

    def test_nothing_is_left_undone(self) -> None:
        marked = [place(path) for path in PRODUCT.rglob("*.py") if UNDONE.search(path.read_text())]

        assert marked == []

    def test_nothing_speaks_of_where_it_was_written(self) -> None:
        here = ROOT / "tests/house/test_names_and_words.py"
        told = {
            place(path): found.group()
            for path in written_files()
            if path != here and (found := ELSEWHERE.search(path.read_text(errors="replace")))
        }

        assert told == {}

    def test_the_changelog_says_what_is_new(self) -> None:
        assert re.search(r"^## \[?Unreleased\]?", (ROOT / "CHANGELOG.md").read_text(), re.M)


def _is_print(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
