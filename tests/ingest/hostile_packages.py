"""Packages and XML parts that mean harm or are merely odd, each with the refusal or the reading it must give."""

import zipfile

from tests.ingest import hostile as h
from tests.ingest.hostile import MB, Content, Expected, book, late, of, strings
from tests.sheets import UNITS, xlsx

SHEET, BOOK, RELS, STRINGS, STYLES = h.SHEET, h.BOOK, h.BOOK_RELS, h.STRINGS, h.STYLES
WHOLE = xlsx(*UNITS)


def over() -> bytes:
    return b"<" + b" " * (101 * MB) + b">"


def deep() -> bytes:
    inner = h.packed({"a.bin": bytes(5 * MB)})
    for _ in range(5):
        inner = h.packed([(f"{n}.zip", inner) for n in range(8)])
    return inner


PACKAGES: dict[str, tuple[Content, Expected]] = {
    "ordinary": (book(), h.READ),
    "stored, not deflated": (lambda: h.packed(h.parts(), zipfile.ZIP_STORED), h.READ),
    "empty zip": (lambda: b"PK\x05\x06" + bytes(18), "not_a_table"),
    "nothing in the directory": (lambda: h.xlsx() + b"PK\x05\x06" + bytes(18), "not_a_table"),
    "zip of a text": (lambda: h.packed({"a.txt": "单位"}), "not_a_table"),
    "zips within zips": (deep, "not_a_table"),
    "huge picture": (late(lambda: book({"xl/media/a.png": bytes(101 * MB)})), "bomb"),
    "huge sheet": (late(lambda: book({SHEET: over()})), "bomb"),
    "huge styles": (late(lambda: book({STYLES: over()})), "bomb"),
    "3000 members": (book({f"xl/media/{n}.png": b"" for n in range(3_000)}), "damaged"),
    "encrypted member": (lambda: h.forged(h.xlsx(), SHEET, flag=1), "encrypted"),
    "packed by LZMA": (lambda: h.packed(h.parts(), zipfile.ZIP_LZMA), "damaged"),
    "unknown compression": (lambda: h.forged(h.xlsx(), SHEET, method=99), "damaged"),
    "size too small": (lambda: h.forged(h.xlsx(), SHEET, size=5), "damaged"),
    "size of 4 GB": (lambda: h.forged(h.xlsx(), SHEET, size=0xFFFFFFFE), "bomb"),
    "size of a bomb hidden": (lambda: h.forged(h.xlsx({SHEET: over()}), SHEET, size=900), "damaged"),
    "wrong checksum": (lambda: h.forged(h.xlsx(), SHEET, crc=1), "damaged"),
    "zip64 marks without zip64": (lambda: h.forged(h.xlsx(), SHEET, size=0xFFFFFFFF, packed=0xFFFFFFFF), "bomb"),
    "same name twice": (lambda: h.packed([*h.parts().items(), (SHEET, h.sheet())]), "damaged"),
    "same name in capitals": (book({SHEET.upper(): h.sheet()}), "damaged"),
    "same name with a backslash": (book({SHEET.replace("/", "\\"): h.sheet()}), "damaged"),
    "climbing name": (book({"../../etc/a.xml": "<a/>"}), "damaged"),
    "absolute name": (book({"/etc/passwd": "x"}), "damaged"),
    "name with a drive": (book({"C:/a.xml": "<a/>"}), "damaged"),
    "junk after the end": (lambda: h.xlsx() + b"junk" * 20, h.READ),
    "junk before the start": (lambda: b"\0\1junk" * 9 + h.xlsx(), "not_a_table"),
    "cut in the first member": (lambda: WHOLE[:60], "truncated"),
    "cut in the middle": (lambda: WHOLE[: len(WHOLE) // 2], "truncated"),
    "cut in the directory": (lambda: WHOLE[:-100], "truncated"),
    "cut in the last record": (lambda: WHOLE[:-5], "truncated"),
    "overwritten middle": (lambda: WHOLE[:900] + b"\xff" * 300 + WHOLE[1200:], "damaged"),
}
MARKUP: dict[str, tuple[Content, Expected]] = {
    **{
        f"entity in {path}": (book({path: part.replace("?>", f"?>{h.DOCTYPE}", 1)}), "unsafe_xml")
        for path, part in {
            SHEET: h.sheet(), BOOK: h.workbook()[BOOK], RELS: h.workbook()[RELS], STRINGS: strings()[STRINGS],
            STYLES: h.XML + "<a/>", "docProps/app.xml": h.XML + "<a/>", "xl/comments1.xml": h.XML + "<a/>",
            "xl/drawings/vmlDrawing1.vml": h.XML + "<a/>", "xl/worksheets/sheet1.weird": h.XML + "<a/>",
        }.items()
    },
    "billion laughs": (
        book({SHEET: h.sheet().replace("?>", f"?>{h.LAUGHS}").replace("市财政局", "&a9;")}), "unsafe_xml",
    ),
    "entity from a file": (
        book({SHEET: h.XML + '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'}), "unsafe_xml",
    ),
    "parameter entity": (
        book({STYLES: h.XML + '<!DOCTYPE a [<!ENTITY % p SYSTEM "http://x.invalid/">%p;]><a/>'}), "unsafe_xml",
    ),
    "entity in UTF-16": (book({STYLES: (h.DOCTYPE + "<a/>").encode("utf-16")}), "unsafe_xml"),
    "entity in UTF-16 without a mark": (book({STYLES: (h.DOCTYPE + "<a/>").encode("utf-16-be")}), "unsafe_xml"),
    "entity after blanks": (
        book({SHEET: " \n" * 200 + h.DOCTYPE + h.sheet().removeprefix(h.XML)}), "unsafe_xml",
    ),
    "declared as UTF-7": (book({SHEET: h.sheet().replace("UTF-8", "UTF-7")}), "damaged"),
    "declared as GBK": (book({SHEET: h.sheet().replace("UTF-8", "GBK").encode("gbk")}), "damaged"),
    "CDATA": (book({SHEET: h.sheet().replace("市财政局", "<![CDATA[市财政局]]>")}), h.READ),
    "comments between": (book({SHEET: h.sheet().replace("<row", "<!-- a --><row")}), h.READ),
    "million levels": (book({SHEET: h.sheet("<a>" * 1_000_000)}), ("damaged", "empty")),
    "attribute without end": (
        book({RELS: h.workbook()[RELS].replace("<Relationship ", f"<Relationship {'a' * 1_000_000} ", 1)}), "damaged",
    ),
    "references without end": (late(lambda: book({STYLES: ' r="A999999"' * 1_000_000, SHEET: h.sheet()
                                                   + ' r="A999999"' * 500_000})), ...),
    "unclosed cells": (book({SHEET: h.sheet("<row>" + "<c>" * 200_000)}), "damaged"),
    "attribute of 30 MB": (
        late(lambda: of(h.ROW + h.DATA, before=f'<sheetPr x="{"甲" * 10_000_000}"/>')), h.READ,
    ),
    "NUL in a text": (book({SHEET: h.sheet().replace("市财政局", "市\0财政局")}), ...),
    "broken UTF-8": (book({SHEET: h.sheet().encode().replace("政".encode(), b"\xe6\x94")}), ...),
    "unknown entity": (book({SHEET: h.sheet().replace("市财政局", "&nbsp;")}), ...),
    "not XML at all": (book({SHEET: b"\x00\x01\x02" * 100}), ...),
    "ends in a tag": (book({SHEET: h.sheet()[:-60]}), ...),
    "script in a comment": (book({"xl/comments1.xml": "<a><t>=cmd|' /C calc'!A0</t></a>"}), h.READ),
}  # fmt: skip
