"""The kinds of page a wall can show: each gives what it shows, and talking points for who speaks to it."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from services.screen.facts import Facts
from services.screen.pages import changes, elections, rectification, summary, tiles, training, weak
from services.screen.shape import Shown


class Kind(NamedTuple):
    """What draws one kind of page, and what gives its talking points."""

    page: Callable[[Facts], Shown]
    points: Callable[[Facts], list[str]]


PAGES: Mapping[str, Kind] = {
    module.__name__.rpartition(".")[2]: Kind(module.page, module.points)
    for module in (summary, tiles, changes, elections, training, rectification, weak)
}
