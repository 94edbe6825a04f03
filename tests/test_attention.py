"""需要领导出面: at most seven, the longest of each kind, a unit once."""

from datetime import date

from services.attention import Call, calls, chosen, late_reforms, late_things, late_weak_orgs, waiting_elections

T = date(2023, 10, 31)


def test_findings_of_a_unit_are_one_call_with_its_longest() -> None:
    things = [{"unit": unit, "late": late, "done": 1} for unit, late in (("甲", 3), ("甲", 40), ("乙", 9))]
    calls = late_things("K19", [*things, {"unit": "丙", "late": 5, "done": 0}])
    assert calls == [Call("甲", "2项督查问题超过整改时限", 40), Call("乙", "1项督查问题超过整改时限", 9)]


def test_a_plan_is_late_only_when_past_and_open() -> None:
    row = {"unit": "甲", "disposition": "划转", "planned_on": date(2023, 9, 30), "completed_on": None}
    assert late_reforms([row], T) == [Call("甲", "党组织划转超过计划完成日期", 31)]
    assert late_reforms([{**row, "completed_on": T}], T) == []
    assert late_reforms([{**row, "completed_on": date(2023, 11, 1)}], T) != []
    assert late_reforms([{**row, "planned_on": T}], T) == []
    assert late_reforms([{**row, "status_text": "暂缓"}], T) == []


def test_an_election_waits_from_founding_to_approval() -> None:
    row = {"unit": "甲", "type": "首次选举", "founded_approved_on": date(2023, 10, 1), "result_approved_on": None}
    assert [call.days for call in waiting_elections([row], T, 29)] == [30]
    assert waiting_elections([row], T, 30) == []
    assert waiting_elections([{**row, "result_approved_on": T}], T, 29) == []
    assert waiting_elections([{**row, "founded_approved_on": None}], T, 29) == []
    assert waiting_elections([{**row, "type": "补选"}], T, 29) == []


def test_a_weak_organisation_is_late_until_it_is_closed() -> None:
    row = {"unit": "甲", "org": "甲支部", "due_on": date(2023, 10, 30), "closed_on": None}
    assert late_weak_orgs([row], T) == [Call("甲", "甲支部整顿超过时限", 1)]
    assert late_weak_orgs([{**row, "closed_on": T}], T) == []


def test_seven_at_most_taking_turns_and_naming_a_unit_once() -> None:
    many = [Call(f"单位{n}", "问题", 100 - n) for n in range(20)]
    taken = chosen(many, [Call("单位0", "计划", 5), Call("另一家", "计划", 3)], [])
    assert len(taken) == 7
    assert [call.days for call in taken] == sorted((call.days for call in taken), reverse=True)
    assert taken[-1] == Call("另一家", "计划", 3)
    assert len({call.unit for call in taken}) == 7
    assert chosen() == chosen([], []) == []


def test_what_was_handed_over_is_nobody_s_to_take_up() -> None:
    moved = {"unit": "甲", "disposition": "移交", "planned_on": None, "completed_on": T}
    waits = {"unit": "甲", "type": "首次选举", "founded_approved_on": date(2023, 1, 1), "result_approved_on": None}
    weak = {"unit": "甲", "org": "甲支部", "due_on": date(2023, 10, 30), "closed_on": None}
    assert calls({}, [moved], [waits], [weak], T, 90) == []
    kept = calls(
        {"K19": [{"unit": "乙", "late": 3, "done": 1}]}, [{**moved, "completed_on": None}], [waits], [weak], T, 90
    )
    assert [call.unit for call in kept] == ["甲", "乙"]
