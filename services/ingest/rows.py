"""Which bucket each row of a sheet falls into (ledgers.md §6): every row into exactly one."""

from functools import cache

from services.ingest.blocks import block_titles
from services.ingest.grid import Cell
from services.ingest.guidance import is_guidance
from services.ingest.levels import same_row
from services.ingest.notes import notes_below, numbered
from services.ingest.view import View
from services.ingest.words import (
    COUNTED,
    NOTE,
    SAMPLE,
    TITLE_ENDING,
    is_ordinary,
    is_section,
    is_total,
    is_value,
    title_like,
)
from services.text import header, normal

BUCKETS = ("title", "header", "data", "section", "total", "note", "blank", "other")


class Buckets:
    """The bucket of every used row, and which rows look like a second, different header."""

    def __init__(self, view: View, header_rows: tuple[int, int] | None, position: int | None, width: int) -> None:
        """Sort the rows. `position`: the column of 序号; `width`: how many columns have a title."""
        self._view, self._position, self._width = view, position, width
        self.other_headers: list[int] = []
        self._data = 0
        self._ordinary = cache(lambda cell: not isinstance(cell, str) or is_ordinary(cell))
        self._ordinary_first = cache(self._begins)
        if header_rows is None:
            self.found = ["other" if anchors else "blank" for anchors in view.anchors]
            return
        self._header = range(header_rows[0], header_rows[1] + 1)
        self.found = ["title" if view.anchors[r] else "blank" for r in range(self._header.start)]
        self.found += ["header"] * len(self._header)
        self._headings = {normal(view.text(r, c)) for r in self._header for c in view.anchors[r][:1]}
        for r in range(self._header.stop, len(view)):
            bucket = "data" if self._data and self._plain(r) else self._bucket(r)
            self._data += bucket == "data"
            self.found.append(bucket)
        for r in block_titles(view, self.found, self._header):
            self.found[r] = "title"
        for r in notes_below(view, self.found, self._header.stop, position, width):
            self.found[r] = "note"

    def _plain(self, r: int) -> bool:
        """Say whether a row below others of data is data by its first two cells alone, as nearly all are."""
        anchors, row = self._view.anchors[r], self._view.rows[r]
        return len(anchors) > 2 and self._ordinary_first(row[anchors[0]]) and self._ordinary(row[anchors[1]])

    def _begins(self, cell: Cell) -> bool:
        """Say whether a row of data may begin with this cell: never with what a row of the header begins with."""
        return self._ordinary(cell) and not (isinstance(cell, str) and normal(cell) in self._headings)

    def _bucket(self, r: int) -> str:
        view, anchors = self._view, self._view.anchors[r]
        if not anchors or (len(anchors) == 1 and numbered(view, r, self._position)):
            return "blank"
        first = view.text(r, anchors[0])
        if any(same_row(view, r, each) for each in self._header):
            return "other"
        if is_total(first) or (len(anchors) > 1 and is_total(view.text(r, anchors[1]))):
            return "total"
        if NOTE.match(first.strip()) and self._only_labels(r):
            return "note" if self._data else "other"
        if self._section(r):
            return "section"
        if self._another_header(r):
            self.other_headers.append(r)
            return "other"
        if self._sample(r) or (not self._data and is_guidance(view, r)):
            return "other"
        return "data"

    def _only_labels(self, r: int) -> bool:
        texts = self._view.texts(r)
        return texts is not None and (len(texts) <= 2 or all(NOTE.match(t.strip()) or len(t) < 20 for t in texts[:8]))

    def _section(self, r: int) -> bool:
        anchors = self._view.anchors[r]
        if self._width < 3 or len(anchors) > 2:
            return False
        first = self._view.text(r, anchors[0])
        if len(anchors) == 2 and not COUNTED.fullmatch(normal(str(self._view.rows[r][anchors[1]]).removesuffix(".0"))):
            return False
        merge = self._view.merges.get((r, anchors[0]))
        # A tall merge is a value that holds for several rows, and those are data.
        tall = [*self._view.covered.get(r, {}).values(), *([merge] if merge else [])]
        if not first or any(each[0] < each[2] for each in tall):
            return False
        broad = merge is not None and merge[3] - merge[1] + 1 >= max(3, self._width / 2)
        return is_section(first) or (broad and len(first) <= 30 and not is_value(first) and r + 1 < len(self._view))

    def _another_header(self, r: int) -> bool:
        texts = self._view.texts(r)
        if texts is None or len(texts) < 3 or not any(TITLE_ENDING.search(header(text)) for text in texts[:2]):
            return False
        forms = {header(text) for text in texts if title_like(text)}
        sure = sum(TITLE_ENDING.search(form) is not None for form in forms)
        return len(forms) == len(texts) and sure >= 3 and sure * 5 >= len(forms) * 3

    def _sample(self, r: int) -> bool:
        return any(SAMPLE.fullmatch(normal(self._view.text(r, c))) for c in self._view.anchors[r][:2])
