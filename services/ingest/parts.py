"""Where the parts of an .xlsx are, and the little of workbook.xml and styles.xml that matters here."""

import html
import posixpath
import re
from functools import cached_property

from services.ingest.formats import BUILT_IN, two_decimals
from services.ingest.package import Package, inconsistent

ATTRIBUTE = re.compile(rb"(?<![\w:])([\w:]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")


def attributes(tag: bytes) -> dict[str, str]:
    """Give the attributes of a tag by local name (r:id is "id")."""
    found = ATTRIBUTE.findall(tag)
    return {
        name.rpartition(b":")[2].decode(): html.unescape((double or single).decode("utf-8", "replace"))
        for name, double, single in found
    }


def tags(name: bytes, xml: bytes) -> list[dict[str, str]]:
    """Give the attributes of every tag of this local name."""
    return [attributes(tag) for tag in re.findall(rb"<(?:\w+:)?" + name + rb"\s[^<>]*>", xml)]


class Parts:
    """The parts of one package."""

    def __init__(self, package: Package) -> None:
        """Read which sheet is which part."""
        self._package = package
        book = package.part("xl/workbook.xml")
        targets = {
            tag.get("Id"): tag.get("Target", "")
            for tag in tags(b"Relationship", package.part("xl/_rels/workbook.xml.rels"))
        }
        sheets = tags(b"sheet", book)
        self._paths = {tag.get("name", ""): targets.get(tag.get("id"), "") for tag in sheets}
        if len(self._paths) < len(sheets):
            raise inconsistent()
        self.date1904 = any(tag.get("date1904") in ("1", "true") for tag in tags(b"workbookPr", book))

    def sheet(self, name: str) -> bytes:
        """Give a sheet's XML, b"" where it cannot be found."""
        target = self._paths.get(name, "").replace("\\", "/")
        path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")
        return self._package.part(path)

    @cached_property
    def two_decimal_styles(self) -> frozenset[int]:
        """Give the cell styles that show a number with two decimals."""
        xml = self._package.part("xl/styles.xml")
        codes = {int(tag["numFmtId"]): tag.get("formatCode", "") for tag in tags(b"numFmt", xml) if _whole(tag)}
        formats = re.search(rb"<(?:\w+:)?cellXfs\b.*?</(?:\w+:)?cellXfs>", xml, re.DOTALL)
        styles = tags(b"xf", formats[0]) if formats else []
        shown = {**BUILT_IN, **codes}
        return frozenset(
            index
            for index, tag in enumerate(styles)
            if _whole(tag) and two_decimals(shown.get(int(tag["numFmtId"]), ""))
        )


def _whole(tag: dict[str, str]) -> bool:
    return tag.get("numFmtId", "").isascii() and tag.get("numFmtId", "").isdigit() and len(tag["numFmtId"]) < 10
