"""The row between header and data that numbers the columns, names their units, or tells how to fill them."""

from itertools import pairwise

from services.ingest.view import View
from services.ingest.words import COLUMN_LETTER, COLUMN_NUMBER, INSTRUCTION, LETTERS_IN_ORDER, UNIT_WORD, is_value
from services.text import normal

# How far below the row the cells are looked at.
LOOK = 10


def is_guidance(view: View, r: int) -> bool:
    """Say whether a row with no data above it is such a row."""
    cells = [normal(str(view.rows[r][c]).removesuffix(".0")) for c in view.anchors[r]]
    if _numbers_columns(view, r, cells) or all(UNIT_WORD.fullmatch(cell) for cell in cells):
        return True
    return sum(INSTRUCTION.search(cell) is not None for cell in cells) * 2 >= len(cells)


def _numbers_columns(view: View, r: int, cells: list[str]) -> bool:
    """Say whether a row reads 1 2 3 4 … or 甲 乙 1 2 …, and is not the first of many rows of numbers."""
    numbers = [int(match[1]) for cell in cells if (match := COLUMN_NUMBER.fullmatch(cell))]
    letters = sum(COLUMN_LETTER.fullmatch(cell) is not None for cell in cells)
    if len(cells) >= 3 and "".join(cells) in LETTERS_IN_ORDER:
        return True
    if len(cells) < 3 or len(numbers) + letters < len(cells) or not numbers or numbers[0] > letters + 1:
        return False
    return all(b == a + 1 for a, b in pairwise(numbers)) and (letters > 0 or _words_below(view, r))


def _words_below(view: View, r: int) -> bool:
    """Say whether a column holds words in most of the next rows."""
    for c in view.anchors[r]:
        below = [view.text(i, c) for i in range(r + 1, min(r + 1 + LOOK, len(view))) if view.has(i, c)]
        if sum(text != "" and not is_value(text) for text in below) * 2 > len(below):
            return True
    return False
