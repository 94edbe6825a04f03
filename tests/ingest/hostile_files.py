"""Some two hundred files that mean harm or are merely odd, each with the refusal or the reading it must give."""

import base64
import gzip
import zipfile
from collections.abc import Callable
from functools import partial
from typing import Any

from services.ingest.grid import CellError, Uncached
from tests.ingest import hostile as h
from tests.sheets import UNITS, xlsx

# A refusal code; or the first rows of the first sheet; or ... for any workbook (what the file says hardly matters).
Expected = Any
Content = Callable[[], bytes]
MB = 2**20
SHEET, BOOK, RELS, STRINGS, STYLES = h.SHEET, h.BOOK, h.BOOK_RELS, h.STRINGS, h.STYLES
WHOLE = xlsx(*UNITS)


def late(made: Callable[[], Content]) -> Content:
    """Put off the making of a large file until it is asked for."""
    return lambda: made()()


def over() -> bytes:
    return b"<" + b" " * (101 * MB) + b">"


def book(*changes: h.Parts, without: tuple[str, ...] = ()) -> Content:
    return partial(h.xlsx, *changes, without=without)


def of(cells: str, before: str = "", after: str = "") -> Content:
    return book({SHEET: h.sheet(cells, before, after)})


def merged(*places: str) -> Content:
    tags = "".join(f'<mergeCell ref="{place}"/>' for place in places)
    return of(h.ROW + h.DATA, after=f"<mergeCells>{tags}</mergeCells>")


def one(at: str, text: str = "<v>1</v>", more: str = "") -> str:
    return f"{h.ROW}<row{more}><c r='{at}'>{text}</c></row>"


def rows(content: str, encoding: str = "utf-8", times: int = 1) -> Content:
    return lambda: (content * times).encode(encoding)


def strings(count: str = "", items: str = "<si><t>甲</t></si>") -> dict[str, str]:
    return {STRINGS: f"{h.XML}<sst {h.MAIN} {count}>{items}</sst>", SHEET: h.value("<v>0</v>", ' t="s"')}


def many(count: int, more: str = "") -> dict[str, str | bytes]:
    sheets = {f"xl/worksheets/sheet{n}.xml": h.sheet() for n in range(1, count + 1)}
    return {**h.workbook([(f"表{n}", more) for n in range(1, count + 1)]), **sheets}


def page(table: str) -> Content:
    return rows(f"<html><body><table>{table}</table></body></html>")


def deep() -> bytes:
    inner = h.packed({"a.bin": bytes(5 * MB)})
    for _ in range(5):
        inner = h.packed([(f"{n}.zip", inner) for n in range(8)])
    return inner


def headed(text: Any) -> list[list[Any]]:
    return [["单位名称", "领域"], [text, None]]


PACKAGES: dict[str, tuple[Content, Expected]] = {
    "ordinary": (book(), h.READ),
    "stored, not deflated": (lambda: h.packed(h.parts(), zipfile.ZIP_STORED), h.READ),
    "empty zip": (lambda: b"PK\x05\x06" + bytes(18), "not_a_table"),
    "zip of a text": (lambda: h.packed({"a.txt": "单位"}), "not_a_table"),
    "zips within zips": (deep, "not_a_table"),
    "huge picture": (late(lambda: book({"xl/media/a.png": bytes(101 * MB)})), "bomb"),
    "huge sheet": (late(lambda: book({SHEET: over()})), "bomb"),
    "huge styles": (late(lambda: book({STYLES: over()})), "bomb"),
    "3000 members": (book({f"xl/media/{n}.png": b"" for n in range(3_000)}), "damaged"),
    "encrypted member": (lambda: h.forged(h.xlsx(), SHEET, flag=1), "encrypted"),
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
SHAPES: dict[str, tuple[Content, Expected]] = {
    "51 sheets": (book(many(51)), "too_many_sheets"),
    "50 sheets": (book(many(50)), h.READ),
    "no sheet": (book(h.workbook([])), "empty"),
    "two sheets of one name": (book(many(2), h.workbook([("表", ""), ("表", "")])), "damaged"),
    "only a chart sheet": (book(h.workbook(kind="chartsheet"), {"xl/chartsheets/sheet1.xml": "<a/>"}), "empty"),
    "very hidden": (book(h.workbook([("表", 'state="veryHidden"')])), h.READ),
    "odd sheet name": (book(h.workbook([("a&amp;b:*?[]/\\'" + "长" * 30, "")])), h.READ),
    "endless sheet name": (book(h.workbook([("长" * 70_000, "")])), "damaged"),
    "no relations": (book(without=(RELS,)), "damaged"),
    "no sheet part": (book(without=(SHEET,)), "damaged"),
    "no content types": (book(without=(h.TYPES,)), ...),
    "relation to the web": (
        book({RELS: h.workbook()[RELS].replace('Target="worksheets', 'TargetMode="External" Target="http://x.invalid')}),
        "damaged",
    ),
    "relation to a file": (
        book({RELS: h.workbook()[RELS].replace("worksheets/sheet1.xml", "../../../../etc/passwd")}), "damaged",
    ),
    "blank workbook": (of(""), "empty"),
    "far down": (of(one("A1048576")), "too_many_rows"),
    "far right": (of(one("XFD1")), "too_many_columns"),
    "far and only formatted": (of(one("XFD1048576", "")), ...),
    "beyond any sheet": (of(one("ZZZZZZ99999999")), "too_many_columns"),
    "endless reference": (of(one("A" * 70_000 + "1")), "too_many_columns"),
    "wide times long": (of(one("SF1") + one("A100000").replace(h.ROW, "")), ("too_many_cells", "damaged")),
    "vast dimension": (of(h.ROW + h.DATA, before='<dimension ref="A1:XFD1048576"/>'), h.READ),
    "100 300 rows": (
        late(lambda: of(h.ROW + "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(2, 100_301)))),
        "too_many_rows",
    ),
    "a million cells and one": (
        late(lambda: of(f"<row>{'<c><v>1</v></c>' * 100}</row>" * 10_001)), "too_many_cells",
    ),
    "hidden rows beyond any sheet": (late(lambda: of(h.ROW + h.DATA + '<row hidden="1"/>' * 400_000)), h.READ),
    "5001 merges": (merged(*(f"A{n}:B{n}" for n in range(3, 5_004))), "too_many_merges"),
    "merge of everything": (merged("A1:XFD1048576"), h.READ),
    "merges over each other": (merged("A1:B2", "A1:B2", "A2:B9"), h.READ),
    "merge upside down": (merged("B2:A1"), ...),
    "merge of nonsense": (merged("甲:乙"), ...),
    "strings claimed": (book(strings('count="4294967295" uniqueCount="4294967295"')), "damaged"),
    "strings claimed in many digits": (book(strings(f'uniqueCount="{"9" * 5000}"')), "damaged"),
    "string that is not there": (book(strings(), {SHEET: h.value("<v>99</v>", ' t="s"')}), "damaged"),
    "rows in disorder": (of(h.DATA + h.ROW), h.READ),
    "no row numbers": (of((h.ROW + h.DATA).replace(' r="', ' x="')), h.READ),
}  # fmt: skip
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
    "declared as UTF-7": (book({SHEET: h.sheet().replace("UTF-8", "UTF-7")}), "damaged"),
    "declared as GBK": (book({SHEET: h.sheet().replace("UTF-8", "GBK").encode("gbk")}), "damaged"),
    "CDATA": (book({SHEET: h.sheet().replace("市财政局", "<![CDATA[市财政局]]>")}), h.READ),
    "comments between": (book({SHEET: h.sheet().replace("<row", "<!-- a --><row")}), h.READ),
    "million levels": (book({SHEET: h.sheet("<a>" * 1_000_000)}), ("damaged", "empty")),
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
FORMATS: dict[str, tuple[Content, Expected]] = {
    "docx": (lambda: h.packed({h.TYPES: "<a/>", "word/document.xml": "<a/>"}), "not_a_table"),
    "pptx": (lambda: h.packed({h.TYPES: "<a/>", "ppt/presentation.xml": "<a/>"}), "not_a_table"),
    "odt": (lambda: h.packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}),
            "not_a_table"),
    "ods": (lambda: h.packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<a/>"}),
            "not_a_table"),
    "xlsb": (lambda: h.packed({h.TYPES: "<a/>", "xl/workbook.bin": b"\0"}), "not_a_table"),
    "pdf": (lambda: b"%PDF-1.7\n1 0 obj\n", "not_a_table"),
    "png": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(60), "not_a_table"),
    "jpg": (lambda: b"\xff\xd8\xff\xe0" + bytes(60), "not_a_table"),
    "gif": (lambda: b"GIF89a" + bytes(60), "not_a_table"),
    "rar": (lambda: b"Rar!\x1a\x07\x00" + bytes(60), "not_a_table"),
    "7z": (lambda: b"7z\xbc\xaf\x27\x1c" + bytes(60), "not_a_table"),
    "gz": (lambda: gzip.compress(b"a,b\n1,2\n"), "not_a_table"),
    "exe": (lambda: b"MZ\x90\0" + bytes(60), "not_a_table"),
    "sqlite": (lambda: b"SQLite format 3\0" + bytes(100), "not_a_table"),
    "rtf": (rows("{\\rtf1 a,b}"), "not_a_table"),
    "json": (rows('[{"单位": "甲", "领域": "机关"}]'), "not_a_table"),
    "eml": (rows("From: a@b.c\nTo: d@e.f\nMIME-Version: 1.0\nSubject: 台账\n\n正文,一\n"), "not_a_table"),
    "mht": (rows('MIME-Version: 1.0\nContent-Type: multipart/related; boundary="a"\n\n<table>'), "web_archive"),
    "sign-in page": (rows("<html><form><input name=u><input type='password'></form></html>"), "login_page"),
    "web page": (rows("<!doctype html><html><body><p>你好</p></body></html>"), "not_a_table"),
    "svg": (rows("<svg xmlns='http://www.w3.org/2000/svg'/>"), "not_a_table"),
    "lots of inputs": (rows("<html>" + "<input" * 10, times=100_000), ("damaged", "not_a_table")),
    "nothing": (lambda: b"", "empty"),
    "one byte": (lambda: b"\x01", "not_a_table"),
    "one letter": (lambda: b"a", "not_a_table"),
    "NULs only": (lambda: bytes(5_000), "empty"),
    "blanks only": (lambda: b"\r\n\t " * 50, "empty"),
    "UTF-8 mark only": (lambda: b"\xef\xbb\xbf", "empty"),
    "UTF-16 mark only": (lambda: b"\xff\xfe", "empty"),
    "21 MB": (lambda: b"a,b\n" * (21 * MB // 4), "too_large"),
    "noise": (lambda: base64.b85decode(b"VPa!s" * 400)[:1999] + bytes(range(256)) * 4, ("not_a_table", "encoding")),
    "table over everything": (page(f"<tr><td rowspan={10**6} colspan={10**6}>甲</td></tr>"), [["甲"]]),
    "table with long spans": (page("<tr>" + "<td rowspan=1000000>甲</td>" * 400 + "</tr><tr><td>乙</td></tr>"), ...),
    "tables within tables": (rows("<table>" * 200_000 + "<tr><td>甲<td>乙"), ("empty", "damaged")),
    "a million tables": (rows("<table>", times=1_000_000), ("empty", "damaged")),
    "500 000 tables of a cell": (rows("<table><tr><td>甲</table>", times=500_000), "too_many_sheets"),
    "2003 XML with an entity": (rows(f'{h.XML}{h.DOCTYPE}<Workbook xmlns="{h.SS}"/>'), "unsafe_xml"),
    "2003 XML cut short": (rows(f'{h.XML}<Workbook xmlns="{h.SS}"><Worksheet>'), "damaged"),
    "2003 XML far away": (
        rows(f'{h.XML}<Workbook xmlns="{h.SS}" xmlns:ss="{h.SS}"><Worksheet><Table><Row ss:Index="9999999">'
             "<Cell><Data>1</Data></Cell></Row></Table></Worksheet></Workbook>"), "too_many_rows",
    ),
}  # fmt: skip
TEXTS = ("单位名称", "领域", "市财政局")
OLD = h.biff8(h.label(0, 0, 0), h.label(0, 1, 1), h.label(1, 0, 2), strings=TEXTS)
OLD_READ = [["单位名称", "领域"], ["市财政局", None]]
CONTAINER = h.ole({"Workbook": OLD})
BINARY: dict[str, tuple[Content, Expected]] = {
    "ordinary xls": (lambda: CONTAINER, OLD_READ),
    "xls without a container": (lambda: OLD, OLD_READ),
    "cut in the header": (lambda: CONTAINER[:300], ("truncated", "damaged")),
    "cut in the stream": (lambda: CONTAINER[:3_000], "truncated"),
    "header alone": (lambda: CONTAINER[:8], ("truncated", "damaged", "not_a_table")),
    "sectors in a circle": (lambda: h.ole({"Workbook": OLD}, loop=True), ...),
    "noise in the tables": (lambda: CONTAINER[:512] + b"\x01\0\0\0" * 128 + CONTAINER[1024:], ("damaged", "truncated")),
    "encrypted package": (lambda: h.ole({"EncryptionInfo": b"x", "EncryptedPackage": b"x"}), "encrypted"),
    "encrypted xls": (lambda: h.ole({"Workbook": OLD.replace(h.record(0x42, b"\xb0\x04"),
                                                             h.record(0x2F, bytes(54)))}), "encrypted"),
    "doc": (lambda: h.ole({"WordDocument": b"x", "1Table": b"x"}), "not_a_table"),
    "ppt": (lambda: h.ole({"PowerPoint Document": b"x"}), "not_a_table"),
    "msi": (lambda: h.ole({"䡀㬿䏲䐸䖱": b"x"}), "not_a_table"),
    "no such style": (lambda: h.ole({"Workbook": h.biff8(h.label(0, 0, 0, 999), strings=TEXTS)}), [["单位名称"]]),
    "no such string": (lambda: h.ole({"Workbook": h.biff8(h.label(0, 0, 99), strings=TEXTS)}), "damaged"),
    "strings claimed in an xls": (
        lambda: h.ole({"Workbook": h.biff8(h.label(0, 0, 9), strings=TEXTS, said=0xFFFFFFFF)}), "damaged",
    ),
    "xls of nothing": (lambda: h.ole({"Workbook": h.biff8()}), "empty"),
    "record without end": (lambda: h.ole({"Workbook": OLD[:-8] + b"\xfd\0\xff\xff"}), ...),
    "stream of NULs": (lambda: h.ole({"Workbook": bytes(6_000)}), "damaged"),
    "stream of noise": (lambda: h.ole({"Workbook": bytes(range(256)) * 20}), "damaged"),
}  # fmt: skip
LINES: dict[str, tuple[Content, Expected]] = {
    "open quote": (rows('单位,领域\n"市财政局,机关\n' + "甲,乙\n" * 500), "broken_csv"),
    "quote in the middle": (rows('单位,领域\n市"财政"局,机关\n'), [["单位", "领域"], ['市"财政"局', "机关"]]),
    "text after a quote": (rows('单位,领域\n"市财政局"x,机关\n'), "broken_csv"),
    "a NUL inside": (rows("单位,领域\n市财政局,机\0关\n"), ...),
    "line ends of all kinds": (rows("单位,领域\r\n甲,机关\n乙,机关\r丙,机关"),
                               [["单位", "领域"], ["甲", "机关"], ["乙", "机关"], ["丙", "机关"]]),
    "a million columns": (rows("甲,", times=1_000_000), "too_many_columns"),
    "one line of 19 MB": (late(lambda: rows("甲" * (19 * MB // 3) + ",乙\n")), ("broken_csv", "damaged")),
    "a million short lines": (rows("甲,乙\n", times=1_000_000), "too_many_rows"),
    "100 101 rows": (rows("甲,乙\n", times=100_101), "too_many_rows"),
    "100 100 rows": (rows("甲,乙\n", times=100_100), [["甲", "乙"]]),
    "GB18030": (rows("单位,领域\n市财政局,𠮷\n", "gb18030"), [["单位", "领域"], ["市财政局", "𠮷"]]),
    "UTF-16 without a mark": (rows("单位,领域\n市财政局,1\n", "utf-16-le"), [["单位", "领域"], ["市财政局", "1"]]),
    "UTF-16 big-endian": (rows("\ufeff单位,领域\n市财政局,1\n", "utf-16-be"), [["单位", "领域"], ["市财政局", "1"]]),
    "UTF-32": (rows("单位,领域\n", "utf-32"), ("encoding", "not_a_table")),
    "Big5 beyond GB18030": (lambda: "單位,領域\n市財政局,機關\n".encode("big5") + b"\xff\n", "encoding"),
    "half a surrogate": (lambda: b"\xff\xfe" + "单位,".encode("utf-16-le") + b"\x00\xd8,\0", "encoding"),
    "UTF-8 cut in a letter": (lambda: "单位,领域\n市财政局".encode()[:-1], ...),
    "text of no encoding": (lambda: b"a,b\n\xff\xff\x81,\xfe\n", "encoding"),
    "formula as text": (rows('单位,领域\n="001",\'=1+1\n=cmd|x,@a\n'),
                        [["单位", "领域"], ["001", "=1+1"], ["=cmd|x", "@a"]]),
    "dots only": (rows(",,,\n,,,\n"), "empty"),
    "DOS end of file": (rows("单位,领域\n甲,乙\n\x1a"), [["单位", "领域"], ["甲", "乙"]]),
    "quoted line breaks": (rows('单位,领域\n"甲\n乙",丙\n'), [["单位", "领域"], ["甲\n乙", "丙"]]),
}  # fmt: skip
VALUES: dict[str, tuple[Content, Expected]] = {
    **{
        name: (book({SHEET: h.words(text)}), headed(text))
        for name, text in {
            "zero width": "市\u200b财政局", "right to left": "市\u202e局政财", "emoji": "市👨‍👩‍👧局",
            "rare": "𠮷𪚥㐂𰻝",
            "private use": "\ue000", "formula": "=1+1", "markup": "<b>&amp;</b>", "32 767 letters": "甲" * 32_767,
            "combining": "e\u0301" * 50, "NBSP": "\xa0市\u3000",
        }.items()
    },
    "40 000 letters": (book({SHEET: h.words("甲" * 40_000)}), "damaged"),
    "control letters": (book({SHEET: h.words("a\x07b")}), ...),
    "control letters escaped": (book({SHEET: h.words("a_x0007_b")}), ...),
    "1e308": (book({SHEET: h.value("<v>1e308</v>")}), headed(1e308)),
    "1e999": (book({SHEET: h.value("<v>1e999</v>")}), headed(CellError("#NUM!"))),
    "NaN": (book({SHEET: h.value("<v>NaN</v>")}), headed(CellError("#NUM!"))),
    "words as a number": (book({SHEET: h.value("<v>甲</v>")}), ...),
    "number of 10 000 digits": (book({SHEET: h.value(f"<v>{'9' * 10_000}</v>")}), headed(CellError("#NUM!"))),
    "yes": (book({SHEET: h.value("<v>1</v>", ' t="b"')}), headed(True)),
    "not saved": (book({SHEET: h.value("<f>A1</f>")}), headed(Uncached())),
    "endless error": (book({SHEET: h.value(f"<v>{'#' * 900_000}</v>", ' t="e"')}), ...),
    **{
        error: (book({SHEET: h.value(f"<v>{error}</v>", ' t="e"')}), headed(CellError(error)))
        for error in ("#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!")
    },
    "20 MB of text in 700 cells": (
        late(lambda: of(h.ROW + f"<row><c t='inlineStr'><is><t>{'甲' * 32_000}</t></is></c></row>" * 700)),
        "too_large",
    ),
    "letters that grow": (
        of(h.ROW + f"<row><c t='inlineStr'><is><t>{'ﷺ' * 32_000}</t></is></c></row>" * 40), "too_large",
    ),
    "one long string shown 100 000 times": (
        book({**strings(items=f"<si><t>{'甲' * 32_000}</t></si>"),
              SHEET: h.sheet(h.ROW + '<row><c t="s"><v>0</v></c></row>' * 99_000)}),
        ("damaged", "too_large"),
    ),
}  # fmt: skip
DAYS = (
    f'{h.XML}<styleSheet {h.MAIN}><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/>'
    "</cellXfs></styleSheet>"
)
VALUES |= {
    f"day {serial}": (book({STYLES: DAYS, SHEET: h.value(f"<v>{serial}</v>", ' s="1"')}), ...)
    for serial in ("-1", "0", "60", "2958466", "1e15", "-1e300")
}
CASES = PACKAGES | SHAPES | MARKUP | FORMATS | BINARY | LINES | VALUES

# What costs the most; the ordinary file stands last.
WORST = (
    "huge sheet", "size of a bomb hidden", "wide times long", "hidden rows beyond any sheet", "attribute of 30 MB",
    "lots of inputs", "a million tables", "21 MB", "one line of 19 MB", "a million short lines",
    "20 MB of text in 700 cells", "letters that grow", "one long string shown 100 000 times", "endless sheet name",
    "endless error", "a million cells and one", "100 100 rows", "ordinary",
)  # fmt: skip
