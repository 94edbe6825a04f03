"""涉改覆盖 and 新组建: K01, K01a, K02, K03, K04, K05, K05a."""

from datetime import date

from tests.indicators.register import Register

D = date.fromisoformat
DAY = D("2023-06-30")


def unit(register: Register, name: str, **values: object) -> int:
    return register.add("units", name=name, **{"domain": "机关", "is_reform": True, "is_new": False, **values})


def test_the_target_counts_what_is_not_registered(register: Register) -> None:
    for number in range(85):
        unit(register, f"单位{number}")
        done = DAY if number < 62 else None
        register.add("reform", unit=f"单位{number}", disposition="优化", completed_on=done)
    found = register.measure("K01", DAY, by="domain")
    assert (found.n, found.of, found.percent) == (62, 87, "71.3%")
    assert found.values == {"registered": 85, "target": 87, "gap": 2}
    assert [(g.key, g.n, g.of, g.values) for g in found.groups] == [("机关", 62, 85, {"registered": 85})]
    assert register.figure("K01", DAY, where={"domain": "机关"}) == (62, 85)
    behind = register.trace("K01", DAY, "of")
    assert [(row.ledger, row.file, row.line, row.cell) for row in behind[-2:]] == [("units", None, None, None)] * 2
    assert behind[0].cell == "E2"
    assert register.trace("K01", DAY)[0].cell == "J2"


def test_a_unit_handed_over_stays_in_the_task_and_a_withdrawn_one_leaves_it(register: Register) -> None:
    for name in ("甲局", "乙局", "丙局"):
        unit(register, name, disposition="优化")
    register.add("targets", item="涉改任务基数", value="4", effective_on=D("2023-01-01"))
    register.add("targets", item="涉改任务基数", value="5", effective_on=D("2023-07-01"))
    register.add("reform", unit="甲局", disposition="移交", completed_on=D("2023-05-01"))
    register.add("reform", unit="乙局", disposition="调整", status_text="不再涉及", completed_on=D("2023-05-01"))
    register.add("reform", unit="丙局", disposition="划转", status_text="暂缓", requested_on=D("2023-05-01"))
    found = register.measure("K01", DAY, by="disposition")
    assert (found.n, found.of, found.values) == (1, 3, {"registered": 3, "target": 4, "gap": 1})
    assert [(g.key, g.n, g.of) for g in found.groups] == [("划转", 0, 1), ("移交", 1, 1)]
    assert register.figure("K01", D("2023-07-01")) == (1, 4)
    assert register.measure("K01a", DAY).values == {
        "未启动": 0, "已请示": 0, "已批复": 0, "已完成": 1, "暂缓": 1, "不再涉及": 1,
    }  # fmt: skip


def test_stages_follow_the_dates(register: Register) -> None:
    for name, dates in {
        "甲局": {}, "乙局": {"requested_on": D("2023-06-30")}, "丙局": {"approved_on": D("2023-06-30")},
        "丁局": {"requested_on": D("2023-07-01")}, "戊局": {"completed_on": D("2023-06-30"), "status_text": "暂缓"},
    }.items():  # fmt: skip
        unit(register, name)
        register.add("reform", unit=name, disposition="优化", **dates)
    assert register.measure("K01a", DAY).values == {
        "未启动": 2, "已请示": 1, "已批复": 1, "已完成": 1, "暂缓": 0, "不再涉及": 0,
    }  # fmt: skip


def test_in_step_within_the_days_of_the_setting(register: Register) -> None:
    landed = D("2023-01-01")
    days = {"甲局": D("2023-04-01"), "乙局": D("2023-04-02"), "丙局": D("2023-07-01"), "丁局": None}
    for name, approved in days.items():
        unit(register, name)
        register.add("reform", unit=name, disposition="优化", reform_on=landed, approved_on=approved)
    found = register.measure("K02", DAY)
    assert (found.n, found.of, found.values) == (1, 2, {"median": 90.5, "undated": 2})


def test_covered_by_an_organisation_that_stands(register: Register) -> None:
    facts = [("甲局", 5), ("乙局", 2), ("丙局", None), ("丁局", 3), ("戊局", 2), ("己局", 8)]
    for name, members in facts:
        unit(register, name, full_members=members)
    register.add("reform", unit="己局", disposition="移交", completed_on=DAY)
    for name, values in {
        "甲局": {"founded_on": DAY}, "戊局": {"kind": "临时党支部"}, "丁局": {"founded_on": D("2023-07-01")},
        "丙局": {"status": "已撤销"}, "己局": {},
    }.items():  # fmt: skip
        register.add("orgs", **{"name": f"{name}支部", "unit": name, "kind": "党支部", "status": "正常", **values})
    found = register.measure("K03", DAY)
    assert (found.n, found.of, found.values) == (2, 3, {"under_three": 1, "unknown": 1})


def test_a_unit_leaves_on_the_very_day_it_is_handed_over(register: Register) -> None:
    unit(register, "甲局", full_members=5)
    register.add("reform", unit="甲局", disposition="移交", completed_on=D("2023-05-15"))
    assert register.figure("K03", D("2023-05-14")) == (0, 1)
    assert register.figure("K03", D("2023-05-15")) == (0, 0)


def test_new_units_step_by_step(register: Register) -> None:
    for name in ("甲局", "乙局", "丙局"):
        unit(register, name, is_new=True, is_reform=False)
    unit(register, "老局", is_new=False)
    steps = {"founded_approved_on": D("2023-03-01"), "held_on": D("2023-05-01"), "result_approved_on": D("2023-07-01")}
    register.add("elections", unit="甲局", type="首次选举", year=2023, **steps)
    register.add("elections", unit="甲局", type="首次选举", year=2022, founded_approved_on=D("2023-02-01"))
    register.add("elections", unit="乙局", type="换届选举", year=2023, **steps)
    register.add("elections", unit="老局", type="首次选举", year=2023, **steps)
    assert register.figure("K04", DAY) == (1, 28)
    assert register.figure("K05a", DAY) == (1, 28)
    assert register.figure("K05", DAY) == (0, 28)
    found = register.measure("K05", D("2023-07-01"), by="unit")
    assert [(g.key, g.n, g.of) for g in found.groups] == [("甲局", 1, 1), ("乙局", 0, 1), ("丙局", 0, 1)]
    assert [(row.ledger, row.cell) for row in register.trace("K05", D("2023-07-01"))] == [("elections", "M2")]
    assert len(register.trace("K05", DAY, "of")) == 28
