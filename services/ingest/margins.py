"""The words of an .xlsx that stand in no cell: headers and footers of the page, text boxes, comments, sheet names."""

import html
import re
from collections.abc import Iterator

from services.ingest.package import Package, holds
from services.ingest.parts import tags

PRINTED = re.compile(rb"<(?:\w+:)?(?:odd|even|first)(?:Header|Footer)\b[^>]*>([^<]*)<")
# In a header: &L &C &R begin its three parts, &"宋体,常规" &12 &K000000 &B … say how the words look.
PARTS = re.compile("&[LCR]")
LOOK = re.compile(r'&(?:"[^"]*"|K[\dA-Fa-f+\-]{6}|[+\-]?\d+|[A-Z])')
PARAGRAPH = re.compile(rb"</?(?:\w+:)?(?:p|comment|text|div|title|v)\b[^>]*>")
TAG = re.compile(rb"<[^>]*>")
# Cells and how they look are read elsewhere; a theme has no words.
CELLS = ("xl/sharedstrings.xml", "xl/styles.xml", "xl/theme/", "xl/calcchain.xml")


def margins(package: Package) -> Iterator[str]:
    """Give these words, one text per sheet name, part of a header, or paragraph."""
    for tag in tags(b"sheet", package.part("xl/workbook.xml")):
        yield tag.get("name", "")
    for path in package.paths:
        if path.startswith("xl/worksheets/"):
            for printed in _printed(package.part(path)):
                yield from printed_parts(_text(printed))
        elif path.endswith((".xml", ".vml")) and not path.startswith(CELLS):
            yield from (_text(TAG.sub(b"", part)) for part in PARAGRAPH.split(package.part(path)))


def _printed(xml: bytes) -> list[bytes]:
    """Give the headers and footers of a sheet: from the first place where one of the words stands, mostly its end."""
    places = [xml.find(word) for word in (b"Header", b"Footer") if holds(xml, word)]
    return PRINTED.findall(xml, max(xml.rfind(b"<", 0, min(places)), 0)) if places else []


def printed_parts(header: str) -> list[str]:
    """Give the words of a page's header or footer, left, middle and right, without how they look."""
    return [LOOK.sub("", part) for part in PARTS.split(header)]


def _text(xml: bytes) -> str:
    return html.unescape(xml.decode("utf-8", "replace"))
