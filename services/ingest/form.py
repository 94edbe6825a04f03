"""Whether a sheet is a form to fill in rather than a table: merged all over, with labels in most rows."""

from services.ingest.levels import paths, same_row
from services.ingest.view import View
from services.ingest.words import TITLE_ENDING, is_section, title_like
from services.text import header


def is_form(view: View, first: int, last: int) -> bool:
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
    if not title_like(text) or is_section(text):
        return False  # 事业单位 ends like a title
    return TITLE_ENDING.search(header(text)) is not None


def merged_share(view: View) -> float:
    """Give the share of the used area that lies in merges."""
    if not view.merges:
        return 0
    height = max(len(view), 1 + max(merge[2] for merge in view.merges.values()))
    width = max(view.columns[-1], max(merge[3] for merge in view.merges.values())) + 1 if view.columns else 1
    merged = sum((r2 - r1 + 1) * (c2 - c1 + 1) for r1, c1, r2, c2 in view.merges.values())
    return merged / (height * width)
