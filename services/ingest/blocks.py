"""Tables stacked on one sheet under the same header: what stands above a repeated header is that block's title."""

from services.ingest.view import View
from services.text import normal


def block_titles(view: View, found: list[str], header: range) -> list[int]:
    """Give the rows right above a repeated or second header that are no data.

    These are rows that begin like those above the first header, or else a single text that heads no section.
    `found` are the buckets so far, `header` the rows of the first header.
    """
    heads = {_opening(view, r) for r in range(header.start)} - {""}
    titles = []
    for below in [r for r, bucket in enumerate(found) if bucket == "other"]:
        above = []
        r = below - 1
        while r >= header.stop and (found[r] in ("blank", "note") or _opening(view, r) in heads):
            above += [r] if _opening(view, r) in heads else []
            r -= 1
        if not above and r >= header.stop and found[r] == "data" and len(view.anchors[r]) == 1 and _opening(view, r):
            above.append(r)
        titles += above
    return titles


def _opening(view: View, r: int) -> str:
    """Give the form of the text that a row begins with, "" for none."""
    anchors = view.anchors[r]
    return normal(view.text(r, anchors[0])) if anchors else ""
