from collections.abc import Sequence
from typing import Any

import pytest

from services.ingest.shape import shape
from services.ledgers import ledgers
from tests.ingest.grids import buckets, header, sheet

HEAD = ["序号", "单位名称", "领域", "是否涉改", "是否新组建"]


def row(number: int, name: str = "市教育局") -> list[Any]:
    return [number, name, "机关", "否", "否"]


def test_anatomy_of_a_sheet_from_attachment_to_signature() -> None:
    rows: list[Sequence[Any]] = [
        ["附件2"],
        ["2023年第一轮党建督查反馈问题整改台账"],
        ["填报单位（盖章）：市直机关工委督查室　　填报时间：2023年6月30日　　单位：项"],
        HEAD,
        row(1),
        row(2),
        ["合　计", "2项"],
        ["注：1.整改时限为方案确定的时限。"],
        ["填表人：王某　　审核人：赵某"],
    ]
    form = shape(sheet(*rows, merges=[(1, 0, 1, 4), (2, 0, 2, 4)]))
    assert form.buckets == ["title"] * 3 + ["header", "data", "data", "total", "note", "note"]
    assert form.header == (4, 4)
    assert form.facts.titles == ("2023年第一轮党建督查反馈问题整改台账",)
    assert form.facts.filled_in == {
        "填报单位": "市直机关工委督查室",
        "填报时间": "2023年6月30日",
        "单位": "项",
    }
    assert form.where["2023年6月30日"] == "A3"


def test_counts_name_all_eight_buckets_and_add_up() -> None:
    counts = shape(sheet(HEAD, row(1), [], [3])).counts()
    assert counts == {
        "title": 0, "header": 1, "data": 1, "section": 0, "total": 0, "note": 0, "blank": 2, "other": 0,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("below", "expected"),
    [
        ([1, 2, 3, 4, 5], "other"),
        (["栏次", "(1)", "(2)", "(3)", "(4)"], "other"),
        (["甲", "乙", 1, 2, 3], "other"),
        (["甲", "乙", "丙", "丁", "戊"], "other"),
        ([None, None, "（个）", "（人）", "（人）"], "other"),
        ([None, "必填", "请从下拉框选择", "必填", "必填"], "other"),
        (["示例", "市某局", "机关", "是", "否"], "other"),
        (["例1", "市某局", "机关", "是", "否"], "other"),
        (["填表说明：请如实填写。"], "other"),
        (["合计", None, None, 2, 1], "total"),
        (["一、机关"], "section"),
        ([1, "市某局", "机关", "是", "否"], "data"),
    ],
)
def test_the_row_right_below_the_header(below: Sequence[Any], expected: str) -> None:
    assert buckets(HEAD, below, row(1), row(2))[1] == expected


def test_numbers_in_order_over_numbers_are_data() -> None:
    assert buckets(["a", "b", "c"], ["1", "2", "3"], ["甲", "5", "6"], ["7", "8", "9"])[1:] == ["data"] * 3


@pytest.mark.parametrize(
    "text",
    ["合计", "合　计", "总计", "小 计", "机关小计", "合计（个）", "合计：3", "合计3项", "累计", "TOTAL", "Total"],
)
def test_total_rows(text: str) -> None:
    assert buckets(HEAD, row(1), [text, 3])[2] == "total"
    assert buckets(HEAD, row(1), [None, text, 3])[2] == "total"


@pytest.mark.parametrize(
    ("below", "expected"),
    [
        (["小计", "2家", None, 1, 1], "total"),
        ([None, "合 计", None, 2, 1], "total"),
        (["注：", "以上为", "初步统计"], "note"),
        (["* 以上", "为", "初步统计"], "note"),
        (["（示例）", "市某局", "机关", "是", "否"], "other"),
        ([None, "例：市某局", "机关", "是", "否"], "other"),
        ([" 序 号", "单位\n名称", "领域", "是否涉改", "是否新组建"], "other"),
        (["姓名", "职务", "联系电话", "备注"], "other"),
        (["姓名", "职务", 3, "备注"], "data"),
        (["A-1", "市某局", "机关", "是", "否"], "data"),
    ],
)
def test_rows_of_several_cells_among_the_data(below: Sequence[Any], expected: str) -> None:
    assert buckets(HEAD, row(1), below, row(2))[2] == expected


@pytest.mark.parametrize("name", ["市综合计量测试所", "市统计局", "市审计局", "市会计核算中心"])
def test_units_whose_names_merely_contain_it_are_data(name: str) -> None:
    assert buckets(HEAD, row(1), [2, name], [None, name, "机关", "否", "否"])[2:] == ["data", "data"]


@pytest.mark.parametrize(
    "text", ["一、机关", "（二）事业单位", "机关（2家）", "国有企业", "“两新”组织", "三．社会组织"]
)
def test_section_rows_hold_for_the_rows_below(text: str) -> None:
    form = shape(sheet(HEAD, [text], row(1), row(2)))
    assert form.buckets == ["header", "section", "data", "data"]
    assert form.sections == {2: text, 3: text}


def test_a_broad_merge_heads_a_section_and_a_tall_one_is_a_value() -> None:
    merged = buckets(HEAD, ["其他"], row(1), merges=[(1, 0, 1, 4)])
    assert merged == ["header", "section", "data"]
    tall = buckets(HEAD, row(1), [2, None, "机关", "否", "否"], [None, None, "机关"], merges=[(1, 1, 3, 1)])
    assert tall == ["header", "data", "data", "data"]


def test_single_texts_in_a_narrow_table_are_data() -> None:
    assert buckets(["第一列", "第二列"], ["批注"], ["合并单元格"]) == ["header", "data", "data"]


def test_blank_rows_and_rows_with_nothing_but_a_number() -> None:
    assert buckets(HEAD, row(1), [], row(2), [3], ["4"], [None, "\u3000"]) == [
        "header", "data", "blank", "data", "blank", "blank",
    ]  # fmt: skip


def test_an_item_number_is_no_position() -> None:
    assert buckets(["编号", "等级"], [1], [2, "A"]) == ["header", "data", "data"]


def test_two_blocks_with_the_same_header_are_one_table() -> None:
    form = shape(sheet(["名册"], HEAD, ["一、机关"], row(1), [], ["二、事业单位"], HEAD, row(1), ["注：无"]))
    assert form.buckets == ["title", "header", "section", "data", "blank", "section", "other", "data", "note"]
    assert form.other_headers == ()


def test_a_second_different_header_is_noticed() -> None:
    second = ["督查批次", "问题编号", "责任单位", "存在问题", "整改时限"]
    form = shape(sheet(["名册"], HEAD, row(1), [], ["整改台账"], second, ["一", "1-1", "市教育局", "问题", "2023.3.1"]))
    assert form.header == (2, 2)
    assert form.other_headers == (5,)
    assert form.buckets[4:6] == ["title", "other"]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([["FooBar"], [], ["h1", "h2", "h3"], ["a", "b", "c"]], (3, 3)),
        ([["Name", "Age"], ["甲", 3]], (1, 1)),
        ([[None, None, "姓名", "年龄"], [None, None, "小明", 28]], (1, 1)),
        ([["Table 1"], ["A", "B"], [8, 9], [None, "TOTAL"]], (2, 2)),
        ([["at", "the", "top"], ["x"], ["Name", "Age", "Born"], ["a", 3, 4], ["c", 5, 6]], (3, 3)),
        ([[None, 1985, 1993, 2000], ["a", 1, 2, 3]], None),
        ([[1, "市教育局", "机关"], [2, "市财政局", "机关"]], None),
        ([["栏位1"], ["世界你好"]], (1, 1)),
        ([["只有一格"]], None),
        ([], None),
    ],
)  # fmt: skip
def test_the_header_is_found_from_the_sheet_alone(rows: list[list[Any]], expected: tuple[int, int] | None) -> None:
    assert header(*rows) == expected


def test_two_and_three_header_rows_by_their_merges() -> None:
    two = sheet(
        ["2023年培训班花名册"],
        ["序号", "姓名", "身份证号", "参训情况", None],
        [None, None, None, "应到/实到", "学时"],
        [1, "王某", "x", "1/1", 40],
        merges=[(0, 0, 0, 4), (1, 0, 2, 0), (1, 1, 2, 1), (1, 2, 2, 2), (1, 3, 1, 4)],
    )
    form = shape(two)
    assert form.header == (2, 3)
    assert form.headers[2:] == [("身份证号",), ("参训情况", "应到/实到"), ("参训情况", "学时")]
    three = sheet(
        ["序号", "单位名称", "党员情况", None, None],
        [None, None, "人数", "其中", None],
        [None, None, None, "正式党员", "预备党员"],
        [1, "市教育局", 20, 18, 2],
        merges=[(0, 0, 2, 0), (0, 1, 2, 1), (0, 2, 0, 4), (1, 2, 2, 2), (1, 3, 1, 4)],
    )
    assert shape(three).header == (1, 3)
    assert shape(three).headers[3] == ("党员情况", "其中", "正式党员")


def test_a_group_over_most_columns_is_the_middle_of_a_header() -> None:
    rows = [
        ["序号", "单位", "党组织建设情况"],
        [None, None, "选举"],
        [None, None, "基本", None, "时间"],
        [None, None, "选举类型", "年度", "大会日期", "结果批复日期"],
        [1, "市教育局", "换届选举", 2023, "2023.3.1", "2023.3.9"],
    ]
    merges = [(0, 0, 3, 0), (0, 1, 3, 1), (0, 2, 0, 5), (1, 2, 1, 5), (2, 2, 2, 3), (2, 4, 2, 5)]
    assert shape(sheet(*rows, merges=merges)).header == (1, 4)


def test_a_repeated_header_is_the_header_where_it_stands_first() -> None:
    titles = ["单位名称", "涉改", "新组建", "传真"]
    numbers = [[n, n, n, n] for n in range(5)]
    assert header(titles, ["市教育局", "甲", "乙", "丙"], ["合计"], titles, *numbers) == (1, 1)


def test_two_header_rows_typed_without_merging() -> None:
    form = shape(
        sheet(
            ["序号", "姓名", "参训情况", None, None, "备注"],
            [None, None, "应到/实到", "学时", "是否结业"],
            ["1", "王某", "1/1", "40", "√"],
            ["2", "李某", "1/0"],
            typed=False,
        )
    )
    assert form.header == (1, 2)
    assert form.headers[3:] == [("参训情况", "学时"), ("参训情况", "是否结业"), ("备注",)]


@pytest.mark.parametrize("width", [4, 3])
def test_a_title_narrower_than_the_table_is_no_header_level(width: int) -> None:
    assert header(["2023年市直机关单位名册"], HEAD, row(1), row(2), merges=[(0, 0, 0, width)]) == (2, 2)


def test_scattered_words_below_are_notes_and_a_sparse_row_is_data() -> None:
    table = [["姓名", "职务", "年龄"], ["甲", "书记", 3], ["乙", "委员", 4]]
    assert buckets(*table, ["Some"], [None, None, "too!"])[3:] == ["note", "note"]
    assert buckets(*table, [None, "书记"])[3:] == ["data"]
    below = [HEAD, row(1), row(2), [None, None, None, "市直机关工委"], [None, None, None, "2023年6月30日"]]
    assert buckets(*below)[3:] == ["note", "note"]
    assert buckets(HEAD, row(1), ["注：1.口径见附件。"], ["2.长期坚持事项每年复核。"])[2:] == ["note", "note"]
    assert buckets(HEAD, row(1), ["单位负责人：", None, "回访人："])[2:] == ["note"]
    assert buckets(HEAD, row(1), ["回访人："])[2:] == ["note"]


def test_a_form_has_no_header() -> None:
    form = sheet(
        ["党组织基本情况登记表"], ["单位名称", "市教育局"], ["联系人", "王某"], ["主要职能", "负责全市教育工作"],
        merges=[(0, 0, 0, 5), (1, 1, 1, 5), (2, 1, 2, 5), (3, 1, 3, 5)],
    )  # fmt: skip
    assert shape(form).header is None
    assert shape(form).form


def test_a_table_of_many_tall_merges_is_no_form() -> None:
    rows = [["报名编号", "报名人", "联系电话", "逝者姓名"]]
    merges = []
    for i in range(6):
        rows += [[f"13-{i}", f"a{i}", "1588", "aa"], [None, None, None, "bb"]]
        merges += [(1 + 2 * i, c, 2 + 2 * i, c) for c in range(3)]
    form = shape(sheet(*rows, merges=merges))
    assert form.header == (1, 1)
    assert form.counts()["data"] == 12


def test_a_table_of_one_row_under_a_merged_header_is_no_form() -> None:
    rows = [
        ["标准化规范化检查台账"],
        ["序号", "有关情况", None, None, "检查内容", "指标序号", "领域", "一级指标"],
        [None, "检查结果", "检查日期", "单位名称"],
        ["一、事业单位"],
        [1, "达标", "2022年8月5日", "市财政局", "戊亥未申", "1", "事业单位", "组织设置"],
    ]
    tall = [(1, c, 2, c) for c in (0, 4, 5, 6, 7)]
    assert shape(sheet(*rows, merges=[(0, 0, 0, 7), (1, 1, 1, 3), (3, 0, 3, 7), *tall])).header == (2, 3)


def test_known_headers_make_the_guess_surer() -> None:
    rows = [["甲", "乙", "丙"], ["党组织代码", "上级党组织", "任期"], ["1", "2", "3"]]
    assert shape(sheet(*rows, typed=False), list(ledgers().values())).header == (2, 2)


def test_blanks_inside_titles_and_labels_do_not_count() -> None:
    form = shape(
        sheet(
            ["附件1： 2023 年 第一轮党建督查台账"], ["填 报 单 位（盖章）：某局  填 报 时 间：2023年6月"], HEAD, row(1)
        )
    )
    assert form.facts.titles == ("2023年第一轮党建督查台账",)
    assert form.facts.filled_in == {"填报单位": "某局", "填报时间": "2023年6月"}


def test_a_fill_in_line_spread_over_cells() -> None:
    form = shape(sheet(["名册"], ["填报单位：", "市直机关工委", None, "填报时间：", "2023.6.30"], HEAD, row(1)))
    assert form.facts.filled_in == {"填报单位": "市直机关工委", "填报时间": "2023.6.30"}
    assert form.where["2023.6.30"] == "E2"
