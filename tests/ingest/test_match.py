import pytest

from services.ingest.match import Match, match, recognise
from services.ingest.shape import shape
from services.ledgers import ledger, ledgers
from tests.ingest.grids import sheet


def matched(name: str, *rows: list[object], merges: list[tuple[int, int, int, int]] | None = None) -> Match:
    return match(shape(sheet(*rows, merges=merges or ())), ledger(name))


def test_titles_and_aliases_match_exactly_whatever_their_width_notes_and_breaks() -> None:
    found = matched(
        "units",
        ["序号", "单位全称 *", "单位\n性质", "涉改（是/否）", "新 组 建", "党员数（人）", "楼层", "单位名称情况"],
        [1, "a", "机关", "否", "否", 3, 2, "x"],
    )
    assert found.columns == {"name": 1, "domain": 2, "is_reform": 3, "is_new": 4, "members": 5}
    assert found.unknown == ["楼层", "单位名称情况"]
    assert found.missing == []


def test_a_second_column_of_the_same_meaning_is_unknown() -> None:
    found = matched("units", ["单位名称", "单位", "领域", "是否涉改", "是否新组建"], ["a", "b", "机关", "否", "否"])
    assert found.columns["name"] == 0
    assert found.unknown == ["单位"]


def test_never_stored_columns_are_dropped_and_named() -> None:
    found = matched(
        "attendance",
        ["姓名", "单位名称", "班次名称", "身份证号码（18位）", "民族", "家庭住址"],
        ["王某", "a", "班", "999999199001010011", "汉", "某路"],
    )
    assert found.dropped == [("身份证号码（18位）", 3), ("民族", 4), ("家庭住址", 5)]
    assert found.unknown == []


def test_missing_columns_unless_the_title_or_another_column_stands_in() -> None:
    bare = matched("findings", ["责任单位", "存在问题", "整改措施"], ["a", "b", "c"])
    assert [column.id for column in bare.missing] == ["due_on"]
    roster = [["姓名", "单位名称", "党内职务"], ["王某", "a", "书记"]]
    assert [column.id for column in matched("attendance", *roster).missing] == ["session"]
    assert matched("attendance", ["2023年书记履职培训班花名册"], *roster).missing == []
    by_org = matched("elections", ["党组织名称", "选举类型", "年度"], ["某支部", "换届选举", 2023])
    assert by_org.missing == []
    assert [c.id for c in matched("elections", ["选举类型", "年度", "备注"], ["补选", 2023, "x"]).missing] == ["unit"]


def test_the_path_decides_where_the_last_text_is_ambiguous() -> None:
    found = matched(
        "findings",
        ["责任单位", "存在问题", "整改时限", "反馈", None, "销号", None],
        [None, None, None, "日期", "人员", "日期", "人员"],
        ["a", "b", "2023.5.31", "2023.3.1", "王某", "2023.5.20", "李某"],
        merges=[(0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 1, 2), (0, 3, 0, 4), (0, 5, 0, 6)],
    )
    assert found.columns == {"unit": 0, "text": 1, "due_on": 2, "fed_back_on": 3, "closed_on": 5}
    assert found.unknown == ["反馈/人员", "销号/人员"]


def test_the_path_says_what_the_last_text_does_not() -> None:
    found = matched(
        "units",
        ["单位", None, "改革", None, "身份证", "是否新组建"],
        ["全称", "性质", "是否涉改", "文号", "号码", None],
        ["市教育局", "机关", "否", "1号", "x", "否"],
        merges=[(0, 0, 0, 1), (0, 2, 0, 3), (0, 5, 1, 5)],
    )
    assert found.columns == {"name": 0, "domain": 1, "is_reform": 2, "is_new": 5}
    assert (found.unknown, found.dropped) == (["文号"], [("号码", 4)])


def test_a_column_with_data_and_no_title_is_listed() -> None:
    found = matched("units", ["单位名称", "领域", "是否涉改", None, "是否新组建"], ["a", "机关", "否", "x", "否"])
    assert found.unknown == ["D列（没有标题）"]


@pytest.mark.parametrize(
    ("title", "headers", "expected"),
    [
        ("", ["序号", "单位名称", "领域", "是否涉改", "是否新组建"], "units"),
        ("", ["责任单位", "存在问题", "整改时限", "整改措施"], "findings"),
        ("某班花名册", ["姓名", "性别", "单位名称", "党组织", "党内职务", "身份证号", "应到/实到"], "attendance"),
        ("", ["姓名", "单位名称", "党组织名称", "党内职务", "任职日期"], "posts"),
        ("", ["党组织名称", "组织类型", "所属单位", "党员数"], "orgs"),
        ("", ["项目", "数值", "生效日期", "依据"], "targets"),
        ("", ["甲", "乙", "丙"], None),
        ("", ["单位名称", "身高", "体重", "鞋码"], None),
    ],
)
def test_the_ledger_is_recognised_from_the_header(title: str, headers: list[str], expected: str | None) -> None:
    form = shape(sheet([title], headers, [f"值{i}" for i in range(len(headers))]))
    found = recognise(form, list(ledgers().values()))
    assert (found.id if found else None) == expected
