from datetime import date, datetime
from typing import Any

import pytest

from services.ingest.grid import CellError, Sheet, Uncached
from tests.ingest.grids import codes, read_as, sheet

HEAD = ["序号", "单位名称", "曾用名", "领域", "是否涉改", "是否新组建", "党员数", "联系电话", "备注"]


def units(*rows: list[Any], **more: Any) -> Sheet:
    return sheet(HEAD, *rows, **more)


def unit(column: str, cell: Any) -> dict[str, Any]:
    """Give the problems' codes and the value when one cell of a sound row is written over."""
    row: list[Any] = [1, "市教育局", None, "机关", "否", "否", 3, None, None]
    row[HEAD.index(column)] = cell
    done = read_as("units", units(row))
    field = {"领域": "domain", "是否涉改": "is_reform", "党员数": "members", "联系电话": "phone", "单位名称": "name"}[
        column
    ]
    return {"codes": list(codes(done).values()), "value": done.records[0].values[field], "problems": done.problems}


def test_a_row_becomes_a_record_with_its_line_position_and_every_mapped_field() -> None:
    done = read_as(
        "units", units([7, "　市规划局 ", "市国土局；市规划院、", "党政机关", "√", "×", "１２０人", 13900000001, None])
    )
    record = done.records[0]
    assert done.problems == []
    assert (record.line, record.position) == (2, 7.0)
    assert record.values == {
        "name": "市规划局", "former_names": ["市国土局", "市规划院"], "domain": "机关", "is_reform": True,
        "is_new": False, "members": 120, "phone": "139****0001", "remark": None,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("word", "value", "code"),
    [
        ("机关", "机关", None), (" 党政 机关", "机关", None), ("国企（市属）", "国有企业", None),
        ("社团", "社会组织", None),
        ("两新组织", None, "choice_ambiguous"), ("“两新”", None, "choice_unknown"), ("机", None, "choice_unknown"),
        (None, None, "required_missing"), (CellError("#REF!"), None, "cell_error"),
        (Uncached(), None, "formula_uncached"),
        ("机\x01关", None, "control_char"), ("同上", None, "ditto"), ("〃", None, "ditto"),
    ],
)  # fmt: skip
def test_a_choice_in_any_spelling_or_an_error_that_says_which(word: Any, value: str | None, code: str | None) -> None:
    found = unit("领域", word)
    assert (found["value"], found["codes"]) == (value, [code] if code else [])


@pytest.mark.parametrize("word", ["是", "√", "✓", "有", "1", 1, "Y", "ｙ", True])
def test_yes(word: Any) -> None:
    assert unit("是否涉改", word)["value"] is True


@pytest.mark.parametrize("word", ["否", "×", "✗", "无", "0", 0, "N", False])
def test_no(word: Any) -> None:
    assert unit("是否涉改", word)["value"] is False


def test_a_truth_value_is_not_taken_for_the_number_it_equals() -> None:
    rows = [["市教育局", 1], ["市民政局", True], ["市司法局", 1]]
    done = read_as("units", units(*([None, name, None, "机关", "否", "否", count, None, None] for name, count in rows)))
    assert codes(done) == {"G3": "number_invalid"}
    assert [record.values["members"] for record in done.records] == [1, None, 1]


def test_a_blank_with_a_default_is_no_error() -> None:
    assert unit("是否涉改", None)["codes"] == []
    assert unit("是否涉改", "也许")["codes"] == ["choice_unknown"]


def test_ditto_names_the_value_above_and_never_fills_it() -> None:
    done = read_as(
        "units",
        units(
            [1, "a", None, "机关", "否", "否", 3, 13900000001, "甲"],
            [2, "b", None, "同上", "否", "否", 3, "同上", "〃"],
        ),
    )
    assert codes(done) == {"D3": "ditto", "H3": "ditto", "I3": "ditto"}
    assert [problem.fix for problem in done.problems] == ["请写成“机关”", "请写成“139****0001”", "请写成“甲”"]
    assert done.records[1].values["domain"] is None


def test_a_telephone_number_is_masked_in_problems_too() -> None:
    found = unit("联系电话", "13900000001\x02")
    assert found["codes"] == ["control_char"]
    assert "0000000" not in str(found["problems"])


def test_long_numbers_have_lost_digits_and_codes_stay_text() -> None:
    head = ["党组织名称", "党组织代码", "组织类型", "所属单位"]
    done = read_as(
        "orgs",
        sheet(head, ["a", 1.401020304050607e17, "党支部", "x"], ["b", "001", "党支部", "x"], ["c", 12, "党支部", "x"]),
    )
    assert codes(done) == {"B2": "id_truncated"}
    assert done.problems[0].value == "140102030405060700"
    assert [record.values["code"] for record in done.records] == [None, "001", "12"]


def test_a_tall_merge_fills_down_inside_itself_only() -> None:
    done = read_as(
        "units",
        units(
            [1, "a", None, "机关", "否", "否", 3, None, "共用"],
            [2, "b", None, None, "否", "否", 3, None, None],
            [3, "c", None, None, "否", "否", 3, None, None],
            merges=[(1, 3, 2, 3), (1, 8, 3, 8)],
        ),
    )
    assert [record.values["domain"] for record in done.records] == ["机关", "机关", None]
    assert [record.values["remark"] for record in done.records] == ["共用"] * 3
    assert codes(done) == {"D4": "required_missing"}


def test_a_different_value_hidden_under_a_merge_is_a_conflict_at_the_covered_cell() -> None:
    done = read_as(
        "units",
        units(
            [1, "a", None, "机关", "否", "否", 3, None, None],
            [2, "b", None, "事业单位", "否", "否", 3, None, None],
            [3, "c", None, " 机关", "否", "否", 3, None, None],
            merges=[(1, 3, 3, 3)],
        ),
    )
    assert codes(done) == {"D3": "merge_conflict"}
    assert done.records[2].values["domain"] == "机关"


def test_a_broad_merge_does_not_fill_to_the_right() -> None:
    done = read_as(
        "units", units([1, "a", None, "机关", "否", "否", 3, None, None], merges=[(1, 7, 1, 8), (1, 1, 1, 2)])
    )
    assert done.records[0].values["former_names"] is None


def test_hidden_rows_are_read_and_counted_in_one_warning() -> None:
    rows = [[i, f"单位{i}", None, "机关", "否", "否", 3, None, None] for i in (1, 2, 3)]
    done = read_as("units", units(*rows, hidden_rows=frozenset({0, 1, 3})))
    assert len(done.records) == 3
    assert [(problem.code, problem.level, problem.value) for problem in done.problems] == [
        ("hidden_rows", "warning", "2")
    ]


def finding(due: Any, **more: Any) -> Any:
    grid = sheet(["责任单位", "存在问题", "反馈日期", "整改时限"], ["a", "b", "2023.3.1", due], **more)
    return read_as("findings", grid)


@pytest.mark.parametrize(
    ("cell", "day", "kind"),
    [
        ("长期坚持", None, "长期坚持"), ("长期坚持（每年复核）", None, "长期坚持"), ("立行立改", None, "立行立改"),
        ("分阶段", None, "分阶段"), ("立行立改，2023年5月31日前", date(2023, 5, 31), "立行立改"),
        ("分阶段（2023年6月底前完成）", date(2023, 6, 30), "分阶段"), ("分阶段（第1期）", None, "分阶段"),
        ("立行立改、长期坚持", None, "长期坚持"),
        ("2023年6月底", date(2023, 6, 30), None), (datetime(2023, 6, 30, 9), date(2023, 6, 30), None),
    ],
)  # fmt: skip
def test_a_deadline_is_a_day_a_kind_or_both(cell: Any, day: date | None, kind: str | None) -> None:
    values = finding(cell).records[0].values
    assert (values["due_on"], values["due_kind"]) == (day, kind)


def test_precision_is_marked_and_a_deadline_may_not_be_blank() -> None:
    assert finding("2023年6月底").records[0].marks == {"due_on": "month"}
    assert codes(finding(None)) == {"D2": "required_missing"}
    assert codes(finding("立行立改，6月底")) == {"D2": "date_no_year"}
    assert codes(finding(2023.1)) == {"D2": "date_ambiguous"}
    assert codes(finding(2023.1, formats={(1, 3): "0.00"})) == {}
    assert codes(finding("2023.1", typed=False)) == {"D2": "date_ambiguous"}


ROSTER: list[Any] = ["姓名", "单位名称", "应到/实到", "个人学时"]


def test_an_election_of_a_new_unit_is_called_by_either_word() -> None:
    written = ("首次选举", "新组建", "首次选举（新组建）")
    done = read_as("elections", sheet(["单位名称", "选举类型", "年度"], *(["a", word, 2023] for word in written)))
    assert [record.values["type"] for record in done.records] == ["首次选举"] * 3


@pytest.mark.parametrize(
    ("title", "session"),
    [
        ("2023年书记履职培训班参训学员名单", "2023年书记履职培训班"),
        ("书记轮训班（第二期）花名册（40人）", "书记轮训班（第二期）"),
        ("书记轮训班第二期签到表", "书记轮训班第二期"), ("书记研修班考勤表", "书记研修班"),
    ],
)  # fmt: skip
def test_the_title_of_a_roster_begins_with_its_session(title: str, session: str) -> None:
    done = read_as("attendance", sheet([title], ROSTER, ["王某", "a", "1/1", None]))
    assert done.records[0].values["session"] == session


def test_the_title_names_the_session_and_its_cell() -> None:
    done = read_as("attendance", sheet(["附件1"], ["2023年书记履职培训班花名册"], ROSTER, ["王　某", "a", "1/1", None]))
    record = done.records[0]
    assert record.values["session"] == "2023年书记履职培训班"
    assert record.values["name"] == "王　某"
    assert record.cells == {"session": "A2"}


def test_given_values_stand_where_the_column_is_absent_or_the_cell_blank() -> None:
    head = ["2023年第一轮党建督查反馈问题台账"]
    grid = sheet(
        head, ["责任单位", "存在问题", "反馈日期", "整改时限"],
        ["a", "b", None, "2023.5.31"], ["c", "d", "2023.3.9", "2023.5.31"],
    )  # fmt: skip
    done = read_as("findings", grid, {"fed_back_on": "2023年3月1日", "round": "第九轮督查", "nonsense": "x"})
    assert [record.values["fed_back_on"] for record in done.records] == [date(2023, 3, 1), date(2023, 3, 9)]
    assert {record.values["round"] for record in done.records} == {"第九轮督查"}
    assert [record.values["round"] for record in read_as("findings", grid).records] == ["2023年第一轮党建督查"] * 2
    wrong = read_as("findings", grid, {"fed_back_on": "上旬"})
    assert [(p.cell, p.code, p.value) for p in wrong.problems] == [(None, "date_invalid", "上旬")]


@pytest.mark.parametrize(
    ("cell", "value", "code"),
    [
        ("1/1", 1, None), ("1/0", 0, None), ("是", 1, None), ("×", 0, None), (1, 1, None), (None, None, None),
        (datetime(2023, 1, 1), 1, None), ("45/43", None, "number_invalid"), (45, None, "number_invalid"),
        ("0/1", None, "number_invalid"), (datetime(2023, 1, 2), None, "number_invalid"),
    ],
)  # fmt: skip
def test_attendance_of_one_person(cell: Any, value: int | None, code: str | None) -> None:
    done = read_as("attendance", sheet(["某班花名册"], ROSTER, ["王某", "a", cell, 4]))
    assert done.records[0].values["attended"] == value
    assert list(codes(done).values()) == ([code] if code else [])


def test_what_was_converted_is_told() -> None:
    done = read_as(
        "sessions",
        sheet(
            ["班次名称", "培养类别", "培训方式", "开始日期", "学时"],
            [datetime(2023, 1, 2), "教育培训", "集中培训", "2023.4.1", "5天"],
        ),
    )
    assert codes(done, "warning") == {"A2": "value_converted", "E2": "value_converted"}
    assert done.records[0].values["hours"] == 40


def test_one_of_a_group_is_enough_in_every_row() -> None:
    head = ["单位名称", "党组织名称", "选举类型"]
    done = read_as(
        "elections", sheet(head, ["a", None, "补选"], [None, "b", "补选"], [None, None, "补选"], [None, None, "x"])
    )
    assert codes(done) == {"A4": "required_missing", "A5": "required_missing", "C5": "choice_unknown"}


def test_dropped_columns_are_not_read_at_all() -> None:
    grid = sheet(
        ["姓名", "单位名称", "身份证号", "班次名称"],
        ["王某", "a", 9.999991990010101e17, "班"],
        ["李某", "同上", "同上", "班"],
    )
    done = read_as("attendance", grid)
    assert codes(done) == {"B3": "ditto"}
    assert "99999" not in str(done)


def test_problems_come_in_order_of_row_and_column() -> None:
    done = read_as("units", units([1, None, None, "x", "z", "否", "约3"], [2, "b", None, None, "否", "否"]))
    assert list(codes(done)) == ["B2", "D2", "E2", "G2", "D3"]
    assert [problem.line for problem in done.problems] == [2, 2, 2, 2, 3]


def test_a_quoted_value_is_cut_at_sixty_characters() -> None:
    found = unit("领域", "长" * 500)
    assert len(found["problems"][0].value) == 60
