"""Which rows are the header of a sheet, from the sheet alone or with the headers of known ledgers."""

from collections.abc import Collection, Sequence

from services.ingest.form import is_form
from services.ingest.levels import same_row
from services.ingest.titles import certain, is_word, mostly, score
from services.ingest.view import View
from services.ingest.words import SHEET_TITLE, title_like
from services.text import header

# A header stands near the top.
HEAD = 60
MOST_ROWS = 4
# Two rows of one table have at least this share of their columns in common.
BROAD = 0.75


def find_header(view: View, known: Collection[str] = ()) -> tuple[int, int] | None:
    """Give the first and last header row, 0-based, or None. `known`: header forms that are surely titles."""
    if len(view.columns) == 1:
        return _single_column(view)
    rows = range(min(len(view), HEAD))
    best = _first_certain(view, rows, known)
    if best is None:
        scores = [score(view, r, known) for r in rows]
        if not scores or max(scores) <= 0:
            return None
        highest = scores.index(max(scores))
        repeated = (r for r in range(highest) if same_row(view, r, highest))
        best = _topmost(view, next(repeated, highest))
        if best is None:
            return None
    first = last = best
    while first > 0 and last - first < MOST_ROWS - 1 and _one_header(view, first - 1):
        first -= 1
    while last + 1 < len(view) and last - first < MOST_ROWS - 1 and _one_header(view, last):
        last += 1
    return None if is_form(view, first, last) else (first, last)


def _single_column(view: View) -> tuple[int, int] | None:
    used = [r for r in range(len(view)) if view.anchors[r]]
    return (used[0], used[0]) if len(used) > 1 and title_like(view.text(used[0], view.columns[0])) else None


def _first_certain(view: View, rows: range, known: Collection[str]) -> int | None:
    """Give the first row of surely known titles, however many better ones (a second table) follow.

    One with a broader such row right below has no data: it is a fill-in line (单位名称 | | 联系人 | |).
    """
    best = next((r for r in rows if certain(view, r, known)), None)
    while best is not None:
        below = next((r for r in rows[best + 1 :] if view.anchors[r]), best)
        if len(view.anchors[below]) <= len(view.anchors[best]) or not certain(view, below, known):
            break
        best = below
    return best


def _topmost(view: View, best: int) -> int | None:
    """Give the first of the rows as broad as this one right above it: a table has its titles on top.

    None where the rows have values even there: the table has no titles.
    """
    columns, top = set(view.anchors[best]), best
    while top > 0 and len(columns.intersection(view.anchors[top - 1])) >= len(columns) * BROAD:
        top -= 1
    if top < best and mostly(title_like, view, top):
        return top
    opening = top < best and not any(view.anchors[:top])
    return best if not opening and mostly(is_word, view, best) else None


def _one_header(view: View, r: int) -> bool:
    """Say whether rows r and r + 1 are two levels of one header."""
    upper, lower = view.anchors[r], view.anchors[r + 1]
    if not upper or not lower or not _all_titles(view, r + 1):
        return False
    if not _all_titles(view, r) or _is_title(view, r):
        return False
    if view.joined_below(r):
        return True
    if any(view.across(r, c) > c for c in upper):
        return _under(view, r, lower)
    return len(upper) > 1 and _complete_each_other(view, upper, lower)


def _all_titles(view: View, r: int) -> bool:
    return all(title_like(view.text(r, c)) for c in view.anchors[r])


def _is_title(view: View, r: int) -> bool:
    """Say whether a row is the sheet's title although it reads like titles of columns."""
    if r and view.joined_below(r - 1):
        return False  # the middle of a header
    anchors = view.anchors[r]
    first, half = anchors[0] == view.columns[0], len(view.columns) / 2
    alone = len(anchors) == 1 and (first or view.across(r, anchors[0]) - anchors[0] + 1 >= half)
    return alone or any(SHEET_TITLE.search(header(view.text(r, c))) for c in anchors if view.across(r, c) > c)


def _under(view: View, r: int, lower: Sequence[int]) -> bool:
    """Say whether the lower row divides a group, and has nothing below single titles of the upper row."""
    upper = view.anchors[r]
    groups = [range(c, view.across(r, c) + 1) for c in upper if view.across(r, c) > c]
    under = {c for group in groups for c in group}
    divided = any(sum(c in group for c in lower) > 1 for group in groups)
    return divided and all(c in under or c not in upper for c in lower)


def _complete_each_other(view: View, upper: Sequence[int], lower: Sequence[int]) -> bool:
    """Say whether two rows without merges are two header levels: the lower fills what a group leaves blank."""
    ends = [*upper[1:], view.columns[-1] + 1]
    spans = [set(range(c, end)) for c, end in zip(upper, ends, strict=True) if end > c + 1]
    under = [len(span.intersection(lower)) for span in spans]
    alone = [c for c in upper if c not in lower]
    return bool(alone) and max(under, default=0) > 1 and sum(under) == len(lower)
