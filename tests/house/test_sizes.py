"""Files and functions stay small: what is large gets a noun taken out, never a layer."""

from __future__ import annotations

from pathlib import Path
from statistics import median

import pytest

from tests.house.tree import features, functions, line_count, place, python_files

DOORS = ("api.py", "sockets.py", "jobs.py", "subscribers.py", "commands.py")
MOST_IN_FEATURE = 12


def limit_of(path: Path) -> int:
    """The most lines a file of the product may have."""
    if path.name.endswith(DOORS):
        return 300
    return 250 if path.name == "schemas.py" else 500


class TestFiles:
    """Lines in a file."""

    def test_none_is_too_long(self) -> None:
        assert [place(path) for path in python_files() if line_count(path) > limit_of(path)] == []

    def test_the_median_is_at_most_a_hundred(self) -> None:
        assert median(line_count(path) for path in python_files()) <= 100

    @pytest.mark.parametrize("folder", ["tests", "benchmarks", "migrations"])
    def test_no_other_file_is_too_long(self, folder: str) -> None:
        assert [place(path) for path in python_files(folder) if line_count(path) > 600] == []


class TestFunctions:
    """Lines in a function."""

    @pytest.mark.parametrize("folder", ["interview", "tests", "benchmarks"])
    def test_none_is_too_long(self, folder: str) -> None:
        long = [(place(path), *found) for path in python_files(folder) for found in functions(path) if found[1] > 50]

        assert long == []

    def test_the_median_is_at_most_ten(self) -> None:
        assert median(lines for path in python_files() for _, lines in functions(path)) <= 10


class TestFeatures:
    """Files in a folder."""

    def test_a_crowded_feature_has_sub_folders(self) -> None:
        crowded = {
            place(feature): count
            for feature in features()
            if feature.name != "core" and not any(feature.glob("*/__init__.py"))
            if (count := sum(1 for path in feature.glob("*.py") if path.name != "__init__.py")) > MOST_IN_FEATURE
        }

        assert crowded == {}
