"""Templates of strangers: what is allowed works, everything else is refused with its line, and nothing is dear."""

from __future__ import annotations

import time
from typing import Any

import pytest

from interview.notifications.writing import sandbox
from interview.notifications.writing.sandbox import Mistake

VALUES: dict[str, Any] = {"name": "Zoë <b>", "panel": ["One", "Two"], "empty": None, "link": "https://x.example/"}


def write(source: str, *, escapes: bool = False, **values: Any) -> str:
    """Render with the values and one helper."""
    return sandbox.render(source, VALUES | values, helpers={"shout": lambda text: str(text).upper()}, escapes=escapes)


class TestAllowed:
    """What people need."""

    @pytest.mark.parametrize(
        ("source", "written"),
        [
            ("Hello {{ name }}", "Hello Zoë <b>"),
            ("{{ shout(name) }}", "ZOË <B>"),
            ("{% if empty %}a{% elif panel %}b{% else %}c{% endif %}", "b"),
            (
                "{% for one in panel %}{{ loop.index }} {{ one }}{% if not loop.last %}, {% endif %}{% endfor %}",
                "1 One, 2 Two",
            ),
            ("{{ panel|join(', ') }}", "One, Two"),
            ("{{ empty }}|{{ empty|default('none', true) }}", "|none"),
            ("{{ 'a' ~ name|upper }}", "aZOË <B>"),
            ("{{ panel[0] }}", "One"),
        ],
    )
    def test_works(self, source: str, written: str) -> None:
        assert write(source) == written

    def test_html_is_escaped(self) -> None:
        assert write("<p>{{ name }}</p>", escapes=True) == "<p>Zoë &lt;b&gt;</p>"


class TestRefused:
    """What they do not need."""

    @pytest.mark.parametrize(
        "source",
        [
            "{{ ''.__class__.__mro__ }}",
            "{{ name.__class__ }}",
            "{{ name['__class__'] }}",
            "{{ name.upper() }}",
            "{{ shout.__globals__ }}",
            "{{ 'a' * 1000000000 }}",
            "{{ 2 ** 9999999 }}",
            "{{ 1 + 1 }}",
            "{{ '%999999999d' % 1 }}",
            "{{ name|center(999999999) }}",
            "{{ name|attr('x') }}",
            "{{ '{:>999999999}'.format(1) }}",
            "{% set x = name %}",
            "{% for a in range(99999999) %}{% endfor %}",
            "{% for a in panel %}{% for b in panel %}{% endfor %}{% endfor %}",
            "{% for a in panel recursive %}{% endfor %}",
            "{% for a in [1, 2] %}{% endfor %}",
            "{% macro m() %}{% endmacro %}",
            "{% include 'x' %}",
            "{% import 'x' as y %}",
            "{% extends 'x' %}",
            "{% filter upper %}x{% endfilter %}",
            "{% block a %}{% endblock %}",
            "{{ lipsum() }}",
            "{{ cycler }}",
            "{{ self }}",
            "{{ config }}",
            "{{ shout(*panel) }}",
            "{{ shout(text=name) }}",
            "{{ {'a': name} }}",
            "{{ unknown }}",
            "{{ name",
            "{{ " + "(" * 500 + "1" + ")" * 500 + " }}",
            "x" * (sandbox.LONGEST_TEMPLATE + 1),
        ],
    )
    def test_is_refused(self, source: str) -> None:
        with pytest.raises(Mistake):
            write(source)

    @pytest.mark.parametrize(
        ("source", "line"),
        [
            ("a\n{{ nothing }}", 2),
            ("a\nb\n{% if %}", 3),
            ("a\n\n{{ empty.x }}", 3),
            ("{{ name|wrong }}", 1),
        ],
    )
    def test_is_told_with_its_line(self, source: str, line: int) -> None:
        with pytest.raises(Mistake) as found:
            write(source)

        assert found.value.line == line


class TestCost:
    """Bounded, whatever the values."""

    def test_what_is_written_has_an_end(self) -> None:
        with pytest.raises(Mistake, match="longer than"):
            write("{% for one in panel %}" + "{{ name }}" * 10 + "{% endfor %}", panel=["x"] * 1000, name="y" * 100_000)

    def test_long_lists_are_cut(self) -> None:
        assert write("{{ panel|length }}", panel=list(range(5000))) == str(sandbox.MOST_ITEMS)

    def test_as_many_loops_as_fit_take_less_than_a_second(self) -> None:
        source = "{% for a in name %}{% endfor %}" * (sandbox.LONGEST_TEMPLATE // 31)
        began = time.monotonic()
        write(source, name="y" * 100_000)

        assert time.monotonic() - began < 2
