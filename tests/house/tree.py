"""The project's own files, as the house rules look at them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PRODUCT = ROOT / "interview"
OURS = ("interview", "tests", "benchmarks", "migrations", "docs", "deploy", "web/src", ".ci")
NOT_OURS = frozenset({"node_modules", "__pycache__", ".venv", "dist", "results"})
WRITTEN = frozenset(
    {".py", ".md", ".toml", ".txt", ".in", ".sh", ".yml", ".yaml", ".ts", ".tsx", ".js", ".mjs", ".html"}
)


def python_files(folder: str = "interview") -> list[Path]:
    """Every Python file below a folder of the project."""
    return sorted(path for path in (ROOT / folder).rglob("*.py") if not NOT_OURS & set(path.parts))


def written_files() -> Iterator[Path]:
    """Every file that people wrote."""
    at_the_top = (path for path in ROOT.iterdir() if path.is_file())
    below = (path for folder in OURS for path in (ROOT / folder).rglob("*") if path.is_file())
    for path in (*at_the_top, *below):
        if (path.suffix in WRITTEN or path.name in {"Makefile", "Dockerfile"}) and not NOT_OURS & set(path.parts):
            yield path


@cache
def parsed(path: Path) -> ast.Module:
    """A file's syntax tree."""
    return ast.parse(path.read_text(), filename=str(path))


@cache
def line_count(path: Path) -> int:
    """How many lines a file has."""
    return len(path.read_text().splitlines())


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Every function of a file with its number of lines, decorators left out."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1


def place(path: Path) -> str:
    """A file's address in the project."""
    return path.relative_to(ROOT).as_posix()


def features() -> list[Path]:
    """The packages directly below the product."""
    return sorted(path.parent for path in PRODUCT.glob("*/__init__.py"))
