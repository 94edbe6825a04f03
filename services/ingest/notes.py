"""Words below a table that no mark tells from data: where they stand and what stands above them says so."""

import re

from services.ingest.view import View, filled
from services.ingest.words import is_value
from services.text import outer

# More scattered rows than this are not what people write below a table.
MOST_NOTES = 60
# A note, or 填表人, 审核人 and 日期 side by side, fill no more cells of a row, however broad the table.
MOST_TEXTS = 3
LONG = 20
SENTENCE = re.compile("[，。；：]|[,;:] ")


def notes_below(view: View, found: list[str], start: int, position: int | None, width: int) -> list[int]:
    """Give the rows from `start` on, taken for data, that are notes: sparse texts after a note, or unlike the data.

    `found` are the buckets so far, `position` the column of 序号, `width` how many columns have a title.
    """
    tail, highest = len(found), max(start, len(found) - MOST_NOTES)
    while tail > highest and (found[tail - 1] in ("note", "blank") or _sparse(view, tail - 1, position, width)):
        tail -= 1
    scattered = [r for r in range(tail, len(found)) if found[r] == "data"]
    above = [r for r in range(start, tail) if found[r] == "data"][-20:]
    noted = [r for r in range(tail, len(found)) if found[r] == "note"]
    odd = bool(above) and any(_at_odds(view, r, above, apart=found[r - 1] == "blank") for r in scattered)
    return [r for r in scattered if odd or (noted and r > noted[0])]


def numbered(view: View, r: int, position: int | None) -> bool:
    """Say whether the row has a 序号 (and not, in its place, a sentence)."""
    if position not in view.anchors[r]:
        return False
    text = view.text(r, position)
    return not text or is_value(text)


def _sparse(view: View, r: int, position: int | None, width: int) -> bool:
    texts = view.texts(r)
    few = texts is not None and len(texts) <= min(max(1, width // 3), MOST_TEXTS)
    # A row beside a tall merge stands under what the merge says.
    under = any(merge[0] < r and filled(view.rows[merge[0]][merge[1]]) for merge in view.covered.get(r, {}).values())
    return few and width > 1 and not numbered(view, r, position) and not under


def _at_odds(view: View, r: int, above: list[int], apart: bool) -> bool:
    """Say whether a row holds a sentence, or words where the column has values, or a date where it has words.

    `apart`: a blank row sets it off.
    """
    for c in view.anchors[r]:
        text = outer(view.text(r, c))
        column = [view.rows[i][c] for i in above if view.rows[i][c] is not None]
        # A name can be long too, but has no punctuation, and others like it stand above.
        longest = max((len(str(cell)) for cell in column), default=0)
        if len(text) >= LONG and (apart or len(text) > 2 * longest or SENTENCE.search(text)):
            return True
        values = sum(not isinstance(cell, str) or is_value(cell) for cell in column)
        if values * 2 > len(column) if not is_value(text) else "年" in text and not values:
            return True
    return False
