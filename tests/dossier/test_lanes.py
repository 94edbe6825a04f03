"""The lanes of a unit's timeline: which there are, how each is marked, and what is left out."""

from datetime import date

from services.dossier import FINDINGS, Roll, lanes, left_out
from tests.dossier.records import UNIT, finding, record, values

REFORM = values(
    "reform",
    disposition="划转",
    reform_on=date(2023, 2, 1),
    requested_on=date(2023, 3, 1),
    planned_on=date(2023, 9, 30),
)


def said(of: object) -> list[tuple[str, str, str]]:
    return [(lane.name, lane.state.glyph, lane.said) for lane in lanes(of)]  # type: ignore[arg-type]


def test_a_unit_with_nothing_has_no_lanes() -> None:
    assert lanes(record()) == []


def test_a_late_reform_is_marked_and_its_steps_are_those_taken() -> None:
    (lane,) = lanes(record(stage="已请示", reform={**REFORM, "approved_on": date(2023, 11, 30)}))
    assert (lane.name, lane.state.word, lane.said) == ("涉改处置·划转", "逾期", "已请示，逾期31天")
    assert lane.steps == (("改革落地", date(2023, 2, 1)), ("请示", date(2023, 3, 1)))
    assert (lane.start, lane.end, lane.due) == (date(2023, 2, 1), None, date(2023, 9, 30))


def test_a_finished_reform_ends_where_it_was_finished() -> None:
    done = {**REFORM, "approved_on": date(2023, 4, 1), "completed_on": date(2023, 5, 1)}
    (lane,) = lanes(record(stage="已完成", reform=done))
    assert (lane.state.glyph, lane.end, lane.due) == ("✓", date(2023, 5, 1), None)


def test_what_is_put_off_is_not_late() -> None:
    assert said(record(stage="暂缓", reform=REFORM)) == [("涉改处置·划转", "‖", "暂缓")]


def test_a_reform_not_reported_is_not_the_same_as_not_begun() -> None:
    assert said(record(stage="未启动")) == [("涉改处置", "?", "台账未报")]


def test_a_new_unit_without_an_election_stands_at_the_beginning() -> None:
    new = {**UNIT, "is_new": True}
    assert said(record(unit=new)) == [("首次选举", "□", "未启动")]
    begun = values("elections", type="首次选举", contacted_on=date(2023, 4, 1), held_on=date(2023, 12, 1))
    assert said(record(unit=new, elections=[begun])) == [("首次选举", "▸", "已到对接")]


def test_organisations_bear_their_own_name_and_the_end_of_their_term() -> None:
    orgs = [
        values("orgs", name="市水务局机关党委", status="正常", elected_on=date(2018, 7, 1),
               term_ends_on=date(2023, 7, 1)),
        values("orgs", name="市水务第一党支部", status="正常", elected_on=date(2020, 11, 10),
               term_ends_on=date(2023, 11, 10)),
        values("orgs", name="联合党支部", status="正常", elected_on=date(2022, 1, 1), term_ends_on=date(2025, 1, 1)),
        values("orgs", name="市水务局第二党支部", status="已撤销", elected_on=date(2022, 1, 1),
               term_ends_on=date(2025, 1, 1)),
    ]  # fmt: skip
    assert said(record(orgs=orgs, overdue=frozenset({"市水务局机关党委"}))) == [
        ("换届·机关党委", "▲", "逾期未换届"),
        ("换届·第一党支部", "◔", "2023-11届满"),
        ("换届·联合党支部", "▸", "2025-01届满"),
    ]


def test_open_findings_come_first_the_longest_late_before_the_others() -> None:
    findings = [
        finding("1", "已销号", date(2023, 5, 1), closed_on=date(2023, 4, 30)),
        finding("2", "整改中", date(2023, 11, 10)),
        finding("3", "整改中", date(2023, 10, 30)),
        finding("4", "长期坚持", None, due_kind="长期坚持"),
        finding("5", "待整改", date(2023, 6, 30)),
        finding("6", "待验收", date(2024, 6, 30)),
    ]
    assert said(record(findings=findings)) == [
        ("5", "▲", "逾期123天"),
        ("3", "▲", "逾期1天"),
        ("2", "◔", "还有10天"),
        ("6", "▸", "待验收"),
        ("4", "∞", "长期坚持"),
        ("1", "✓", "已销号"),
    ]


def test_twenty_findings_are_shortened_with_a_word_on_the_rest() -> None:
    findings = [finding(str(n), "整改中", date(2023, 12, 31)) for n in range(12)]
    findings += [finding(str(n), "已销号", date(2023, 5, 1), closed_on=date(2023, 4, 1)) for n in range(8)]
    twenty = record(findings=findings)
    assert len(lanes(twenty)) == FINDINGS
    assert left_out(twenty) == "另有12项问题没有画出：整改中4项、已销号8项"
    assert left_out(record(findings=findings[:FINDINGS])) == ""


def test_training_says_how_many_of_how_many_and_groups_begin_with_a_line() -> None:
    roll = Roll((2, 3), (1, 3), ((date(2023, 5, 1), 2),))
    drawn = lanes(
        record(stage="未启动", reform=REFORM, findings=[finding("1", "整改中", date(2023, 12, 31))], roll=roll)
    )
    assert (drawn[-1].said, drawn[-1].heads) == ("今年参训2/3人", ((date(2023, 5, 1), 2),))
    assert [lane.new for lane in drawn] == [True, True, True]
    assert lanes(record(roll=Roll((0, 0)))) == []
