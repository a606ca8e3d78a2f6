"""Command for anybody with a draw's file: recompute it."""

from __future__ import annotations

import json
from pathlib import Path

import click
from flask import Flask
from flask.cli import AppGroup

from interview.candidates.lots import recompute

lot = AppGroup("lot", help="Lots and their draws.")


def init(app: Flask) -> None:
    """Add the command."""
    app.cli.add_command(lot)


@lot.command("verify")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "is_json", is_flag=True, help="Print JSON and nothing else.")
def verify(*, file: Path, is_json: bool) -> None:
    """Recompute the draw in FILE, as published at /api/draws/<public id>, step by step."""
    try:
        read = json.loads(file.read_text(encoding="utf-8"))
        found, lines = recompute.checks(read), list(recompute.told(read))
    except (ValueError, LookupError, TypeError, AttributeError) as cause:
        raise click.ClickException(f"This is not the whole file of a draw: {cause!r}") from cause
    is_right = all(check.is_right for check in found)
    if is_json:
        shown = [{"what": one.what, "is_right": one.is_right, "told": one.told} for one in found]
        click.echo(json.dumps({"is_right": is_right, "checks": shown}))
    else:
        click.echo("\n".join(lines))
    if not is_right:
        raise click.ClickException("The draw is NOT as published.")
