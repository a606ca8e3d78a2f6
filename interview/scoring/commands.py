"""Command of the operator: judge graded or ungraded answers from a file, by the product's own code path."""

from __future__ import annotations

import json
from typing import TextIO

import click
from flask import Flask

from interview.core import current
from interview.scoring import lines
from interview.scoring import service as scoring


def init(app: Flask) -> None:
    """Add the command."""
    app.cli.add_command(score)


@click.command("score")
@click.argument("file", type=click.File("r", encoding="utf-8", errors="replace"))
def score(file: TextIO) -> None:
    """Judge JSON lines with question, reference and answer; print a line each with score, confidence and reasons."""
    judge = scoring.build(current.settings())
    for judged in lines.score_lines(file, judge):
        click.echo(json.dumps(judged, ensure_ascii=False))
