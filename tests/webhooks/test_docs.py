"""docs/api/webhooks.md: its examples verify real messages, its tables are the product's."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from interview.accounts.models import User
from interview.core.http import Application
from interview.webhooks.delivering.schedule import WAITS_SECONDS
from interview.webhooks.news.catalogue import EVENTS
from tests.factories import webhooks
from tests.factories.receivers import Received, Receiver
from tests.house.generated import guarded_rules, methods_of
from tests.house.tree import ROOT

PAGE = (ROOT / "docs/api/webhooks.md").read_text()

PYTHON = """
import json, sys
for case in json.load(sys.stdin):
    print(is_genuine(case["secret"], case["headers"], case["body"].encode()))
"""
NODE = """
import { readFileSync } from "node:fs";
for (const one of JSON.parse(readFileSync(0, "utf8")))
  console.log(isGenuine(one.secret, one.headers, Buffer.from(one.body)) ? "True" : "False");
"""


def block(language: str) -> str:
    """The page's only example in a language."""
    (found,) = re.findall(rf"```{language}\n(.*?)```", PAGE, re.S)
    return str(found)


@pytest.fixture
def cases(admin: User, receiver: Receiver, app: Application, run_jobs: Callable[[], None]) -> list[dict[str, Any]]:
    """One message as it arrived, then changed in every way that matters."""
    made = webhooks.make_webhook(admin.organisation, url=receiver.url)
    webhooks.tell(admin.organisation_id, note="größer")
    run_jobs()
    got: Received = receiver.got[0]
    right = {"secret": made.secret, "headers": got.headers, "body": got.body.decode()}
    old = {**got.headers, "webhook-timestamp": "1614265330"}
    other = {**got.headers, "webhook-id": "evt_other"}
    rotated = {**got.headers, "webhook-signature": "v1,AAAA " + got.headers["webhook-signature"]}
    return [
        right,
        right | {"headers": rotated},
        right | {"body": right["body"] + " "},
        right | {"secret": "whsec_" + "A" * 44},
        right | {"headers": old},
        right | {"headers": other},
        right | {"headers": got.headers | {"webhook-signature": ""}},
    ]


class TestExamples:
    """What integrators copy."""

    @pytest.mark.parametrize(("language", "rest"), [("python", PYTHON), ("javascript", NODE)])
    def test_verifies(self, cases: list[dict[str, Any]], tmp_path: Path, language: str, rest: str) -> None:
        suffix, command = {"python": (".py", sys.executable), "javascript": (".mjs", "node")}[language]
        script = tmp_path / f"verify{suffix}"
        script.write_text(block(language) + rest)
        told = subprocess.run(
            [command, str(script)], input=json.dumps(cases), capture_output=True, text=True, check=False, timeout=30
        )

        assert told.stdout.split() == ["True", "True", *["False"] * 5], told.stderr


class TestTables:
    """What the page lists."""

    def test_every_event_with_its_members(self) -> None:
        rows = {
            name: (about, data) for name, about, data in re.findall(r"^\| `([\w.]+)` \| (.+?) \| (.+) \|$", PAGE, re.M)
        }
        told = {name: (about, members(data, rows)) for name, (about, data) in rows.items() if "." in name}

        assert told == {kind.value: (event.about, list(event.data)) for kind, event in EVENTS.items()}

    def test_every_endpoint(self, app: Application) -> None:
        listed = set(re.findall(r"^\| `([A-Z]+) (/api/webhooks\S*?)[`?]", PAGE, re.M))
        listed |= {(method, path) for method, path in re.findall(r"^\| `([A-Z]+) (/api/webhooks.*?)` \|", PAGE, re.M)}
        ours = {
            (method, rule.rule.replace("<webhook_id>", "<id>").replace("<delivery_id>", "<delivery id>"))
            for rule in guarded_rules(app)
            if rule.rule.startswith("/api/webhooks")
            for method in methods_of(rule)
        }

        assert ours <= listed

    def test_the_waits(self) -> None:
        assert "after 5 seconds, 5 minutes, 30 minutes, 2, 5, 10 and 14 hours" in PAGE
        assert (5, 5 * 60, 30 * 60, *(hours * 3600 for hours in (2, 5, 10, 14))) == WAITS_SECONDS


def members(data: str, rows: dict[str, tuple[str, str]]) -> list[str]:
    """The names in a cell; `as another event` stands for that one's."""
    names = re.findall(r"`([\w.]+)`", data)
    if data.startswith("as "):
        return members(rows[names[0]][1], rows) + names[1:]
    return names
