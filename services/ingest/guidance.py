"""The row between header and data that numbers the columns, names their units, or tells how to fill them."""

from itertools import pairwise

from services.ingest.view import View
from services.ingest.words import COLUMN_LETTER, COLUMN_NUMBER, INSTRUCTION, LETTERS_IN_ORDER, UNIT_WORD
from services.text import normal


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
    texts = r + 1 < len(view) and any(view.text(r + 1, c) for c in view.anchors[r + 1])
    return all(b == a + 1 for a, b in pairwise(numbers)) and (letters > 0 or texts)
