"""Every way in has a guard, a summary, and a place in the documentation."""

from __future__ import annotations

from interview.core.http import Application
from interview.core.realtime import socketio
from tests.house import events
from tests.house.routes import UNGUARDED, guarded_rules, summary_of
from tests.house.tree import ROOT


class TestRoutes:
    """HTTP."""

    def test_every_route_has_a_guard(self, app: Application) -> None:
        bare = [rule.rule for rule in guarded_rules(app) if not hasattr(app.view_functions[rule.endpoint], "policy")]

        assert bare == []

    def test_only_the_known_routes_go_without(self, app: Application) -> None:
        every = {rule.endpoint for rule in app.url_map.iter_rules()}

        assert every - {rule.endpoint for rule in guarded_rules(app)} == UNGUARDED

    def test_every_route_has_a_summary_in_a_sentence(self, app: Application) -> None:
        poor = [rule.rule for rule in guarded_rules(app) if not summary_of(app, rule).endswith(".")]

        assert poor == []


class TestEvents:
    """Sockets."""

    def test_every_event_that_is_heard_is_documented(self, app: Application) -> None:
        page = (ROOT / "docs/events.md").read_text()
        heard = {name for handlers in socketio.server.handlers.values() for name in handlers}

        assert heard and [name for name in sorted(heard) if f"`{name}`" not in page] == []

    def test_every_event_that_is_told_is_documented(self) -> None:
        page = (ROOT / "docs/events.md").read_text()
        told = events.told()

        assert told and [name for name in sorted(told) if f"`{name}`" not in page] == []
