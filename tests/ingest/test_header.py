from typing import Any

import pytest

from tests.ingest.grids import buckets, header

TITLES = ["站点编码", "站址名称", "值", "值", "值", "资源ID"]


def test_the_first_row_of_a_table_has_its_titles_even_where_a_row_of_data_has_more_words() -> None:
    rows = [["P1", "N1", "a", "b", "c", "A1"], ["P2", "N2", "d", "e", "f", "A2"]]
    assert header(["E1"], TITLES, *rows) == (2, 2)
    assert buckets(TITLES, *rows) == ["header", "data", "data"]


def test_a_year_among_the_titles_does_not_pass_them_over() -> None:
    assert header(["某公司"], [], [2021, "Name", "Dept", "Age"], ["01", "Jack", "IT", 24], [None, "Leo", "IT", 40]) == (
        3,
        3,
    )


@pytest.mark.parametrize(
    "rows",
    [
        [
            ["张三", "320311199302031234", 13270210053],
            ["李四", "320311199302031235", 13270210054],
            ["王五", "证件丢失", "无电话"],
        ],
        [["张三", "2023.3.5", 56], ["李四", "2023.3.6", 56], ["王五", "-", "缺席"]],
        [["milk", "1", "sold"], ["egg", "2", "in stock"]],
    ],
)
def test_a_list_without_titles_has_no_header(rows: list[list[Any]]) -> None:
    assert header(*rows) is None
    assert header([], [], *rows) is None


@pytest.mark.parametrize(
    "line",
    [
        ["单位名称", None, "联系人", None, "联系电话"],
        ["单位名称", "市教育局", "填报时间", None, "联系电话"],
    ],
)
def test_a_fill_in_line_without_colons_is_no_header(line: list[Any]) -> None:
    titles = ["序号", "姓名", "单位", "党内职务", "任职时间", "备注"]
    rows = [["支委任职台账"], line, titles, [1, "张三", "市教育局", "书记", "2023.3"]]
    assert buckets(*rows) == ["title", "title", "header", "data"]


def test_labels_that_stand_over_other_columns_are_no_titles() -> None:
    line = ["工程名称", None, "路基工程", None, "检验日期"]
    titles = ["检查项目", "规定值", "检查方法", "实测值", "偏差"]
    assert header(["检验单"], line, titles, ["平整度", "符合设计", "尺量", 12, 3]) == (3, 3)


def test_a_unit_in_brackets_does_not_make_a_title_a_label() -> None:
    assert header(["订单"], ["长（单位：mm）", "宽（单位：mm）", "厚（单位：mm）", "个数"], [1325, 820, 18, 12]) == (
        2,
        2,
    )
