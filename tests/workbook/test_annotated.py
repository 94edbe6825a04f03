"""The annotated copy: every cell where it was, every fault marked, and read again as if it were the file itself."""

import io
from collections.abc import Callable
from datetime import date
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from services.batches import Options, Preview, commit, preview
from services.ingest.read import read
from services.store import Store
from services.workbook.annotated import annotated
from tests import sheets

TODAY = date(2023, 12, 31)
TITLES = ("序号", "督查批次", "责任单位", "存在问题", "反馈日期", "整改时限", "整改状态", "联系电话", "身份证号")


@pytest.fixture
def known(tmp_path: Any) -> Store:
    store = Store.open(f"sqlite:///{tmp_path / 'store.db'}")
    commit(store, preview(store, "units.xlsx", sheets.xlsx(*sheets.UNITS), Options("units"), TODAY), "业务员甲")
    return store


def faulty_workbook() -> bytes:
    """A ledger with faults of every kind of cell, a hidden row, a hidden sheet and one that is no ledger."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False}) as book:
        book.add_worksheet("旧表").hide()
        page = book.add_worksheet("督查's 台账")
        day, month = book.add_format({"num_format": "yyyy-mm-dd"}), book.add_format({"num_format": "0.00"})
        page.merge_range("A1:I1", "2023年第一轮党建督查反馈问题整改台账")
        page.write_row("A2", TITLES)
        for line in range(2, 9):
            row = [
                line - 1,
                "第一轮",
                "市教育局",
                f"=问题{line}" if line < 8 else None,
                "2023.3.1",
                "2023.5.31",
                "整改中",
            ]
            page.write_row(line, 0, [*row, 13900000001, "110101199001011234"])
        page.write_formula("D3", "=#REF!", None, "#REF!")
        page.write_formula("F4", "=B1+1", None, "")
        page.write_number("E5", 2023.1)
        page.write_number("F5", 2023.1, month)
        page.write_datetime("E6", date(2023, 3, 1), day)
        page.write_string("C7", "市没有局")
        page.merge_range("G7:G8", "整改中")
        page.write_string("G8", "已销号")
        page.set_row(8, None, None, {"hidden": True})
        page.write_row("A10", ["合计", None, None, "9项"])
        page.write_string("A11", "注：以书面反馈为准")
        book.add_worksheet("说明").write_string("A1", "请按要求填写")
        page.activate()
    return buffer.getvalue()


def faulty_csv() -> bytes:
    lines = [
        "督查批次,责任单位,存在问题,反馈日期,整改时限",
        "第一轮,市教育局,一,2023.1,2023.5.31",
        "第一轮,市财政局,#REF!,2023.3.1,",
    ]
    return "\n".join(lines).encode("gb18030")


def seen_as(known: Store, content: bytes, name: str = "a.xlsx") -> Preview:
    return preview(known, name, content, Options("findings"), TODAY)


def copy_of(known: Store, content: bytes, name: str = "a.xlsx") -> bytes:
    return annotated(read(name, content), seen_as(known, content, name))


def judged(seen: Preview) -> list[Any]:
    """What a preview says of its tables: rows, columns, records and problems."""
    assert seen.refusal is None
    return [
        (sheet.name, sheet.header, sheet.buckets, dict(sheet.columns), sheet.problems, sheet.changes)
        for sheet in seen.sheets
        if sheet.ledger
    ]


@pytest.mark.parametrize("make", [faulty_workbook, faulty_csv])
def test_the_copy_unrepaired_has_the_same_faults_in_the_same_cells(known: Store, make: Callable[[], bytes]) -> None:
    before = seen_as(known, make())
    again = seen_as(known, copy_of(known, make()))
    assert before.outcome == "blocked"
    assert judged(again) == judged(before)
    assert sum(len(sheet.problems) for sheet in before.sheets) > 2


def test_the_faults_are_the_ones_meant(known: Store) -> None:
    (table,) = [sheet for sheet in seen_as(known, faulty_workbook()).sheets if sheet.ledger]
    found = {(problem.cell, problem.code) for problem in table.problems}
    assert found >= {
        ("D3", "cell_error"), ("F4", "formula_uncached"), ("E5", "date_ambiguous"), ("C7", "unit_unknown"),
        ("G8", "merge_conflict"), ("D9", "required_missing"), ("D10", "total_mismatch"), (None, "hidden_rows"),
    }  # fmt: skip


FAULTS = st.sampled_from(
    [
        None,
        "约50",
        "2023.13.5",
        "同上",
        "#N/A",
        "两新组织",
        "市没有局",
        "a\x07b",
        "=1+1",
        2023.1,
        44990,
        1e17,
        True,
        " ",
    ]
)


@settings(max_examples=12)
@given(st.dictionaries(st.tuples(st.integers(1, 3), st.integers(0, 9)), FAULTS, min_size=1, max_size=8))
def test_whatever_stands_in_the_cells_the_copy_reads_the_same(faults: dict[tuple[int, int], Any]) -> None:
    rows = [list(row) for row in sheets.FINDINGS]
    for (line, column), cell in faults.items():
        rows[line][column] = cell
    store = Store.open("sqlite://")
    content = sheets.xlsx(*rows)
    before = seen_as(store, content)
    if before.refusal is None:
        assert judged(seen_as(store, copy_of(store, content))) == judged(before)


def test_an_annotated_copy_annotated_again_is_the_same(known: Store) -> None:
    once = copy_of(known, faulty_workbook())
    twice = copy_of(known, once)
    assert cells(twice) == cells(once)


def cells(content: bytes) -> dict[str, list[list[Any]]]:
    book = openpyxl.load_workbook(io.BytesIO(content))
    return {page.title: [[cell.value for cell in row] for row in page.iter_rows()] for page in book}


def test_the_sheets_stand_as_they_stood_with_every_fault_marked(known: Store) -> None:
    content = copy_of(known, faulty_workbook())
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert book.sheetnames == ["旧表", "督查's 台账", "说明", "错误清单"]
    assert book["旧表"].sheet_state == "hidden"
    page = book["督查's 台账"]
    assert (page["D4"].value, page["D3"].value, page["F4"].value) == ("=问题3", "#REF!", "（公式没有结果）")
    assert (page["D4"].data_type, page["E5"].value, page["E6"].value.date()) == ("s", 2023.1, date(2023, 3, 1))
    assert "G7:G8" in [str(area) for area in page.merged_cells.ranges]
    assert {page[at].fill.start_color.rgb for at in ("D3", "F4", "E5", "C7", "G7", "D9")} == {"FFFFC7CE"}
    assert page["D10"].fill.start_color.rgb == "FFFFE8B3"
    assert "单位名册里没有这个名称" in page["C7"].comment.text
    assert "G8：合并单元格显示" in page["G7"].comment.text
    assert page["D4"].fill.fill_type is None


def test_faulty_rows_can_be_filtered_and_the_list_leads_to_each_cell(known: Store) -> None:
    book = openpyxl.load_workbook(io.BytesIO(copy_of(known, faulty_workbook())))
    page, listed = book["督查's 台账"], book["错误清单"]
    assert page["J2"].value == "错误说明"
    assert page.auto_filter.ref == "A2:J11"
    assert [line for line in range(3, 12) if page.cell(line, 10).value] == [3, 4, 5, 7, 8, 9, 10]
    assert [cell.value for cell in listed[1]] == ["工作表", "单元格", "级别", "内容", "问题", "怎么改"]
    links = {cell.value: cell.hyperlink.location for (cell,) in listed["B2:B9"] if cell.hyperlink}
    assert links["C7"] == "'督查''s 台账'!C7"
    levels = [cell.value for (cell,) in listed["C2:C9"]]
    assert levels == sorted(levels, key=["错误", "提醒"].index)


def test_what_is_never_stored_is_not_in_the_copy(known: Store) -> None:
    rows = cells(copy_of(known, faulty_workbook()))["督查's 台账"]
    assert rows[1][8] == "身份证号"
    assert {row[8] for row in rows[2:9]} == {None}
    assert {row[7] for row in rows[2:9]} == {"139****0001"}


def test_the_copy_repaired_is_taken_and_the_list_is_skipped_with_a_word(known: Store) -> None:
    book = openpyxl.load_workbook(io.BytesIO(copy_of(known, faulty_workbook())))
    page = book["督查's 台账"]
    page.unmerge_cells("G7:G8")
    repairs = {
        "D3": "记录不全",
        "F4": "2023-06-30",
        "E5": "2023年1月",
        "F5": "2023年10月",
        "C7": "市财政局",
        "G8": "整改中",
    }
    for at, value in {**repairs, "D9": "公示不及时", "D10": "7项"}.items():
        page[at] = value
    buffer = io.BytesIO()
    book.save(buffer)
    seen = preview(known, "改好.xlsx", buffer.getvalue(), Options(), TODAY)
    assert seen.outcome == "ready"
    (table,) = [sheet for sheet in seen.sheets if sheet.ledger]
    assert (table.counts["new"], table.unknown_columns, table.dropped_columns) == (7, ("联系电话",), ("身份证号",))
    assert table.rows["data"] == 7
    assert (
        next(sheet for sheet in seen.sheets if sheet.name == "错误清单").skipped
        == "标注错误时附上的清单，不是台账，没有读取"
    )


def test_a_sound_file_gets_a_copy_that_says_so(known: Store) -> None:
    book = openpyxl.load_workbook(io.BytesIO(copy_of(known, sheets.xlsx(*sheets.FINDINGS))))
    assert book["错误清单"]["A2"].value == "没有发现错误。"
