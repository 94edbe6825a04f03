"""The golden figures of ledgers.md §4.1, on SQLite and on PostgreSQL."""

from datetime import date

import pytest

from tests.indicators.register import Register

D = date.fromisoformat
MODES = {"集中": "集中培训", "集体": "集体学习", "网络": "网络学习", "现场": "现场教学"}


@pytest.fixture
def rectification(stored: Register) -> Register:
    units = ["市教育局", "市财政局", "市卫生健康委员会", "市民政局", "市图书馆", "市城投集团", "市文旅集团"]
    for name, domain in zip(units, ["机关"] * 4 + ["事业单位"] + ["国有企业"] * 2, strict=True):
        stored.add("units", name=name, domain=domain, is_reform=True, is_new=False, disposition="优化")
    stored.add("reform", unit="市文旅集团", disposition="移交", completed_on=D("2023-05-15"))
    rows = [
        ("F1", 0, "2023-03-01", "2023-05-31", "2023-05-20", "已销号"),
        ("F2", 0, "2023-03-01", "2023-05-31", "2023-06-10", "已销号"),
        ("F3", 1, "2023-03-01", "2023-05-31", None, "整改中"),
        ("F4", 2, "2023-04-10", "2023-06-30", None, "整改中"),
        ("F5", 3, "2023-04-10", None, None, "基本完成"),
        ("F6", 4, "2023-04-10", "2023-07-31", None, "已完成"),
        ("F7", 5, "2023-04-10", "2023-07-31", "2023-06-01", "已销号"),
        ("F8", 1, "2023-07-05", "2023-09-30", None, "未整改"),
        ("F9", 6, "2023-03-01", "2023-05-31", None, "整改中"),
    ]
    for no, unit, start, due, closed, word in rows:
        stored.add(
            "findings", no=no, unit=units[unit], text=no, category="组织生活", fed_back_on=D(start), status_text=word,
            due_on=due and D(due), due_kind=None if due else "长期坚持", closed_on=closed and D(closed),
        )  # fmt: skip
    return stored


def test_rectification(rectification: Register) -> None:
    day = D("2023-06-30")
    done = rectification.measure("K17", day, by="domain")
    assert (done.n, done.of, done.percent) == (3, 7, "42.9%")
    assert done.values == {
        "transferred": 1,
        "states": {"已销号": 3, "待验收": 1, "整改中": 2, "待整改": 0, "长期坚持": 1},
    }
    assert [(g.key, g.n, g.of, g.percent) for g in done.groups] == [
        ("机关", 2, 5, "40.0%"), ("事业单位", 0, 1, "0%"), ("国有企业", 1, 1, "100%"),
    ]  # fmt: skip
    assert rectification.figure("K16", day) == (8, None)
    assert rectification.measure("K16", day).values == {"units": 7}
    assert rectification.figure("K18", day) == (1, 3)
    assert rectification.figure("K18a", day) == (2, 3)
    late = rectification.measure("K19", day)
    assert (late.n, late.of, late.percent) == (1, None, None)
    assert late.values == {"days_max": 30, "bands": {"1-30": 1, "31-90": 0, ">90": 0}}
    assert rectification.figure("K20", day) == (1, None)
    assert rectification.measure("K21", day).values == {"mean": 77.7, "median": 80, "open_mean": 91.0}


def test_rectification_a_day_later(rectification: Register) -> None:
    day = D("2023-07-01")
    assert rectification.figure("K18", day) == (1, 4)
    assert rectification.measure("K19", day).values == {"days_max": 31, "bands": {"1-30": 1, "31-90": 1, ">90": 0}}
    assert rectification.figure("K20", day) == (0, None)


def test_rectification_before_the_unit_is_handed_over(rectification: Register) -> None:
    day = D("2023-05-14")
    assert rectification.figure("K17", day) == (0, 8)
    assert rectification.measure("K17", day).values["transferred"] == 0
    assert rectification.measure("K18", day).percent == "—"
    assert rectification.measure("K19", day).values == {"days_max": None, "bands": {"1-30": 0, "31-90": 0, ">90": 0}}


@pytest.mark.parametrize(("part", "lines"), [("n", [2, 3, 8]), ("of", [2, 3, 4, 5, 6, 7, 8])])
def test_rectification_traced(rectification: Register, part: str, lines: list[int]) -> None:
    rows = rectification.trace("K17", D("2023-06-30"), part)
    letter = "N" if part == "n" else "G"
    assert [(row.file, row.line, row.cell) for row in rows] == [("findings-1.xlsx", n, f"{letter}{n}") for n in lines]


@pytest.fixture
def training(stored: Register) -> Register:
    org = {"unit": "市教育局", "org": "第一党支部"}
    stored.add("units", name="市教育局", domain="机关", is_reform=False, is_new=False)
    stored.add("orgs", name="第一党支部", unit="市教育局", kind="党支部", status="正常", seats=3, filled=3)
    for name, post, start, end in [
        ("书记甲", "书记", "2020-01-01", None), ("委员乙", "组织委员", "2020-01-01", None),
        ("委员丙", "宣传委员", "2023-09-01", None), ("委员丁", "纪检委员", "2020-01-01", "2023-06-30"),
    ]:  # fmt: skip
        stored.add("posts", name=name, post=post, started_on=D(start), ended_on=end and D(end), **org)
    for name, mode, day, hours, induction in [
        ("书记班", "集中", "2023-04-10", 40, False), ("委员班", "集中", "2023-05-15", 24, False),
        ("集体学习", "集体", "2023-03-06", 16, False), ("跟班实践", "现场", "2023-06-05", 20, False),
        ("网络课堂", "网络", "2023-06-12", 30, False), ("新任班", "集中", "2023-10-20", 12, True),
    ]:  # fmt: skip
        kind = "实践锻炼" if mode == "现场" else "教育培训"
        stored.add(
            "sessions", name=name, year=2023, category=kind, mode=MODES[mode], started_on=D(day), hours=hours,
            is_induction=induction,
        )  # fmt: skip
    for session, name, present, hours in [
        ("书记班", "书记甲", 1, None), ("跟班实践", "书记甲", 1, None), ("委员班", "委员乙", 1, None),
        ("集体学习", "委员乙", 1, None), ("跟班实践", "委员乙", 0, None), ("网络课堂", "委员乙", 1, None),
        ("新任班", "委员丙", 1, None), ("委员班", "委员丁", 1, None), ("集体学习", "委员丁", 1, None),
        ("跟班实践", "委员丁", 1, 16),
    ]:  # fmt: skip
        stored.add("attendance", session=session, name=name, unit="市教育局", attended=present, hours=hours)
    return stored


def test_training(training: Register) -> None:
    day = D("2023-12-31")
    assert training.figure("K08", day) == (3, 3)
    assert training.measure("K08", day).values == {
        "书记": {"n": 1, "of": 1}, "委员": {"n": 2, "of": 2}, "left_trained": 1,
    }  # fmt: skip
    assert training.figure("K09", day) == (3, 3)
    long_enough = training.measure("K10", day)
    assert (long_enough.n, long_enough.of, long_enough.percent) == (1, 3, "33.3%")
    assert long_enough.values == {"without_new": {"n": 1, "of": 2}}
    assert training.measure("K11", day).percent == "—"
    assert training.figure("K12", day) == (0, 1)
    assert training.figure("K13", day) == (9, 10)
    assert training.figure("K07", day) == (1, 1)
    hours = training.measure("K14", day)
    assert (hours.n, hours.values) == (168, {"教育培训": 132, "实践锻炼": 36, "专业训练": 0})


def test_training_in_may(training: Register) -> None:
    day = D("2023-05-31")
    assert training.measure("K08", day).values == {
        "书记": {"n": 1, "of": 1}, "委员": {"n": 2, "of": 2}, "left_trained": 0,
    }  # fmt: skip
    assert training.measure("K10", day).values == {"without_new": {"n": 0, "of": 3}}
    assert training.figure("K13", day) == (5, 5)


def test_online_hours_count_once_the_setting_says_so(training: Register) -> None:
    modes = "集中培训，集体学习，网络学习"
    training.add("targets", item="计入学时的培训方式", value=modes, effective_on=D("2023-12-01"))
    assert training.figure("K10", D("2023-12-31")) == (1, 3)
    assert training.measure("K14", D("2023-12-31")).values["实践锻炼"] == 0
    assert training.measure("K14", D("2023-11-30")).values["实践锻炼"] == 36
