"""Short codes of figures (覆盖-3A7C): each shown number can be found again by one, at the same moment and slice.

A code is made from a digest of the figure it names, so the same figure has the same code wherever it is shown; where
two figures share one, the later of them gets a longer one. Codes are kept so that they can be turned back.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from datetime import date

from services.errors import StoreUnusable
from services.indicators import Part
from services.ledgers import works
from services.store import Store, figure_codes
from services.store.engine import Connection
from services.text import normal

# Neither 0 and O nor 1 and I: what is typed instead is taken for the letter it looks like.
ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
MISREAD = str.maketrans("0O1I", "QQLL")
SHORTEST = 4
WRITTEN = re.compile(r"(?P<work>[^0-9A-Z]*)(?P<letters>[0-9A-Z]+)")
MARKS = re.compile("[-_—–−‐·.:：#]")


@dataclass(frozen=True)
class Figure:
    """A number that is shown: the indicator and the part of it, at 截至 with what a batch knew, over a slice."""

    indicator: str
    part: Part
    as_of: date
    batch: int
    where: Mapping[str, str] = field(default_factory=dict)

    def named(self) -> str:
        """Give the figure as text; the same figure is always the same text."""
        return json.dumps({**asdict(self), "as_of": self.as_of.isoformat()}, ensure_ascii=False, sort_keys=True)


def _figure(named: str) -> Figure:
    about = json.loads(named)
    return Figure(**{**about, "as_of": date.fromisoformat(about["as_of"])})


def codes(store: Store, figures: Iterable[Figure]) -> dict[str, str]:
    """Give the codes of figures by `Figure.named()`; new ones are written at once, or left out where that must wait."""
    wanted = {figure.named(): figure for figure in figures}
    with store.read() as connection:
        known = figure_codes.codes_of(connection, wanted)
    if missing := [name for name in wanted if name not in known]:
        # Where somebody is writing, or nobody can, the page is shown without the new codes.
        with suppress(StoreUnusable), store.write(wait=False) as connection:
            known |= _written(connection, missing)
    return {name: f"{works()[wanted[name].indicator]}-{code}" for name, code in known.items()}


def _written(connection: Connection, names: Iterable[str]) -> dict[str, str]:
    """Write the codes of these figures; give them, and those somebody wrote meanwhile."""
    known = figure_codes.codes_of(connection, names)
    new: dict[str, str] = {}
    for name in (each for each in names if each not in known):
        spelled = _letters(name)
        choices = [spelled[:length] for length in range(SHORTEST, len(spelled) + 1)]
        taken = {*figure_codes.figures_of(connection, choices), *new.values()}
        new[name] = next(code for code in choices if code not in taken)
    if new:
        figure_codes.keep(connection, new)
    return known | new


def find(store: Store, written: str) -> Figure | None:
    """Give the figure with this code, however it was typed: small letters, full width, blanks, without the word."""
    match = WRITTEN.fullmatch(MARKS.sub("", normal(written)).upper())
    if match is None:
        return None
    letters = match["letters"].translate(MISREAD)
    with store.read() as connection:
        named = figure_codes.figures_of(connection, [letters]).get(letters)
    figure = _figure(named) if named else None
    return figure if figure and match["work"] in ("", works().get(figure.indicator)) else None


def _letters(named: str) -> str:
    """Give the digest of a figure in the letters of codes, five bits each."""
    number = int.from_bytes(hashlib.sha256(named.encode()).digest())
    return "".join(ALPHABET[number >> 5 * place & 31] for place in range(51))
