"""What axe finds in a page that keeps somebody from using it."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

PROGRAM = Path(__file__).resolve().parents[3] / "web" / "node_modules" / "axe-core" / "axe.min.js"
SERIOUS = ("serious", "critical")


def findings(page: Page) -> list[str]:
    """Each serious finding with the elements that it is about."""
    told: list[dict[str, str]] = page.evaluate(
        f"""async () => {{
          {PROGRAM.read_text()};
          const found = await axe.run();
          return found.violations.map(({{ impact, id, nodes }}) => (
            {{ impact, words: `${{id}}: ${{nodes.map((node) => node.html.slice(0, 120)).join(" | ")}}` }}
          ));
        }}"""
    )
    return [one["words"] for one in told if one["impact"] in SERIOUS]
