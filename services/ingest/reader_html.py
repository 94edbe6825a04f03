"""Read an .xls that is really a web page with tables, as many systems export it."""

import re
from html.parser import HTMLParser

from services.ingest.classified import unclassified
from services.ingest.encoding import decoded
from services.ingest.grid import Sheet, Workbook
from services.ingest.limits import SHEETS, too_many_sheets
from services.ingest.margins import spoken
from services.ingest.sniff import truncated
from services.ingest.spans import Spread


def parse(content: bytes) -> Workbook:
    """Give one sheet per table that is not inside another, every cell text; raises Refused past the limits."""
    text = decoded(content)
    unclassified(spoken(text))
    page = _Page()
    page.feed(text)
    page.close()
    # Who closes cells closes the last one, too.
    if page.in_a_cell and re.search("</t[dh]", text, re.IGNORECASE):
        raise truncated()
    page.end_cell()
    return Workbook(
        tuple(
            Sheet(f"表{number}", True, table.padded(), tuple(table.merges), typed=False)
            for number, table in enumerate(page.tables, 1)
        )
    )


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tables: list[Spread] = []
        self._depth = 0
        self._hidden = 0
        self._text: list[str] | None = None
        self._span = (1, 1)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self._depth += 1
            if self._depth == 1:
                self.tables.append(Spread())
                if len(self.tables) > SHEETS:
                    raise too_many_sheets()
        elif tag in ("script", "style"):
            self._hidden += 1
        elif self._depth == 1 and tag == "tr":
            self.end_cell()
            self.tables[-1].row()
        elif self._depth == 1 and tag in ("td", "th"):
            self.end_cell()
            self._text = []
            self._span = (_count(attrs, "colspan"), _count(attrs, "rowspan"))
        elif tag == "br" and self._text is not None:
            self._text.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == "table" and self._depth:
            if self._depth == 1:
                self.end_cell()
            self._depth -= 1
        elif tag in ("script", "style") and self._hidden:
            self._hidden -= 1
        elif self._depth == 1 and tag in ("td", "th", "tr"):
            self.end_cell()

    def handle_data(self, data: str) -> None:
        if self._text is not None and not self._hidden:
            self._text.append(re.sub(r"[ \t\r\n]+", " ", data))

    @property
    def in_a_cell(self) -> bool:
        """Whether a cell is open."""
        return self._text is not None

    def end_cell(self) -> None:
        """Lay the open cell, if there is one."""
        if self._text is not None:
            across, down = self._span
            self.tables[-1].cell("".join(self._text).strip() or None, across, down)
            self._text = None


def _count(attrs: list[tuple[str, str | None]], name: str) -> int:
    text = dict(attrs).get(name) or "1"
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else 1
