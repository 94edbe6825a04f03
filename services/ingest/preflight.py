"""What is dangerous in the XML of an .xlsx, found before any reader opens it."""

import re

from services.errors import Refused
from services.ingest import limits
from services.ingest.grid import column_number
from services.ingest.package import Package, holds, inconsistent

# A reference right of column SE or below row 99,999, whose cell is not merely formatted: a dense reader would
# ask for memory up to that corner.
FAR = re.compile(
    rb' r=["\'](?:([A-Z]{3,}|S[F-Z]|[T-Z][A-Z])(\d+)|([A-Z]{1,2})(\d{6,}))["\'][^<>]{0,200}(?<!/)>(?!</(?:\w+:)?c>)'
)
SHEET = re.compile(rb"<(?:\w+:)?sheet\s")
MERGE = re.compile(rb"<(?:\w+:)?mergeCell\s")
ENCODING = re.compile(rb"[^>]*?\bencoding\s*=\s*[\"']([^\"']*)")
UNICODE = (b"utf-8", b"utf-16", b"us-ascii", b"ascii")
PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".emf", ".wmf", ".svg")
DECLARED = re.compile(rb'\b(?:uniqueCount|count)\s*=\s*["\'](\d+)["\']')
# What a reader may set aside for so many declared strings without harm.
STRINGS = 1_000_000


def preflight(package: Package) -> None:
    """Look through every XML part; raises Refused for entities, far cells, lying counts and too much of anything."""
    sheets = []
    for path in package.paths:
        xml = b"" if path.endswith(PICTURES) else package.part(path)
        # A part is what its content says: a relation may call a sheet whatever it likes.
        if xml.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \r\n\t").startswith(b"<"):
            _no_entities(xml)
            _unicode(xml)
            if b"<sst" in xml[:2_000] or b":sst" in xml[:2_000]:
                _honest(xml)
            if b"sheetData" in xml:
                sheets.append(xml)
    if len(SHEET.findall(package.part("xl/workbook.xml"))) > limits.SHEETS:
        raise limits.too_many_sheets()
    cells = merges = 0
    for xml in sheets:
        _near(xml)
        cells += xml.count(b"</v>") or xml.count(b":v>") // 2
        cells += (xml.count(b"</is>") or xml.count(b":is>") // 2) if holds(xml, b"is>") else 0
        merges += len(MERGE.findall(xml)) if holds(xml, b"mergeCell") else 0
    if cells > limits.CELLS:
        raise limits.too_many_cells()
    if merges > limits.MERGES:
        raise limits.too_many_merges()


def _no_entities(xml: bytes) -> None:
    if xml[:4].count(0) or xml.startswith((b"\xff\xfe", b"\xfe\xff")):
        xml = xml.replace(b"\0", b"")  # UTF-16: what is left of Latin text is ASCII
    if holds(xml, b"<!DOCTYPE", b"<!ENTITY"):
        raise Refused("unsafe_xml", "文件含有实体定义，存在安全风险，不予读取，请用 Excel 另存后再传。")


def _unicode(xml: bytes) -> None:
    declared = ENCODING.match(xml[:200])
    if declared and declared[1].lower() not in UNICODE:
        raise inconsistent()


def _honest(xml: bytes) -> None:
    head = xml[: xml.find(b">", xml.find(b"sst")) + 1]
    declared = max((int(number[:20]) for number in DECLARED.findall(head)), default=0)
    if declared > max(STRINGS, len(xml)):
        raise inconsistent()


def _near(xml: bytes) -> None:
    for wide, _, _, row in FAR.findall(xml):
        if wide and column_number(wide[:8].decode()) >= limits.COLUMNS:
            raise limits.too_many_columns()
        if not wide and int(row[:12]) > limits.ROWS:
            raise limits.too_many_rows()
