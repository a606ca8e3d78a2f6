"""Recomputes a draw from its published file: `python -m interview.candidates.lots.recompute FILE.json`.

The selection is that of RFC 3797, section 4, number by number. This file needs nothing but Python's standard library
and no other file of the product, so that it can be copied, read and run anywhere; the product draws by it as well.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from hashlib import md5, sha256
from pathlib import Path
from typing import Any

FORMAT = "talentflow-draw/1"
ALGORITHM = "RFC 3797"
# The counter before and behind the key string has two bytes.
LARGEST_POOL = 65_535
MOST_VALUES, MOST_DIGITS = 16, 100
_NUMBER = re.compile(r"([0-9]+)(?:\.([0-9]+))?")
_NOT_LETTER = re.compile(r"[^A-Z0-9]")
STEPS_SHOWN = 20


class NotCanonical(ValueError):
    """A seed's text cannot be read in the one way that everybody would read it."""


@dataclass(frozen=True, slots=True)
class Step:
    """One selection: the hash, what it was divided by, what was left, and the position in the pool (from 1)."""

    rank: int
    md5: str
    divisor: int
    remainder: int
    number: int


def canonical_json(document: Any) -> str:
    """A document in the form that is hashed: RFC 8785, for what stands in ours (no fraction beyond doubles)."""
    return json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(text: str) -> str:
    """SHA-256 of a text in UTF-8, in hexadecimal."""
    return sha256(text.encode()).hexdigest()


def pseudonym(public_id: str, candidate_id: int, secret: str) -> str:
    """What stands for a candidate in a published pool; only who knows the secret can tell whom it means."""
    return digest(f"{public_id}:{candidate_id}:{secret}")


def canonical_numbers(text: str) -> str:
    """The numbers of one source: decimal, without needless zeros, from smallest to largest, each ended by a period.

    Numbers are separated by spaces, semicolons, or commas followed by a space. Raises `NotCanonical`.
    """
    values = [_number(word) for word in re.split(r"[;\s]+|,\s+", text.strip(" \t\r\n;,")) if word]
    if not 1 <= len(values) <= MOST_VALUES:
        raise NotCanonical(f"expected 1 to {MOST_VALUES} numbers, found {len(values)}")
    return "".join(value if "." in value else f"{value}." for value in sorted(values, key=Decimal))


def _number(word: str) -> str:
    found = _NUMBER.fullmatch(word)
    if found is None or len(word) > MOST_DIGITS:
        raise NotCanonical(f"{word[:40]!r} is not a number such as 9319 or 12.5")
    whole, fraction = found[1].lstrip("0") or "0", (found[2] or "").rstrip("0")
    return f"{whole}.{fraction}" if fraction else whole


def canonical_letters(text: str) -> str:
    """A source of letters and digits: upper case, everything else removed, ended by a period. Raises `NotCanonical`."""
    if not text.isascii():
        raise NotCanonical("only the letters A to Z and the digits 0 to 9 can be read by everybody in the same way")
    kept = _NOT_LETTER.sub("", text.upper())
    if not 1 <= len(kept) <= 2 * MOST_DIGITS:
        raise NotCanonical(f"expected 1 to {2 * MOST_DIGITS} letters and digits")
    return f"{kept}."


READING: dict[str, Callable[[str], str]] = {
    "commitment": canonical_numbers,
    "numbers": canonical_numbers,
    "letters": canonical_letters,
}


def key_string(kinds: Sequence[str], seed: Sequence[str]) -> str:
    """All sources in their published order, each canonical and ended by a slash. Raises `NotCanonical`."""
    return "".join(f"{READING[kind](text)}/" for kind, text in zip(kinds, seed, strict=True))


def selections(key: str, pool_size: int) -> Iterator[Step]:
    """Order the whole pool: RFC 3797's selections, first to last.

    The hash of the key string between two copies of a big-endian counter is divided by the number of those left; the
    remainder counts into them.
    """
    left = list(range(1, pool_size + 1))
    for turn in range(pool_size):
        counter = turn.to_bytes(2, "big")
        mixed = md5(counter + key.encode("ascii") + counter, usedforsecurity=False).digest()
        divisor = len(left)
        remainder = int.from_bytes(mixed, "big") % divisor
        yield Step(turn + 1, mixed.hex().upper(), divisor, remainder, left.pop(remainder))


def order_of(key: str, pool_size: int) -> list[int]:
    """The positions in the pool (from 1), in the order in which they are drawn."""
    return list(_order_of(key, pool_size))


# A server is asked for the same draw again and again; a large one takes half a second.
@lru_cache(maxsize=8)
def _order_of(key: str, pool_size: int) -> tuple[int, ...]:
    return tuple(step.number for step in selections(key, pool_size))


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at, and whether it is as it has to be."""

    what: str
    is_right: bool
    told: str


def checks(file: Mapping[str, Any]) -> list[Check]:
    """Everything that a draw's file claims, looked at once more. A file that is not whole raises `KeyError`."""
    published = file["published"]
    pool, sources = published["pool"], published["sources"]
    made = digest(canonical_json(published))
    found = [
        Check("format", published["format"] == FORMAT, str(published["format"])),
        Check("document", made == file["publishedSha256"], f"SHA-256 of the published document is {made}"),
        Check("pool", pool == sorted(set(pool)), f"{len(pool)} pseudonyms, sorted, none twice"),
    ]
    if file["status"] != "drawn":
        return found
    seed = file["seed"]
    found += [
        Check("commitment", digest(text) == source["sha256"], f"SHA-256 of {text} is {digest(text)}")
        for source, text in zip(sources, seed, strict=True)
        if source["kind"] == "commitment"
    ]
    key = key_string([source["kind"] for source in sources], seed)
    order = order_of(key, len(pool))
    found += [
        Check("key string", key == file["keyString"], key),
        Check("order", order == file["order"], f"drawn first: {_few(order[: published['places']])}"),
        _replacements(file, order),
    ]
    return found


def _replacements(file: Mapping[str, Any], order: Sequence[int]) -> Check:
    """Whoever declined was replaced by the next in the drawn order, and by nobody else."""
    places = file["published"]["places"]
    holding, waiting = set(order[:places]), list(order[places:])
    for change in file["changes"]:
        declined, taken = change["declined"], change["taken"]
        if declined in waiting and taken is None:
            waiting.remove(declined)
            continue
        if declined not in holding or taken != (waiting.pop(0) if waiting else None):
            return Check("replacements", is_right=False, told=f"{declined} was not replaced by the next in order")
        holding = holding - {declined} | ({taken} if taken else set())
    is_right = sorted(holding) == sorted(file["holding"])
    return Check(
        "replacements", is_right, f"{len(file['changes'])} changes; places are held by {_few(sorted(holding))}"
    )


def _few(numbers: Sequence[int]) -> str:
    rest = f" and {len(numbers) - STEPS_SHOWN} more" if len(numbers) > STEPS_SHOWN else ""
    return (", ".join(map(str, numbers[:STEPS_SHOWN])) or "nobody") + rest


def told(file: Mapping[str, Any]) -> Iterator[str]:
    """The recomputation in lines that a person can follow."""
    published = file["published"]
    yield f"Draw {published['publicId']}: {len(published['pool'])} in the pool, {published['places']} places."
    for number, source in enumerate(published["sources"], start=1):
        yield f"Source {number} ({source['kind']}): {source.get('about') or source['sha256']}"
    if file["status"] == "drawn":
        yield from _told_steps(published, file["seed"])
    for check in checks(file):
        yield f"{'right' if check.is_right else 'WRONG'}  {check.what}: {check.told}"


def _told_steps(published: Mapping[str, Any], seed: Sequence[str]) -> Iterator[str]:
    key = key_string([source["kind"] for source in published["sources"]], seed)
    yield f"Key string: {key}"
    yield "rank  MD5 of counter + key string + counter  divided by  remainder  number in the pool"
    for step in selections(key, len(published["pool"])):
        if step.rank > max(published["places"], STEPS_SHOWN):
            yield "  …   (the rest is the waiting list)"
            return
        yield f"{step.rank:4}  {step.md5:>38}  {step.divisor:10}  {step.remainder:9}  {step.number:18}"


def own_place(file: Mapping[str, Any], candidate_id: int, secret: str) -> str:
    """Where a candidate stands, for who knows the candidate's number and secret."""
    published = file["published"]
    mine = pseudonym(published["publicId"], candidate_id, secret)
    if mine not in published["pool"]:
        return "This candidate and secret are not in the pool."
    number = published["pool"].index(mine) + 1
    if file["status"] != "drawn":
        return f"You are number {number} in the pool."
    return f"You are number {number} in the pool and were drawn at rank {file['order'].index(number) + 1}."


def main(arguments: Sequence[str]) -> int:
    """Read FILE.json, and CANDIDATE SECRET behind it to find oneself; 0 where everything is right, otherwise 1."""
    if len(arguments) not in {1, 3}:
        sys.stderr.write("usage: recompute FILE.json [CANDIDATE SECRET]\n")
        return 2
    try:
        file = json.loads(Path(arguments[0]).read_text(encoding="utf-8"))
        lines = list(told(file))
        if len(arguments) == 3:
            lines.append(own_place(file, int(arguments[1]), arguments[2]))
        is_right = all(check.is_right for check in checks(file))
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as cause:
        sys.stderr.write(f"This is not the whole file of a draw: {cause!r}\n")
        return 1
    sys.stdout.write(
        "\n".join([*lines, "The draw is as published." if is_right else "The draw is NOT as published.", ""])
    )
    return 0 if is_right else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
