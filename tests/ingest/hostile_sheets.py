"""Workbooks with odd sheets and cells, each with the refusal or the reading it must give."""

from typing import Any

from services.ingest.grid import CellError, Uncached
from tests.ingest import hostile as h
from tests.ingest.hostile import Content, Expected, book, late, of, strings

SHEET, RELS, STYLES = h.SHEET, h.BOOK_RELS, h.STYLES


def merged(*places: str) -> Content:
    tags = "".join(f'<mergeCell ref="{place}"/>' for place in places)
    return of(h.ROW + h.DATA, after=f"<mergeCells>{tags}</mergeCells>")


def one(at: str, text: str = "<v>1</v>", more: str = "") -> str:
    return f"{h.ROW}<row{more}><c r='{at}'>{text}</c></row>"


def many(count: int, more: str = "") -> dict[str, str | bytes]:
    sheets = {f"xl/worksheets/sheet{n}.xml": h.sheet() for n in range(1, count + 1)}
    return {**h.workbook([(f"表{n}", more) for n in range(1, count + 1)]), **sheets}


def headed(text: Any) -> list[list[Any]]:
    return [["单位名称", "领域"], [text, None]]


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
