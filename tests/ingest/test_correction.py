"""What a person says of a sheet goes before the guess, and never further than it may."""

import pytest

from services.ingest.convert import Converted, convert
from services.ingest.correction import SECTION, section_word
from services.ingest.grid import Sheet
from services.ingest.layout import find, fingerprint
from services.ingest.match import Match, match
from services.ingest.shape import shape
from services.ledgers import ledger
from services.ledgers.targets import DEFAULTS
from tests.ingest.grids import codes, sheet

HEADS = ("序号", "单位全名", "领域", "是否涉改", "是否新组建", "说明")
UNITS = sheet(HEADS, (1, "市财政局", "机关", "否", "否", "无"), (2, "市图书馆", "事业单位", "否", "否", "无"))
DIVIDED = sheet(
    ("单位名称", "是否涉改", "是否新组建"),
    ("一、机关（1家）", None, None),
    ("市财政局", "否", "否"),
    ("二、事业单位", None, None),
    ("市图书馆", "否", "否"),
    ("市档案馆", "否", "否"),
)


def matched(
    grid: Sheet, chosen: dict[str, str], header: tuple[int, int] | None = None, barred: tuple[int, ...] = ()
) -> Match:
    return match(shape(grid, None, header), ledger("units"), chosen, barred)


def read(grid: Sheet, chosen: dict[str, str], name: str = "units") -> Converted:
    declared = ledger(name)
    form = shape(grid)
    return convert(grid, form, match(form, declared, chosen), declared, DEFAULTS)


def test_an_unknown_column_takes_the_meaning_it_is_given() -> None:
    assert matched(UNITS, {}).unknown == ["单位全名"]
    found = matched(UNITS, {"B": "name"})
    assert (found.columns["name"], found.unknown, found.missing) == (1, [], [])


def test_a_column_may_be_left_out_and_is_missing_then() -> None:
    found = matched(UNITS, {"B": "name", "C": "", "F": ""})
    assert found.unknown == ["领域", "说明"]
    assert [column.id for column in found.missing] == ["domain"]


def test_a_meaning_given_to_one_column_is_taken_from_the_other() -> None:
    found = matched(UNITS, {"B": "remark"})
    assert found.columns["remark"] == 1
    assert found.unknown == ["说明"]


def test_titles_are_those_of_columns_that_can_be_given_a_meaning() -> None:
    grid = sheet(("序号", "单位名称", "身份证号", None), (1, "市财政局", "1101", "x"), (2, "市图书馆", "1102", "y"))
    assert matched(grid, {}).titles == {1: "单位名称", 3: "D列（没有标题）"}


@pytest.mark.parametrize("chosen", [{"C": "remark"}, {"C": "contact"}])
def test_nobody_can_have_stored_what_must_never_be(chosen: dict[str, str]) -> None:
    grid = sheet(("序号", "单位名称", "身份证号"), (1, "市财政局", "1101"), (2, "市图书馆", "1102"))
    found = matched(grid, chosen)
    assert set(found.columns) == {"name"}
    assert found.dropped == [("身份证号", 2)]
    assert matched(UNITS, {"F": "remark"}, barred=(5,)).dropped == [("说明", 5)]


def test_a_field_no_ledger_has_any_more_is_no_choice() -> None:
    assert matched(UNITS, {"F": "of_old"}).columns["remark"] == 5


def test_the_header_stands_where_it_is_said_to() -> None:
    grid = sheet(("名称", "类别"), *UNITS.rows)
    form = shape(grid, None, (2, 2))
    assert form.header == (2, 2)
    assert form.buckets == ["title", "header", "data", "data"]
    assert shape(grid, None, (9, 9)).header is None


@pytest.mark.parametrize(
    ("title", "word"),
    [
        ("一、机关", "机关"),
        ("（二）事业单位（21家）", "事业单位"),
        ("3．国有企业", "国有企业"),
        ("社会组织", "社会组织"),
    ],
)
def test_what_a_section_says(title: str, word: str) -> None:
    assert section_word(title) == word


def test_section_rows_stand_for_an_absent_column() -> None:
    assert [column.id for column in matched(DIVIDED, {}).missing] == ["domain"]
    assert matched(DIVIDED, {SECTION: "domain"}).missing == []
    found = read(DIVIDED, {SECTION: "domain"})
    assert [record.values["domain"] for record in found.records] == ["机关", "事业单位", "事业单位"]
    assert [record.cells["domain"] for record in found.records] == ["A2", "A4", "A4"]
    assert found.problems == []


def test_section_rows_fill_only_what_is_blank() -> None:
    grid = sheet(
        ("单位名称", "领域", "是否涉改", "是否新组建"),
        ("一、机关", None, None, None),
        ("市财政局", None, "否", "否"),
        ("市图书馆", "事业单位", "否", "否"),
    )
    found = read(grid, {SECTION: "domain"})
    assert [record.values["domain"] for record in found.records] == ["机关", "事业单位"]
    assert found.problems == []


def test_a_section_that_cannot_be_read_and_a_row_under_none() -> None:
    grid = sheet(
        ("单位名称", "是否涉改", "是否新组建"),
        ("市档案馆", "否", "否"),
        ("一、两新组织", None, None),
        ("市财政局", "否", "否"),
        ("市图书馆", "否", "否"),
    )
    found = read(grid, {SECTION: "domain"})
    assert codes(found) == {"A2": "required_missing", "A3": "choice_ambiguous"}
    assert {problem.line for problem in found.problems} == {2, 4, 5}


def test_a_layout_is_known_again_wherever_its_header_stands() -> None:
    digest = fingerprint(shape(UNITS).headers)
    moved = sheet(("单位名册",), ("填报单位：", "甲"), *UNITS.rows)
    assert find(moved, {(digest, 1)}) == ((3, 3), digest)
    assert find(moved, {(digest, 2)}) is None
    assert find(moved, set()) is None
    assert find(sheet(), {(digest, 1)}) is None


def test_a_layout_is_its_titles_in_order() -> None:
    digest = fingerprint([("单位名称",), ("领 域（必填）",), ()])
    assert digest == fingerprint([("单位名称*",), ("领域",)])
    assert digest != fingerprint([("领域",), ("单位名称",)])
    assert fingerprint([(), ()]) == ""
