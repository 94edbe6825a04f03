"""Which rows are the header of a sheet, from the sheet alone or with the headers of known ledgers."""

from collections.abc import Collection, Sequence

from services.ingest.levels import paths, same_row
from services.ingest.view import View
from services.ingest.words import POSITION, SHEET_TITLE, TITLE_ENDING, YEAR, is_label, is_value, title_like
from services.text import header

# A header stands near the top; how far below a candidate the cells are looked at.
HEAD, LOOK = 60, 10
MOST_ROWS = 4


def find_header(view: View, known: Collection[str] = ()) -> tuple[int, int] | None:
    """Give the first and last header row, 0-based, or None. `known`: header forms that are surely titles."""
    if len(view.columns) == 1:
        return _single_column(view)
    rows = range(min(len(view), HEAD))
    # A row of surely known titles is the header, however many better ones (a second table) follow.
    best = next((r for r in rows if _certain(view, r, known)), None)
    if best is None:
        scores = [_score(view, r, known) for r in rows]
        if not scores or max(scores) <= 0:
            return None
        best = scores.index(max(scores))
    first = last = best
    while first > 0 and last - first < MOST_ROWS - 1 and _one_header(view, first - 1):
        first -= 1
    while last + 1 < len(view) and last - first < MOST_ROWS - 1 and _one_header(view, last):
        last += 1
    return None if _is_form(view, first, last) else (first, last)


def _single_column(view: View) -> tuple[int, int] | None:
    used = [r for r in range(len(view)) if view.anchors[r]]
    return (used[0], used[0]) if len(used) > 1 and title_like(view.text(used[0], view.columns[0])) else None


def _sure(text: str, known: Collection[str]) -> bool:
    form = header(text)
    return title_like(text) and (form in known or form.lower() in POSITION or TITLE_ENDING.search(form) is not None)


def _certain(view: View, r: int, known: Collection[str]) -> bool:
    anchors = view.anchors[r]
    sure = {header(view.text(r, c)) for c in anchors if _sure(view.text(r, c), known)}
    return len(sure) >= 3 and len(sure) * 5 >= len(anchors) * 3


def _score(view: View, r: int, known: Collection[str]) -> float:
    """How much a row looks like titles of columns: words, known words, and values below them that are no words."""
    anchors = view.anchors[r]
    if len(anchors) < 2 or not view.text(r, anchors[0]) or sum(title_like(view.text(r, c)) for c in anchors) < 2:
        return 0
    seen: set[str] = set()
    score = 0.0
    for c in anchors:
        text = view.text(r, c)
        form = header(text)
        if not text:
            score += 0.5 if YEAR.fullmatch(str(view.rows[r][c]).removesuffix(".0")) else -1
        elif form in seen:
            score -= 1
        elif not title_like(text):
            score -= 2 if is_label(text) else 1
        else:
            score += (2 if _sure(text, known) else 1) + _typed_below(view, r, c)
        seen.add(form)
    return score


def _typed_below(view: View, r: int, c: int) -> int:
    below = [view.rows[i][c] for i in range(r + 1, min(r + 1 + LOOK, len(view))) if view.has(i, c)]
    typed = [not isinstance(cell, str) or is_value(cell) for cell in below]
    return int(sum(typed) * 2 > len(typed) and typed[0])


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


def _is_form(view: View, first: int, last: int) -> bool:
    """Say whether what looks like a header is the top of a form: merged all over, labels in most rows."""
    if merged_share(view) <= 0.4:
        return False
    rows = range(first, last + 1)
    if len({path for path in paths(view, first, last, view.columns[-1] + 1) if path}) < 3:
        return True
    below = [r for r in range(last + 1, len(view)) if view.anchors[r] and not any(same_row(view, r, h) for h in rows)]
    labelled = [r for r in below if any(_is_title_word(view.text(r, c)) for c in view.anchors[r])]
    return len(labelled) * 2 > len(below) > 0


def _is_title_word(text: str) -> bool:
    return bool(text) and title_like(text) and TITLE_ENDING.search(header(text)) is not None


def merged_share(view: View) -> float:
    """Give the share of the used area that lies in merges."""
    if not view.merges:
        return 0
    height = max(len(view), 1 + max(merge[2] for merge in view.merges.values()))
    width = max(view.columns[-1], max(merge[3] for merge in view.merges.values())) + 1 if view.columns else 1
    merged = sum((r2 - r1 + 1) * (c2 - c1 + 1) for r1, c1, r2, c2 in view.merges.values())
    return merged / (height * width)
