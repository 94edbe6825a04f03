"""The words of a file that stand in no cell: headers and footers of the page, text boxes, comments, properties."""

import html
import re
from collections.abc import Iterator

from services.ingest.package import Package, holds

PRINTED = re.compile(rb"<(?:\w+:)?(?:odd|even|first)(?:Header|Footer)\b[^<>]*>([^<]*)<")
# In a header: &L &C &R begin its three parts, &"宋体,常规" &12 &K000000 &B … say how the words look.
PARTS = re.compile("&[LCR]")
LOOK = re.compile(r'&(?:"[^"]*"|K[\dA-Fa-f+\-]{6}|[+\-]?\d+|[A-Z])')
# What ends a paragraph: in a drawing, a comment, the properties of a file, a web page.
PARAGRAPH = re.compile(
    r"</?(?:\w+:)?(?:p|comment|text|v|keywords|subject|description|category|creator|lpwstr|author|data"
    r"|div|title|body|table|t[dhr]|h\d|li|br)\b[^<>]*>",
    re.IGNORECASE,
)
TAG = re.compile("<[^<>]*>")
VALUE = re.compile("=\\s*(?:\"([^\"<]*)\"|'([^'<]*)')")
UTF16 = (b"\xff\xfe", b"\xfe\xff")
# No mark is without one of these, as itself or as the number of a letter.
LETTERS = ("密", "&#")
IN_BYTES = tuple(letter.encode() for letter in LETTERS)
CELLS = "xl/sharedstrings.xml"


def margins(package: Package) -> Iterator[str]:
    """Give these words of an .xlsx, one text per part of a header, paragraph, or attribute."""
    for path in package.paths:
        if path.startswith("xl/worksheets/"):
            for printed in _printed(package.part(path)):
                yield from printed_parts(html.unescape(printed.decode("utf-8", "replace")))
        elif path.endswith((".xml", ".vml")) and path != CELLS:
            yield from spoken(_text(package.part(path)))


def spoken(markup: str) -> Iterator[str]:
    """Give those paragraphs and attributes of a page or a part in which a mark may stand."""
    if not _hopeful(markup):
        return
    for piece in filter(_hopeful, PARAGRAPH.split(markup)):
        yield from printed_parts(html.unescape(TAG.sub("", piece)))
    for double, single in VALUE.findall(markup):
        if _hopeful(double or single):
            yield from printed_parts(html.unescape(double or single))


def printed_parts(header: str) -> list[str]:
    """Give the words of a page's header or footer, left, middle and right, without how they look."""
    return [LOOK.sub("", part) for part in PARTS.split(header)]


def _printed(xml: bytes) -> list[bytes]:
    """Give the headers and footers of a sheet: from the first place where one of the words stands, mostly its end."""
    places = [xml.find(word) for word in (b"Header", b"Footer") if holds(xml, word)]
    return PRINTED.findall(xml, max(xml.rfind(b"<", 0, min(places)), 0)) if places else []


def _hopeful(text: str) -> bool:
    return any(letter in text for letter in LETTERS)


def _text(part: bytes) -> str:
    if part.startswith(UTF16):
        return part.decode("utf-16", "replace")
    return part.decode("utf-8", "replace") if holds(part, *IN_BYTES) else ""
