"""How much a row looks like the titles of columns."""

from collections.abc import Callable, Collection

from services.ingest.view import View
from services.ingest.words import POSITION, TITLE_ENDING, YEAR, is_label, is_value, title_like
from services.text import header

# How far below the row the cells are looked at.
LOOK = 10


def certain(view: View, r: int, known: Collection[str]) -> bool:
    """Say whether a row is surely one of titles; `known`: header forms that are."""
    anchors = view.anchors[r]
    sure = {header(view.text(r, c)) for c in anchors if _sure(view.text(r, c), known)}
    return len(sure) >= 3 and len(sure) * 5 >= len(anchors) * 3


def _sure(text: str, known: Collection[str]) -> bool:
    form = header(text)
    return title_like(text) and (form in known or form.lower() in POSITION or TITLE_ENDING.search(form) is not None)


def score(view: View, r: int, known: Collection[str]) -> float:
    """Give how much a row looks like titles: words, known words, and values below them that are no words."""
    anchors = view.anchors[r]
    if len(anchors) < 2 or not view.text(r, anchors[0]) or sum(title_like(view.text(r, c)) for c in anchors) < 2:
        return 0
    seen: set[str] = set()
    points = 0.0
    for c in anchors:
        text = view.text(r, c)
        form = header(text)
        if not text:
            points += 0.5 if YEAR.fullmatch(str(view.rows[r][c]).removesuffix(".0")) else -1
        elif form in seen:
            points -= 1
        elif not title_like(text):
            points -= 2 if is_label(text) else 1
        else:
            points += (2 if _sure(text, known) else 1) + _typed_below(view, r, c)
        seen.add(form)
    return points


def mostly(says: Callable[[str], bool], view: View, r: int) -> bool:
    """Say whether this is so of more than two in three cells of a row."""
    cells = [str(view.rows[r][c]).removesuffix(".0") for c in view.anchors[r]]
    return sum(map(says, cells)) * 3 > len(cells) * 2


def is_word(text: str) -> bool:
    """Say whether a text is a word or a year rather than a value."""
    return not is_value(text) or YEAR.fullmatch(text) is not None


def _typed_below(view: View, r: int, c: int) -> int:
    below = [view.rows[i][c] for i in range(r + 1, min(r + 1 + LOOK, len(view))) if view.has(i, c)]
    typed = [not isinstance(cell, str) or is_value(cell) for cell in below]
    return int(sum(typed) * 2 > len(typed) and typed[0])
